#include "service/engine/stance/mentions.h"

#include <string_view>

#include "service/engine/stance/author.h"
#include "service/engine/stance/pronouns.h"
#include "service/engine/stance/resolver.h"

namespace stance {

std::string_view SieveName(Sieve sieve) {
  switch (sieve) {
    case Sieve::kName:
      return "name";
    case Sieve::kSurname:
      return "surname";
    case Sieve::kOffice:
      return "office";
    case Sieve::kRole:
      return "role";
    case Sieve::kDescription:
      return "description";
    case Sieve::kPronoun:
      return "pronoun";
    case Sieve::kFirstPerson:
      return "first-person";
    case Sieve::kGroup:
      return "group";
    case Sieve::kPair:
      return "pair";
    case Sieve::kContext:
      return "context";
    case Sieve::kNone:
      return "none";
  }
  return "";
}

namespace pb = lexicon::v1;

namespace {

// "Four", but not "two-thirds" or "60%": some of a few, each of them somebody.
bool IsPlainNumber(const SentenceView& view, const Unit& head) {
  return head.Is(kNumberWord) &&
         view.text.Slice(head.begin, head.end).find_first_of("-%") ==
             std::string_view::npos;
}

// "and | 41 | against": a number that a phrase of stance is said of.
bool StandsByItself(const SentenceView& view, int32_t group) {
  return view.Is(group - 1, GroupKind::kCoordinator) &&
         view.Is(group + 1, GroupKind::kPreposition) &&
         view.Head(group + 1).Reads(EntryKind::kCue);
}

// "Nine backed it; | two | opposed it": some of them, not a pair.
bool SaysHowMany(const SentenceView& view, int32_t group) {
  return view.Head(group).Is(kNumberWord) &&
         (view.ClauseOf(group).subject == group || StandsByItself(view, group));
}

}  // namespace

void Resolver::Resolve(int32_t group, Resolution* result) {
  result->mention = MentionPhrase(v_, group);
  const Unit& head = v_.Head(group);
  const Group& g = v_.At(group);
  const int32_t of = GenitiveOf(v_, group);
  // "Both want it", "the two want it", "each has urged the other".
  if (of < 0 && head.Has(pb::FUNCTION_ROLE_BOTH) &&
      ((g.end - g.begin == 1 && !SaysHowMany(v_, group)) ||
       (g.end - g.begin == 2 &&
        v_.units[g.begin].Has(pb::FUNCTION_ROLE_DEFINITE)))) {
    result->entities = d_.last_plural;
    result->sieve = Sieve::kPair;
    return;
  }
  // "All of us".
  const bool of_them = of >= 0 && v_.Head(of).Is(kPronoun);
  if (of_them && !head.Is(kNumberWord) &&
      v_.Head(of).Has(pb::FUNCTION_ROLE_FIRST_PLURAL)) {
    result->entities = ResolvePronoun(v_, v_.Head(of), speaker_, d_);
    result->sieve = Sieve::kFirstPerson;
    return;
  }
  // "Two-thirds of them", "most of them": those who were spoken of.
  if (of_them && v_.Head(of).Has(pb::FUNCTION_ROLE_THIRD_PLURAL) &&
      !v_.At(group).negative && !IsPlainNumber(v_, head)) {
    result->entities = ResolvePronoun(v_, v_.Head(of), speaker_, d_);
    result->sieve = Sieve::kPronoun;
    if (!result->entities.empty()) return;
  }
  // "Neither supports it".
  if (of < 0 && head.Has(pb::FUNCTION_ROLE_NEGATIVE_DETERMINER) &&
      head.Is(kPronoun) && g.end - g.begin == 1 && d_.last_plural.size() == 2) {
    result->entities = d_.last_plural;
    result->sieve = Sieve::kPair;
    return;
  }
  if (head.Is(kPronoun) && !head.Is(kProper)) {
    const bool demonstrative = head.Has(pb::FUNCTION_ROLE_DEMONSTRATIVE);
    if (!demonstrative) {
      result->entities = ResolvePronoun(v_, head, speaker_, d_);
      if (!result->entities.empty()) {
        result->sieve =
            IsFirstPerson(head) ? Sieve::kFirstPerson : Sieve::kPronoun;
        return;
      }
    }
    // "Those from the north rejected it".
    if (IsCounted(v_, group) || (demonstrative && CanHold(v_, group))) {
      Plural(group, result);
    }
    return;
  }
  // "Each side blamed the other".
  if (IsEachSide(v_, group)) {
    result->entities = ResolvePair(v_, group, d_);
    result->sieve = Sieve::kPair;
    if (!result->entities.empty()) return;
  }
  if (head.Has(pb::FUNCTION_ROLE_PAIR)) {
    result->entities = ResolvePair(v_, group, d_);
    if (!result->entities.empty()) {
      result->sieve = Sieve::kPair;
      return;
    }
  }
  // "This newspaper": the author, by a better name than the title's label.
  if (d_.columnist && IsMasthead(v_, group)) {
    Entity& author = d_.entities[d_.author];
    if (author.first.part == Part::kTitle) {
      author.first = v_.UnitSpan(g.head);
      author.name = v_.TextOf(author.first);
    }
    result->entities.push_back(d_.author);
    result->sieve = Sieve::kDescription;
    return;
  }
  const MentionParts parts = AnalyseMention(v_, group);
  if (parts.name_unit >= 0 && parts.name_unit > parts.agent_unit) {
    Named(group, parts, result);
    return;
  }
  // "his kingdom", "our government": whom the person speaks for.
  if (v_.units[v_.At(group).begin].Is(kPossessivePronoun) &&
      OwnCountry(group, result)) {
    return;
  }
  // "Her brother-in-law, Harlan Pruitt,": the name says who.
  const int32_t apposition = v_.At(group).apposition;
  if (apposition >= 0 && parts.agent_unit < 0 && IsNamed(v_, apposition)) {
    Resolve(apposition, result);
    if (v_.At(group).plural) {
      NamedToo(v_.At(apposition).next_conjunct, result);
    }
    return;
  }
  if (parts.agent_unit >= 0) {
    Role(group, parts, result);
    return;
  }
  if (Described(group, parts, result)) return;
  if (TheCountry(group, result)) return;
  if (IsCounted(v_, group) ||
      (head.Is(kNumberWord | kQuantifier) &&
       (v_.ClauseOf(group).subject == group || StandsByItself(v_, group) ||
        // "condemned by nearly all".
        (head.Is(kQuantifier) && v_.At(group).preposition >= 0 &&
         v_.Head(v_.At(group).preposition)
             .Has(pb::FUNCTION_ROLE_PASSIVE_AGENT)))) ||
      HasPersonSuffix(v_, group) || head.person || DescribesBody(head)) {
    Plural(group, result);
  }
}

// "the employers' group", of nobody named so far; "the bloc" and "the island
// nation" are nobody without a name.
bool Resolver::DescribesBody(const Unit& head) const {
  bool body = false;
  v_.ForEach(EntryKind::kActor, head, [&](const EntryRef& ref) {
    const ActorKind kind = lexicon_.actors[ref.index].kind;
    body |=
        ref.form == FormKind::kDescription && head.end - head.begin > 1 &&
        (kind == pb::ACTOR_KIND_ORGANIZATION || kind == pb::ACTOR_KIND_COMPANY);
  });
  return body;
}

Resolution Resolver::Modifier(uint32_t index) {
  const Unit& unit = v_.units[index];
  Resolution result;
  result.mention = v_.Span(unit.begin, unit.end);
  int32_t actor = -1;
  v_.ForEach(EntryKind::kActor, unit, [&](const EntryRef& ref) {
    if (actor < 0 && ref.form != FormKind::kDescription) {
      actor = static_cast<int32_t>(ref.index);
    }
  });
  if (actor >= 0) {
    result.sieve = Sieve::kName;
    result.entities.push_back(e_.OfActor(e_.Principal(actor), result.mention));
    return result;
  }
  const std::string_view words = v_.TextOf(result.mention);
  result.sieve = Sieve::kName;
  int32_t entity = e_.FindByName(words, &result.sieve);
  const int32_t agent = v_.FirstReading(EntryKind::kAgent, unit);
  if (entity < 0 && agent >= 0) {
    for (size_t i = d_.recent.size(); i-- > 0 && entity < 0;) {
      const Entity& e = d_.entities[d_.recent[i].entity];
      if (e.agent == agent) entity = d_.recent[i].entity;
    }
  }
  if (entity < 0) {
    entity = e_.Add(words, result.mention);
    d_.entities[entity].plural = agent >= 0;
  }
  result.entities.push_back(entity);
  return result;
}

bool Resolver::OwnCountry(int32_t group, Resolution* result) {
  const Unit& first = v_.units[v_.At(group).begin];
  if (!v_.Head(group).Has(pb::FUNCTION_ROLE_COUNTRY_NOUN)) return false;
  const EntityList owners = ResolvePronoun(v_, first, speaker_, d_);
  for (int32_t owner : owners) {
    const Entity& entity = d_.entities[owner];
    if (entity.represents >= 0) {
      result->entities.push_back(entity.represents);
    } else if (entity.kind == pb::ACTOR_KIND_COUNTRY) {
      result->entities.push_back(owner);
    }
  }
  // Of a country that nobody named: whoever speaks for it.
  if (result->entities.empty() && owners.size() == 1 &&
      d_.entities[owners[0]].person) {
    result->entities = owners;
  }
  result->sieve = Sieve::kPronoun;
  return !result->entities.empty();
}

void Resolver::Plural(int32_t group, Resolution* result) {
  result->mention = WithOfPhrase(v_, group, result->mention);
  const std::string_view words = v_.TextOf(result->mention);
  int32_t entity = e_.FindExactly(words);
  if (entity < 0) {
    entity = e_.Add(words, result->mention);
    d_.entities[entity].plural = true;
  }
  result->entities.push_back(entity);
  result->sieve = Sieve::kGroup;
}

Resolution ResolveModifier(const SentenceView& view, uint32_t unit,
                           int32_t publish_date, Discourse* discourse) {
  return Resolver(view, publish_date, *discourse).Modifier(unit);
}

void Touch(const SentenceView& view, int32_t entity, bool subject,
           Discourse* discourse, bool in_speech) {
  Entity& e = discourse->entities[entity];
  e.last_sentence = view.index;
  ++e.mentions;
  discourse->recent.push_back({entity, view.index, subject, in_speech});
  if (e.kind == pb::ACTOR_KIND_COUNTRY) discourse->country = entity;
}

}  // namespace stance
