// "that": a conjunction, a relative pronoun, a determiner or a pronoun.

#include <algorithm>

#include "service/engine/syntax/tag_rules.h"

namespace stance {
namespace {

namespace pb = lexicon::v1;

// The first form in [i, end) that may be a finite verb of the clause that
// begins before i; kNoUnit where the clause may end before it.
size_t FiniteFormAhead(const Neighbours& at, size_t i, size_t end) {
  for (; i < at.units.size() && i < end; ++i) {
    const uint32_t c = at.Classes(i);
    if (at.IsPunctuation(i) ||
        (c & (kCoordinator | kRelative | kPreposition | kTo))) {
      return kNoUnit;
    }
    if ((c & (kFiniteVerb | kVerbBase)) && !(c & kAuxiliary) &&
        !at.AfterOpener(i)) {
      return i;
    }
  }
  return kNoUnit;
}

// "(the plan that) Peru backs has failed": behind a noun group two verbs meet;
// the first lacks its object.
bool VerbsMeetAhead(const Neighbours& at, size_t i) {
  const size_t end = i + 7;
  for (size_t j = FiniteFormAhead(at, i + 1, end); j != kNoUnit;
       j = FiniteFormAhead(at, j + 1, end)) {
    const uint32_t c = at.Classes(j);
    // "that the pay offer was": the noun before is no subject of this form.
    const uint32_t before = at.Classes(j - 1);
    const bool plural = (before & kNounPlural) != 0;
    const bool agrees = (c & kVerbThird) ? !plural : plural;
    if (!(c & kVerbPast) && !(before & kPronoun) && !agrees) continue;
    // "the charge that the firm lied was denied": no object is missing; "(a tax
    // that) bakers say will ruin them" lacks a subject.
    if (!at.units[j].Takes(pb::SLOT_OBJECT) &&
        !(at.units[j].Reads(EntryKind::kReporting) && !(c & kAnyNoun))) {
      return false;
    }
    const size_t next = at.SkipAdverbs(j + 1);
    return at.SurelyFinite(next) && !(at.Classes(next) & kPossessiveClitic);
  }
  return false;
}

// "(the claim that) Peru backed the raid": the verb has its object.
bool ObjectAhead(const Neighbours& at, size_t i) {
  const size_t end = i + 5;
  for (size_t j = FiniteFormAhead(at, i + 1, end); j != kNoUnit;
       j = FiniteFormAhead(at, j + 1, end)) {
    const bool object =
        (at.Classes(j + 1) & (kDeterminer | kPossessivePronoun)) != 0;
    if (!object && (at.Classes(j) & kAnyNoun)) continue;
    return object && !at.units[j].Reads(EntryKind::kReporting);
  }
  return false;
}

// "(announced a deal that) unions oppose.": the verb lacks its object.
bool ObjectMissing(const Neighbours& at, size_t i) {
  const size_t j = FiniteFormAhead(at, i + 1, i + 7);
  // "(it is the noise that) residents object to".
  if (j != kNoUnit && at.IsPunctuation(j + 2) &&
      CueTakesNext(at, j, pb::WORD_CLASS_VERB)) {
    return true;
  }
  // "(agreed a levy that) the bishop described as unfair".
  if (j != kNoUnit && j > i + 1 && j + 1 < at.units.size() &&
      at.units[j].Takes(pb::SLOT_EVALUATED_OBJECT) &&
      at.units[j + 1].Has(pb::FUNCTION_ROLE_AS) &&
      !(at.Classes(j - 1) & kAuxiliary)) {
    return true;
  }
  if (j == kNoUnit || !at.units[j].Takes(pb::SLOT_OBJECT) ||
      at.units[j].Takes(pb::SLOT_THAT_CLAUSE)) {
    return false;
  }
  // "concern that prisoners were mistreated".
  size_t before = j - 1;
  while (before > i && (at.Classes(before) & (kAdverb | kNegation))) --before;
  return !(at.Classes(before) & kAuxiliary) && at.IsPunctuation(j + 1) &&
         !at.IsQuote(j + 1);
}

// "(asked for a delay,) a step that | traders have long sought": a noun that
// sums up what stands before it, and a verb behind that lacks its object.
bool SumsUp(const Neighbours& at, size_t i) {
  size_t noun = i;
  while (noun > 0 && (at.Tag(noun - 1) & (kAnyNoun | kAdjective))) --noun;
  if (noun < 2 || noun == i ||
      !at.units[noun - 1].Has(pb::FUNCTION_ROLE_INDEFINITE) ||
      !at.IsPunctuation(noun - 2)) {
    return false;
  }
  size_t verb = i + 1;
  const size_t end = std::min(at.units.size(), i + 9);
  const auto may_be_verb = [&](size_t j) {
    return (at.Classes(j) & (kAuxiliary | kAnyVerb)) != 0 &&
           !(at.Classes(j) & (kAnyNoun | kDeterminer));
  };
  while (verb < end && !at.IsPunctuation(verb) && !may_be_verb(verb)) ++verb;
  if (verb == i + 1 || verb >= end || at.IsPunctuation(verb)) return false;
  bool passive = false;
  for (size_t next = at.SkipAdverbs(verb + 1);
       next < at.units.size() && (at.Classes(next) & kAnyVerb);
       next = at.SkipAdverbs(verb + 1)) {
    passive = (at.Classes(verb) & kBe) != 0 &&
              (at.Classes(next) & kVerbParticiple) != 0;
    verb = next;
  }
  if (passive) return false;
  if (at.units[verb].Takes(pb::SLOT_EVALUATED_OBJECT)) return true;
  const size_t next = at.SkipAdverbs(verb + 1);
  return at.units[verb].Takes(pb::SLOT_OBJECT) &&
         (at.IsPunctuation(next) || (at.Classes(next) & kTime) ||
          ((at.Classes(next) & (kPreposition | kSubordinator | kCoordinator)) &&
           !(at.Classes(next) & (kDeterminer | kTo))));
}

// "It is a great shame | that the mill closed": a noun of verdict, which is
// said of the clause.
bool IsExtraposedVerdict(const Neighbours& at, size_t noun) {
  if (!at.units[noun].Takes(pb::SLOT_EVALUATED)) return false;
  size_t copula = noun;
  for (int steps = 0; steps < 5 && copula > 0; ++steps) {
    --copula;
    if (!(at.Tag(copula) & (kAdjective | kAnyNoun | kDeterminer | kAdverb))) {
      break;
    }
  }
  if (copula == 0 || !(at.Tag(copula) & kBe)) return false;
  const size_t subject = at.Before(copula);
  return subject != kNoUnit && at.units[subject].Has(pb::FUNCTION_ROLE_NEUTER);
}

// "the embargo that its neighbours imposed": neither the noun before nor the
// verb before that takes a clause.
bool IsRelativeThat(const Neighbours& at, size_t i) {
  const size_t noun = at.Before(i);
  if (at.units[noun].Takes(pb::SLOT_THAT_CLAUSE) ||
      at.units[noun].Has(pb::FUNCTION_ROLE_SPEAKER_NOUN)) {
    return false;
  }
  if (IsExtraposedVerdict(at, noun)) return false;
  for (size_t j = noun; j-- > 0;) {
    if (at.Tag(j) == 0 && at.IsBoundary(j)) break;
    if ((at.Tag(j) & kAnyVerb) == 0 || (at.Tag(j) & (kBe | kHave | kDo)))
      continue;
    // "It angers growers | that prices fell".
    if (at.units[j].Takes(pb::SLOT_SUBJECT_TARGET) && j > 0 &&
        at.Before(j) != kNoUnit &&
        at.units[at.Before(j)].Has(pb::FUNCTION_ROLE_NEUTER)) {
      return false;
    }
    return !at.units[j].Reads(EntryKind::kReporting) &&
           !at.units[j].Takes(pb::SLOT_THAT_CLAUSE);
  }
  return true;
}

// "rejected that view, though …", "rejected that account as absurd": "that"
// opens a noun group which ends where no verb of a clause could follow.
bool OpensObject(const Neighbours& at, size_t i, size_t verb) {
  if (at.units[verb].Reads(EntryKind::kReporting)) return false;
  size_t j = i + 1;
  while (j < at.units.size() && !at.IsPunctuation(j) &&
         (at.Classes(j) & (kAdjective | kNoun)) != 0) {
    ++j;
  }
  if (j == i + 1 || !(at.Classes(j - 1) & kNoun)) return false;
  if (at.IsPunctuation(j)) return !at.IsQuote(j);
  return (at.Classes(j) & kPreposition) != 0 && !(at.Classes(j) & kAnyVerb) &&
         !at.units[verb].Takes(pb::SLOT_THAT_CLAUSE);
}

// "told reporters that | talks were near": the word at n is a noun, for its
// verb follows, and whoever stands before is told so.
bool IsToldThat(const Neighbours& at, size_t i, size_t n) {
  return at.units[at.Before(i)].Reads(EntryKind::kAgent) &&
         (at.Classes(n) & kAnyNoun) && at.SurelyFinite(at.SkipAdverbs(n + 1)) &&
         !IsRelativeThat(at, i);
}

// "would accept | that | if asked", not "said that if asked it would".
bool IsOnCondition(const Neighbours& at, size_t i) {
  const Unit& verb = at.units[i - 1];
  return (at.Classes(i + 1) & kSubordinator) && verb.Takes(pb::SLOT_OBJECT) &&
         !verb.Reads(EntryKind::kReporting);
}

}  // namespace

uint32_t TagThat(const Neighbours& at, const Place& place) {
  const size_t i = place.unit;
  const uint32_t p = place.tag_before;
  // "that | nobody asked", "that | no soldier": a subject, though it denies.
  const size_t n = (at.Classes(i + 1) & (kPronoun | kDeterminer))
                       ? i + 1
                       : at.SkipAdverbs(i + 1);
  const uint32_t next = at.Classes(n);
  const bool verb_next =
      (next & kAuxiliary) ||
      ((next & kAnyVerb) && !(next & (kAnyNoun | kAdjective)));
  // "voiced relief that “talks are on”": of the noun.
  if (at.IsQuote(n) && (p & kAnyNoun) && at.IsQuote(i + 1) &&
      at.units[at.Before(i)].Takes(pb::SLOT_THAT_CLAUSE) &&
      at.ClauseAheadLong(n + 1)) {
    return kSubordinator;
  }
  if (at.IsPunctuation(n)) return kPronoun;
  // "regards that as an insult", "would accept that if asked".
  if (i + 1 < at.units.size() && (p & kAnyVerb) &&
      (at.units[i + 1].Has(pb::FUNCTION_ROLE_AS) || IsOnCondition(at, i))) {
    return kPronoun;
  }
  if ((place.tag_beside & kAnyVerb) && OpensObject(at, i, i - 1)) {
    return kDeterminer;
  }
  // "said that closing the mine would be wrong".
  if ((next & kVerbGerund) && (p & kAnyVerb) && at.VerbAhead(n + 1)) {
    return kSubordinator;
  }
  if (verb_next) {
    return (p & (kAnyNoun | kPronoun)) ? kRelative : kPronoun;
  }
  if (next & (kPreposition | kCoordinator)) {
    if (!(next & (kAnyNoun | kAdjective | kProper))) return kPronoun;
  }
  // "is something that | Peru rejects".
  if ((p & (kPronoun | kNumberWord)) && at.SumsUpAlone(i - 1)) {
    return kRelative;
  }
  // "backs nothing that | raises prices", not "told everyone that costs rose".
  if ((p & kPronoun) && i > 0 && at.units[i - 1].functions == 0 &&
      (next & kVerbThird) && !at.SurelyFinite(at.SkipAdverbs(n + 1))) {
    return kRelative;
  }
  if (p & (kAnyVerb | kAdjective | kAnyNoun)) {
    if ((p & kAnyNoun) && VerbsMeetAhead(at, n)) return kRelative;
    // "the region that borders Russia".
    if ((p & kAnyNoun) && (next & kVerbThird) && !(next & kNoun) &&
        (at.Classes(n + 1) &
         (kDeterminer | kPossessivePronoun | kProper | kPronoun))) {
      return kRelative;
    }
    if ((p & kAnyNoun) && SumsUp(at, i)) return kRelative;
    if ((p & kAnyNoun) && ObjectAhead(at, n)) return kSubordinator;
    if ((p & kAnyNoun) && ObjectMissing(at, n)) return kRelative;
    if (at.VerbAhead(n) || at.FiniteAhead(n) || at.ClauseAheadLong(n)) {
      if ((next & kAnyVerb) && (p & kAnyNoun) && !IsToldThat(at, i, n)) {
        return kRelative;
      }
      return (p & kAnyNoun) && IsRelativeThat(at, i) ? kRelative
                                                     : kSubordinator;
    }
  }
  // "said that talks failed": no determiner before a plural.
  if ((next & kNounPlural) && !(next & (kNoun | kAdjective | kProper))) {
    return (p & kAnyNoun) && (next & kVerbThird) ? kRelative : kSubordinator;
  }
  // "demanded that Peru withdraw it".
  if ((p & (kAnyVerb | kTime)) && (next & kProper) && !(next & kTime)) {
    return kSubordinator;
  }
  if (p & kCoordinator) {
    if (next & (kDeterminer | kProper | kPronoun | kPossessivePronoun)) {
      return kSubordinator;
    }
  }
  if (next & (kDeterminer | kPronoun | kPossessivePronoun)) {
    return kSubordinator;
  }
  return at.NounFollows(i + 1) ? kDeterminer : kPronoun;
}

}  // namespace stance
