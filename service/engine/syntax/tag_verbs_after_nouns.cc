// Words that may be verbs, behind a noun group: its verb, or part of it?

#include "service/engine/syntax/tag_rules.h"

namespace stance {

namespace pb = lexicon::v1;

uint32_t TagVerbAfterNoun(const Neighbours& at, size_t i, uint32_t c,
                          uint32_t p, size_t b, ClauseSoFar* clause) {
  const uint32_t nouns = c & kAnyNoun;
  const uint32_t next = at.Classes(i + 1);
  const bool object_next =
      (next & (kDeterminer | kPossessivePronoun | kPronoun | kProper | kTo |
               kNumberWord | kQuantifier | kSubordinator)) != 0 ||
      (next & kPreposition) != 0;
  const bool strong_object = (next & (kDeterminer | kPossessivePronoun |
                                      kPronoun | kProper | kTitle)) != 0;
  if (c & (kVerbPast | kVerbParticiple)) {
    const bool by = i + 1 < at.units.size() &&
                    at.units[i + 1].Has(pb::FUNCTION_ROLE_PASSIVE_AGENT);
    if (!(c & kVerbPast)) {
      if (c & kVerbParticiple && !nouns && !(c & kVerbBase)) {
        return kVerbParticiple;
      }
    } else if (!(c & kVerbParticiple)) {
      return kVerbPast;
    } else {
      // "Lavrov said Russia has …": of saying, not said of.
      if (at.units[i].Reads(EntryKind::kReporting) && !by &&
          (strong_object || (next & kSubordinator) ||
           (at.StartsNounGroup(i + 1) && at.VerbAhead(i + 2))) &&
          !clause->has_finite) {
        return kVerbPast;
      }
      // "blocks bid to buy it", "for a rate cut".
      if (nouns && (!object_next || (clause->has_finite && (next & kTo))) &&
          (clause->has_finite || !at.IsPunctuation(i + 1))) {
        return nouns;
      }
      if (by || clause->has_finite || at.VerbAheadAfterReduced(i + 1)) {
        // "said Russia vetoed the text": a new clause after a verb of
        // saying; its noun group is a subject.
        if (!by && clause->has_finite && at.SubjectOfNewClause(i, b)) {
          return kVerbPast;
        }
        return kVerbParticiple;
      }
      return kVerbPast;
    }
  }
  if ((c & kVerbGerund) && !(c & kFiniteVerb)) {
    if (nouns && (at.Usual(i) & kAnyNoun) &&
        !(next & (kDeterminer | kProper | kPossessivePronoun))) {
      return nouns;
    }
    if (nouns && at.IsPunctuation(i + 1)) return nouns;
    return at.StartsNounGroup(i + 1) || (next & (kPreposition | kTo)) ||
                   at.IsPunctuation(i + 1)
               ? kVerbGerund
               : (nouns ? nouns : kAdjective);
  }
  const bool plural = (p & kNounPlural) != 0 || at.Coordinated(b);
  // "demanded that the council scrap the system": the subjunctive.
  if ((c & kVerbBase) && clause->subjunctive && !clause->has_finite &&
      strong_object && !at.FiniteAhead(i + 1)) {
    clause->finite_base = true;
    return kVerbBase;
  }
  if ((c & kVerbThird) && !plural) {
    if (!nouns) return kVerbThird;
    // After "and" a noun is likelier, unless an object shows the verb.
    const bool fresh = !clause->has_finite && !clause->clause_had_finite;
    const bool new_clause = at.SubjectOfNewClause(i, b);
    if (fresh || strong_object || new_clause) {
      if ((fresh || !clause->has_finite || new_clause) &&
          (strong_object || at.VerbFollowsCoordinator(i) ||
           (!at.FiniteAhead(i + 1) && !(nouns && at.VerbAhead(i + 1)) &&
            ((fresh && (object_next || at.StartsNounGroup(i + 1))) ||
             (at.Usual(i) & kAnyVerb))))) {
        return kVerbThird;
      }
    }
    return nouns;
  }
  if ((c & kVerbBase) && (plural || (p & kProper))) {
    if (!nouns && !(c & kAdjective)) {
      clause->finite_base = true;
      return kVerbBase;
    }
    if ((plural) && (!clause->has_finite || at.SubjectOfNewClause(i, b)) &&
        !at.FiniteAhead(i + 1) && (object_next || !at.IsPunctuation(i + 1))) {
      clause->finite_base = true;
      return kVerbBase;
    }
  }
  if (nouns) return nouns;
  if (c & kAdjective) return kAdjective;
  return AnyVerbTag(c, clause);
}

}  // namespace stance
