#include "service/engine/stance/pronouns.h"

#include <algorithm>

namespace stance {
namespace {

namespace pb = lexicon::v1;

// How far back (in sentences) a pronoun may look.
constexpr uint32_t kPronounReach = 4;
// And how far behind somebody named later the subject may lie that goes before
// them.
constexpr uint32_t kSubjectReach = 1;
// And how many have been spoken of since, in sentences without end.
constexpr size_t kMostSince = 128;

// "Ana Reyes", not "the magistrate".
bool IsNamedInFull(const Entity& entity) {
  return entity.person && !entity.maybe_body && !entity.name.empty() &&
         !(entity.name[0] >= 'a' && entity.name[0] <= 'z') &&
         entity.name.find(' ') != std::string_view::npos;
}

// `narrated`: only who is spoken of outside of speech in quotation marks.
template <typename Predicate>
EntityList Recent(const SentenceView& view, const Discourse& d,
                  const EntityList& excluded, bool possessive, bool narrated,
                  Predicate fits) {
  // The last subject that fits, else the last one at all; a possessive looks in
  // its own sentence first ("Sweden's ban … and its minister").
  int32_t any = -1;
  uint32_t nearest = 0;
  bool here = false;  // `any` is of this sentence
  for (size_t i = d.recent.size(); i-- > 0;) {
    const Discourse::Recent& recent = d.recent[i];
    if (view.index > recent.sentence + kPronounReach ||
        i + kMostSince < d.recent.size()) {
      break;
    }
    if (possessive && here && recent.sentence < view.index) break;
    // Who was named last, if only in passing, before subjects further off.
    if (any >= 0 && recent.sentence + 1 < view.index &&
        (possessive || IsNamedInFull(d.entities[any]))) {
      break;
    }
    if (narrated && recent.in_speech) continue;
    if (!fits(d.entities[recent.entity])) continue;
    if (std::find(excluded.begin(), excluded.end(), recent.entity) !=
        excluded.end())
      continue;
    // A subject of sentences ago is no nearer than whoever was named since.
    if (any >= 0 && recent.sentence + kSubjectReach < nearest) break;
    if (recent.subject) return {recent.entity};
    if (any < 0) {
      any = recent.entity;
      nearest = recent.sentence;
      here = recent.sentence == view.index;
    }
  }
  if (any >= 0) return {any};
  return {};
}

// "a levy that Roe said | she would sign": whoever says it, unless somebody
// else was the subject since ("Roe said that Ruiz knew | she would lose").
bool IsOfSpeaker(const SentenceView& view, const Unit& unit, int32_t speaker,
                 const Discourse& d, const EntityList& excluded) {
  if (speaker < 0 || unit.Is(kPossessivePronoun) ||
      !MayTakeUp(unit, d.entities[speaker]) ||
      std::find(excluded.begin(), excluded.end(), speaker) != excluded.end() ||
      view.InSpeech(unit.begin)) {
    return false;
  }
  const size_t reach = std::min(d.recent.size(), kMostSince);
  for (size_t i = 1; i <= reach; ++i) {
    const Discourse::Recent& recent = d.recent[d.recent.size() - i];
    if (recent.sentence != view.index || recent.entity == speaker) break;
    if (recent.subject && MayTakeUp(unit, d.entities[recent.entity])) {
      return false;
    }
  }
  return true;
}

}  // namespace

bool MayTakeUp(const Unit& pronoun, const Entity& entity) {
  if (entity.plural) return false;
  if (pronoun.Has(pb::FUNCTION_ROLE_MASCULINE)) {
    return entity.person && entity.gender != pb::GENDER_FEMALE;
  }
  if (pronoun.Has(pb::FUNCTION_ROLE_FEMININE)) {
    return entity.person && entity.gender != pb::GENDER_MALE;
  }
  return pronoun.Has(pb::FUNCTION_ROLE_NEUTER) &&
         (!entity.person || entity.maybe_body);
}

bool IsFirstPerson(const Unit& unit) {
  return unit.Has(pb::FUNCTION_ROLE_FIRST_PLURAL) ||
         unit.Has(pb::FUNCTION_ROLE_FIRST_SINGULAR);
}

EntityList ResolvePronoun(const SentenceView& view, const Unit& unit,
                          int32_t speaker, const Discourse& d,
                          const EntityList& excluded) {
  const bool possessive = unit.Is(kPossessivePronoun);
  if (unit.Has(pb::FUNCTION_ROLE_FIRST_PLURAL)) {
    if (speaker < 0) return {};
    const Entity& entity = d.entities[speaker];
    return {entity.represents >= 0 ? entity.represents : speaker};
  }
  if (unit.Has(pb::FUNCTION_ROLE_FIRST_SINGULAR)) {
    if (speaker < 0) return {};
    return {speaker};
  }
  if (unit.Has(pb::FUNCTION_ROLE_MASCULINE) ||
      unit.Has(pb::FUNCTION_ROLE_FEMININE) ||
      unit.Has(pb::FUNCTION_ROLE_NEUTER)) {
    if (IsOfSpeaker(view, unit, speaker, d, excluded)) {
      // "The senator's aide said | he opposed it": the senator.
      const int32_t owner = d.entities[speaker].owner;
      const bool owned = owner >= 0 && MayTakeUp(unit, d.entities[owner]);
      return {owned ? owner : speaker};
    }
    // "Her aide agreed. She …": not the aide.
    const auto fits = [&](const Entity& e) {
      return MayTakeUp(unit, e) &&
             (e.owner < 0 || e.last_sentence == view.index ||
              !MayTakeUp(unit, d.entities[e.owner]));
    };
    // "My aide was hurt," she said: nobody whom she only speaks of.
    if (!view.InSpeech(unit.begin)) {
      const EntityList narrated = Recent(view, d, excluded, possessive,
                                         /*narrated=*/true, fits);
      if (!narrated.empty()) return narrated;
    }
    return Recent(view, d, excluded, possessive, /*narrated=*/false, fits);
  }
  if (unit.Has(pb::FUNCTION_ROLE_THIRD_PLURAL)) {
    // "The British and French ministers said they accepted it".
    if (speaker >= 0 && d.last_plural_sentence == view.index &&
        std::find(d.last_plural.begin(), d.last_plural.end(), speaker) !=
            d.last_plural.end()) {
      return d.last_plural;
    }
    // "All the delegations said they accepted it".
    if (speaker >= 0 && !possessive && d.entities[speaker].plural &&
        std::find(excluded.begin(), excluded.end(), speaker) ==
            excluded.end()) {
      return {speaker};
    }
    if (!d.last_plural.empty() && view.index <= d.last_plural_sentence + 2) {
      // A plural group that was spoken of since is nearer.
      EntityList nearer = Recent(view, d, excluded, possessive, false,
                                 [](const Entity& e) { return e.plural; });
      if (nearer.empty() ||
          d.entities[nearer[0]].last_sentence < d.last_plural_sentence) {
        return d.last_plural;
      }
      return nearer;
    }
    EntityList plural = Recent(view, d, excluded, possessive, false,
                               [](const Entity& e) { return e.plural; });
    if (!plural.empty()) return plural;
    return Recent(view, d, excluded, possessive, false, [](const Entity& e) {
      return !e.person && e.kind != pb::ACTOR_KIND_COUNTRY;
    });
  }
  // "Q: Do you back it?"
  if (d.turn_speaker == kQuestioner && d.interviewee >= 0 && !possessive) {
    const int32_t body = d.entities[d.interviewee].represents;
    return {body >= 0 ? body : d.interviewee};
  }
  return {};
}

bool IsEachSide(const SentenceView& view, int32_t group) {
  const Group& g = view.At(group);
  return g.end - g.begin == 2 && !g.plural &&
         view.units[g.begin].Has(pb::FUNCTION_ROLE_RECIPROCAL) &&
         view.Head(group).Has(pb::FUNCTION_ROLE_COUNTRY_NOUN);
}

EntityList ResolvePair(const SentenceView& view, int32_t group,
                       const Discourse& d) {
  const Group& g = view.At(group);
  const bool each = IsEachSide(view, group);
  if (!each && !view.Head(group).Has(pb::FUNCTION_ROLE_PAIR)) return {};
  bool both = each;
  for (uint32_t u = g.begin; u < g.end; ++u) {
    both |= view.units[u].Has(pb::FUNCTION_ROLE_BOTH);
  }
  if (!both) {
    // "The sides signed", right after they were named.
    const bool bare = g.end - g.begin == 2 &&
                      view.units[g.begin].Has(pb::FUNCTION_ROLE_DEFINITE);
    return bare && d.last_plural.size() == 2 &&
                   view.index <= d.last_plural_sentence + kPronounReach
               ? d.last_plural
               : EntityList{};
  }
  if (d.last_plural.size() == 2) return d.last_plural;
  EntityList pair;
  for (size_t i = d.recent.size(); i-- > 0 && pair.size() < 2;) {
    const int32_t entity = d.recent[i].entity;
    if (d.entities[entity].kind != pb::ACTOR_KIND_COUNTRY) continue;
    if (std::find(pair.begin(), pair.end(), entity) == pair.end()) {
      pair.push_back(entity);
    }
  }
  if (pair.size() != 2) return {};
  std::reverse(pair.begin(), pair.end());
  return pair;
}

}  // namespace stance
