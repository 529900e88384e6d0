// Clitics, "to", relatives and subordinators.

#include "service/engine/syntax/tag_rules.h"

namespace stance {
namespace {

namespace pb = lexicon::v1;

// The verb, adjective or noun before is one that takes infinitives: a cue.
bool InfinitiveExpected(const Neighbours& at, size_t i) {
  if (i == 0) return false;
  if ((at.Tag(i - 1) & kAnyNoun) && at.units[i - 1].Reads(EntryKind::kCue)) {
    return false;
  }
  int steps = 0;
  for (size_t j = i; j-- > 0 && steps++ < 7;) {
    if (at.Tag(j) == 0 || (at.Tag(j) & kPreposition)) return false;
    if ((at.Tag(j) & kAnyVerb) && !(at.Tag(j) & (kBe | kHave | kDo))) {
      constexpr uint32_t kOfSubject = 1u << pb::SLOT_SUBJECT_TARGET;
      return (at.units[j].slots & ~kOfSubject) != 0;
    }
    if ((at.Tag(j) & kAdjective) && at.units[j].Reads(EntryKind::kCue)) {
      return true;
    }
  }
  return false;
}

// "It is unacceptable | to hold them".
bool IsExtraposed(const Neighbours& at, size_t i) {
  const size_t copula = at.Before(i - 1);
  if (!(at.Tag(i - 1) & kAdjective) || copula == kNoUnit ||
      !(at.Tag(copula) & kBe)) {
    return false;
  }
  const size_t subject = at.Before(copula);
  return subject != kNoUnit && at.units[subject].Has(pb::FUNCTION_ROLE_NEUTER);
}

bool CoordinatorAhead(const Neighbours& at, size_t i) {
  for (size_t j = i; j < at.units.size() && j < i + 9; ++j) {
    if (at.Classes(j) & kCoordinator) return true;
    if (at.IsPunctuation(j)) return false;
  }
  return false;
}

}  // namespace

bool OpensCorrelation(const Neighbours& at, const Place& place) {
  const Unit& unit = at.units[place.unit];
  const uint32_t c = place.classes;
  const bool neither = (c & kNegation) && unit.Has(pb::FUNCTION_ROLE_ECHO);
  const bool either = (c & kDeterminer) && (c & kPronoun);
  const bool both = (c & kQuantifier) && unit.Has(pb::FUNCTION_ROLE_BOTH);
  if (!neither && !either && !both) return false;
  const uint32_t next = at.Classes(place.unit + 1);
  // A second determiner shows it: "both the mine and the dam".
  const bool determiner =
      (next & (kDeterminer | kPossessivePronoun)) && !(next & kVerbBase);
  const bool name = neither && (next & kProper);
  // "neither backs nor opposes it".
  const bool verb = neither && (place.tag_beside & (kNominal | kAuxiliary)) &&
                    (next & kAnyVerb);
  return (determiner || name || verb) && CoordinatorAhead(at, place.unit + 2);
}

uint32_t TagClitic(const Neighbours& at, const Place& place) {
  const size_t i = place.unit;
  if ((place.classes & kBe) == 0) return kPossessiveClitic;
  const size_t n = at.SkipAdverbs(i + 1);
  if (place.tag_beside & (kPronoun | kInterrogative)) return kBe | kVerbThird;
  if ((at.Classes(n) & (kDeterminer | kPronoun | kPreposition)) ||
      at.IsPunctuation(i + 1)) {
    return at.IsPunctuation(i + 1) ? kPossessiveClitic : (kBe | kVerbThird);
  }
  return kPossessiveClitic;
}

uint32_t TagTo(const Neighbours& at, size_t i) {
  const bool quoted = at.IsQuote(i + 1);
  size_t n = quoted ? i + 2 : i + 1;
  while (n < at.units.size() && (at.Classes(n) & (kAdverb | kNegation)) &&
         !(at.Classes(n) & kVerbBase)) {
    ++n;
  }
  // to “immediately” lift.
  if (quoted && n > i + 2 && at.IsQuote(n)) ++n;
  const uint32_t c = at.Classes(n);
  if ((c & kVerbBase) == 0) return kPreposition;
  if (c & (kBe | kHave | kDo)) return kTo;
  // "not opposed to transit", "no objection to work in camps", "objected to
  // lower wages".
  const bool describes =
      (c & kAdjective) && (at.Classes(n + 1) & (kAnyNoun | kAdjective));
  if (((c & kAnyNoun) || describes) && i > 0 && !IsExtraposed(at, i) &&
      !at.units[i - 1].Takes(pb::SLOT_INFINITIVE) &&
      (CueTakesNext(at, i - 1, pb::WORD_CLASS_ADJECTIVE) ||
       CueTakesNext(at, i - 1, pb::WORD_CLASS_NOUN) ||
       (describes && CueTakesNext(at, i - 1, pb::WORD_CLASS_VERB))) &&
      !(at.Classes(n + 1) &
        (kDeterminer | kPossessivePronoun | kPronoun | kProper))) {
    return kPreposition;
  }
  if ((c & kAnyNoun) && !InfinitiveExpected(at, i)) {
    const uint32_t usual = at.Usual(n);
    if ((usual & kAnyNoun) && !(usual & kAnyVerb)) {
      // "to work on", "to talks with": a noun unless an object follows.
      return at.StartsNounGroup(n + 1) && !(at.Classes(n + 1) & kAnyNoun)
                 ? kTo
                 : kPreposition;
    }
  }
  return kTo;
}

uint32_t TagRelative(const Place& place) {
  const uint32_t c = place.classes;
  const uint32_t p = place.tag_before;
  if ((p & kNominal) || (place.tag_beside == 0 && place.unit > 0)) {
    if (!(c & kSubordinator) || (p & kNominal)) return kRelative;
  }
  if (c & kSubordinator) return kSubordinator;
  return (p & kPreposition) ? kRelative
                            : (c & kInterrogative ? kInterrogative : kRelative);
}

uint32_t TagSubordinator(const Neighbours& at, const Place& place,
                         const ClauseSoFar& clause) {
  const size_t i = place.unit;
  const uint32_t c = place.classes;
  // "Kenya and Uganda once shared a coach": the subject waits for its verb.
  if ((c & kAdverb) && !(c & kPreposition) && (place.tag_beside & kNominal) &&
      !clause.has_finite) {
    return kAdverb;
  }
  // "critics such | as Peru say".
  if (i > 1 && at.units[i].Has(pb::FUNCTION_ROLE_AS) &&
      at.units[i - 1].Has(pb::FUNCTION_ROLE_DEMONSTRATIVE) &&
      (at.Tag(i - 2) & kAnyNoun)) {
    return kPreposition;
  }
  const size_t n = at.SkipAdverbs(i + 1);
  // "has since backed it".
  if ((place.tag_beside & kHave) && (at.Classes(i + 1) & kVerbParticiple)) {
    return kAdverb;
  }
  if (at.Classes(n) & kVerbGerund) {
    if (!(at.Classes(n) & kAnyNoun) && (c & kPreposition)) return kPreposition;
  }
  // "like Peru | before them, it refused".
  if ((c & kPreposition) && (at.Classes(i + 1) & kPronoun) &&
      at.IsPunctuation(i + 2)) {
    return kPreposition;
  }
  if (at.ClauseFollows(i + 1)) return kSubordinator;
  return c & kPreposition ? kPreposition : kAdverb;
}

}  // namespace stance
