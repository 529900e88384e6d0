// Noun groups that hold a name, and what stands around it.

#include "service/engine/stance/abbreviations.h"
#include "service/engine/stance/person_names.h"
#include "service/engine/stance/pronouns.h"
#include "service/engine/stance/resolver.h"
#include "service/engine/stance/spokesmen.h"

namespace stance {
namespace {

namespace pb = lexicon::v1;

// "Reclaim Lund, | which blocked the road": nobody is "which".
bool IsNoPerson(const SentenceView& view, int32_t group) {
  return view.Is(group + 1, GroupKind::kComma) &&
         view.Is(group + 2, GroupKind::kRelative) &&
         view.Head(group + 2).Has(pb::FUNCTION_ROLE_NEUTER);
}

}  // namespace

void Resolver::Named(int32_t group, const MentionParts& parts,
                     Resolution* result) {
  int32_t entity = -1;
  result->sieve = Sieve::kName;
  const int32_t spelled = Abbreviated(parts);
  if (spelled >= 0) {
    entity = spelled;
  } else if (parts.actor >= 0 && parts.form != FormKind::kSurname) {
    int32_t actor = parts.actor;
    entity = e_.OfActor(actor, result->mention);
    if (parts.form == FormKind::kMetonym) result->sieve = Sieve::kOffice;
  } else {
    const Mention span = NameWithOf(group, parts);
    entity = e_.FindByName(v_.TextOf(span), &result->sieve);
    if (entity < 0 && parts.actor >= 0) {
      entity = e_.OfActor(parts.actor, result->mention);
    }
    if (entity < 0) {
      entity = e_.Add(v_.TextOf(span), span);
      d_.entities[entity].person =
          LooksLikePerson(v_, group, parts) && !IsNoPerson(v_, group);
      d_.entities[entity].maybe_body = d_.entities[entity].person &&
                                       parts.agent < 0 &&
                                       EndsInCommonNoun(v_, span, group);
      d_.entities[entity].kind = d_.entities[entity].person
                                     ? pb::ACTOR_KIND_PERSON
                                     : pb::ACTOR_KIND_ORGANIZATION;
      result->sieve = Sieve::kName;
    }
  }
  if (result->sieve == Sieve::kName) TellGender(group, parts, entity);
  DescribeBy(group, parts, entity);
  if (v_.Is(group + 1, GroupKind::kParenthesis)) FromBrackets(group, entity);
  if (d_.entities[entity].represents >= 0 && IsFormer(group)) {
    d_.entities[entity].represents = -1;
  }
  result->entities.push_back(entity);
}

int32_t Resolver::Abbreviated(const MentionParts& parts) const {
  if (d_.abbreviations.empty()) return -1;
  const Unit& name = v_.units[parts.name_unit];
  return SpelledOut(v_.TextOf(v_.Span(name.begin, name.end)), d_);
}

void Resolver::TellGender(int32_t group, const MentionParts& parts,
                          int32_t entity) {
  Entity& e = d_.entities[entity];
  if (!e.person || e.gender != pb::GENDER_UNSPECIFIED) return;
  const Unit& name = v_.units[parts.name_unit];
  for (uint32_t t = v_.FirstToken(group); t < name.end; ++t) {
    const WordInfo& word = lexicon_.Word(v_.text.tokens[t].word);
    const bool title = t < name.begin && (word.classes & kTitle) != 0;
    const bool given = t == name.begin && name.end - name.begin > 1;
    if (!title && !given) continue;
    if (word.Has(pb::FUNCTION_ROLE_MASCULINE)) e.gender = pb::GENDER_MALE;
    if (word.Has(pb::FUNCTION_ROLE_FEMININE)) e.gender = pb::GENDER_FEMALE;
  }
}

Mention Resolver::NameWithOf(int32_t group, const MentionParts& parts) const {
  const Mention name = NameOf(v_, group, parts);
  const int32_t genitive = GenitiveOf(v_, group);
  if (parts.actor >= 0 || !parts.definite || genitive < 0 ||
      static_cast<uint32_t>(parts.name_unit) + 1 != v_.At(group).end ||
      !(v_.text.tokens[v_.FirstToken(genitive)].shape & kCapitalised)) {
    return name;
  }
  return WithOfPhrase(v_, group, name);
}

void Resolver::DescribeBy(int32_t group, const MentionParts& parts,
                          int32_t entity) {
  if (d_.entities[entity].actor >= 0 && !d_.entities[entity].person) return;
  if (parts.agent >= 0) GiveRole(entity, parts.agent, parts.country, group);
  const int32_t apposition = v_.At(group).apposition;
  if (apposition >= 0) ApplyDescription(entity, apposition);
  // "the foreign minister, Qin Gang": this group renames the one before.
  const int32_t renamed = RenamedBy(v_, group);
  if (renamed >= 0) ApplyDescription(entity, renamed);
}

// "ANA SILVA (Brazil) said": whom a delegate speaks for.
void Resolver::FromBrackets(int32_t group, int32_t entity) {
  const uint32_t first = v_.FirstToken(group);
  // Minutes write names in capitals.
  const bool capitals = d_.entities[entity].actor < 0 &&
                        v_.EndToken(group) - first > 1 &&
                        (v_.text.tokens[first].shape & kAllCaps) != 0;
  if (!(d_.entities[entity].person || capitals) ||
      d_.entities[entity].represents >= 0 ||
      !v_.Is(group + 2, GroupKind::kNoun) ||
      !v_.Is(group + 3, GroupKind::kParenthesis)) {
    return;
  }
  const int32_t actor = ActorOf(v_, group + 2);
  if (actor < 0 || lexicon_.actors[actor].kind != pb::ACTOR_KIND_COUNTRY) {
    return;
  }
  d_.entities[entity].represents =
      e_.OfActor(actor, MentionPhrase(v_, group + 2));
  d_.entities[entity].person = true;
  d_.entities[entity].kind = pb::ACTOR_KIND_PERSON;
}

void Resolver::ApplyDescription(int32_t entity, int32_t group) {
  if (!v_.Is(group, GroupKind::kNoun)) return;
  const MentionParts parts = AnalyseMention(v_, group);
  if (parts.agent < 0) return;
  GiveRole(entity, parts.agent, parts.country, group);
}

// "its head of | oil markets": what the office is about, not whom it is for.
bool Resolver::IsField(int32_t group) const {
  const Unit& head = v_.Head(group);
  if (!v_.At(group).plural || head.Is(kProper) || v_.At(group).possessor >= 0 ||
      v_.units[v_.At(group).begin].Is(kDeterminer | kPossessivePronoun |
                                      kQuantifier | kNumberWord)) {
    return false;
  }
  const int32_t agent = v_.FirstReading(EntryKind::kAgent, head);
  return agent < 0 || !IsPersonRole(lexicon_.agents[agent].role);
}

// "former president": of nobody now.
bool Resolver::IsFormer(int32_t group) const {
  for (uint32_t t = v_.FirstToken(group); t < v_.EndToken(group); ++t) {
    const WordInfo& word = lexicon_.Word(v_.text.tokens[t].word);
    if (word.Has(pb::FUNCTION_ROLE_EARLIER) && (word.classes & kTime) == 0) {
      return true;
    }
  }
  return false;
}

void Resolver::GiveRole(int32_t entity, int32_t agent, int32_t body,
                        int32_t group) {
  const AgentEntry& role = lexicon_.agents[agent];
  e_.SetAgent(entity, agent);
  if (IsPersonRole(role.role) && !d_.entities[entity].plural) {
    d_.entities[entity].person = true;
    if (d_.entities[entity].actor < 0) {
      d_.entities[entity].kind = pb::ACTOR_KIND_PERSON;
    }
  }
  if (d_.entities[entity].gender == pb::GENDER_UNSPECIFIED) {
    d_.entities[entity].gender = role.gender;
  }
  if (role.role != pb::AGENT_ROLE_OFFICIAL &&
      role.role != pb::AGENT_ROLE_EXECUTIVE && SentBy(v_, group) < 0) {
    return;
  }
  if (IsFormer(group)) {
    d_.entities[entity].represents = -1;
    return;
  }
  if (body >= 0) {
    const int32_t principal =
        e_.OfActor(e_.Principal(body), MentionPhrase(v_, group));
    if (principal != entity) d_.entities[entity].represents = principal;
    return;
  }
  // A body that is in no lexicon: the possessor or "of" phrase.
  int32_t owner = v_.At(group).possessor;
  if (owner < 0) owner = GenitiveOf(v_, group);
  // "the leader of the party's | opposition to it".
  if (owner >= 0 && v_.At(owner).possessor >= 0 && !CanHold(v_, owner)) {
    owner = v_.At(owner).possessor;
  }
  if (owner >= 0 && IsField(owner)) owner = -1;
  const bool spoken_for = owner < 0;
  if (spoken_for) owner = SpokenFor(v_, group);
  if (owner < 0) owner = SentBy(v_, group);
  if (owner >= 0) {
    Resolution body_entity;
    Resolve(owner, &body_entity);
    if (!body_entity.entities.empty()) {
      int32_t principal = body_entity.entities[0];
      if (d_.entities[principal].represents >= 0) {
        principal = d_.entities[principal].represents;
      }
      // A firm's name may look like a person's: "a spokeswoman for Molson
      // Coors".
      if (principal != entity &&
          (spoken_for || !d_.entities[principal].person ||
           d_.entities[principal].maybe_body)) {
        d_.entities[entity].represents = principal;
      } else if (principal != entity && d_.entities[entity].person &&
                 v_.At(group).possessor >= 0) {
        d_.entities[entity].owner = principal;
      }
    }
    return;
  }
  const uint32_t first = v_.At(group).begin;
  if (v_.units[first].Is(kPossessivePronoun)) {
    const EntityList owners = ResolvePronoun(v_, v_.units[first], speaker_, d_);
    if (owners.size() == 1 && !d_.entities[owners[0]].person &&
        owners[0] != entity) {
      d_.entities[entity].represents = owners[0];
    }
    return;
  }
  const int32_t firm = NamedBefore(group);
  if (firm >= 0 && firm != entity) d_.entities[entity].represents = firm;
}

// "a | Molson Coors | spokesperson": the body of that name; -1 for none.
int32_t Resolver::NamedBefore(int32_t group) {
  const Group& g = v_.At(group);
  uint32_t begin = g.begin;
  while (begin < g.head && !v_.units[begin].name) ++begin;
  uint32_t end = begin;
  while (end < g.head && v_.units[end].name) ++end;
  if (begin == end || !v_.units[g.begin].Is(kDeterminer)) return -1;
  const Mention name = v_.Span(v_.units[begin].begin, v_.units[end - 1].end);
  int32_t body = e_.FindExactly(v_.TextOf(name), /*unlisted=*/true);
  if (body < 0) {
    body = e_.Add(v_.TextOf(name), name);
    d_.entities[body].kind = pb::ACTOR_KIND_ORGANIZATION;
  }
  return body;
}

}  // namespace stance
