// What may come: questions about the units from i on, whose tags are not known
// yet.

#include <algorithm>
#include <string_view>

#include "service/engine/syntax/neighbours.h"
#include "service/engine/text/token_tests.h"

namespace stance {

bool Neighbours::SurelyFinite(size_t i) const {
  const uint32_t c = Classes(i);
  if (c & kModal) return !((c & kTime) && IsCapitalised(i));
  // "China's" is hardly ever "China is".
  if (c & kPossessiveClitic) return false;
  if (c & (kBe | kHave | kDo)) return (c & (kVerbThird | kVerbPast)) != 0;
  if ((c & kAnyVerb) == 0) return false;
  if (c & (kAnyNoun | kAdjective | kPreposition)) return false;
  if ((c & kVerbThird) != 0) return true;
  return (c & kVerbPast) != 0 && (c & kVerbParticiple) == 0;
}

size_t Neighbours::ParentheticalEnd(size_t i) const {
  constexpr size_t kLongest = 40;
  const auto mark = [&](size_t j) {
    return IsPunctuation(j) ? text.Of(text.tokens[units[j].begin])
                            : std::string_view();
  };
  const size_t limit = std::min(units.size(), i + kLongest);
  const std::string_view opening = mark(i);
  if (opening == ",") {
    size_t j = i + 1;
    while (j < limit && (Classes(j) & (kNominal | kNounOpener | kTitle))) ++j;
    // "Residents, | he said, | complained about it".
    const bool said = j > i + 1 && j < limit &&
                      units[j].Reads(EntryKind::kReporting) &&
                      (Classes(j) & kFiniteVerb);
    return said && IsComma(j + 1) ? j + 1 : kNoUnit;
  }
  std::string_view closing;
  if (opening == "(") {
    closing = ")";
  } else if (text_internal::IsDash(text, units[i].begin)) {
    closing = opening;
  } else {
    return kNoUnit;
  }
  for (size_t j = i + 2; j < limit; ++j) {
    if (mark(j) == closing) return j;
    if (mark(j) == ";") break;
  }
  return kNoUnit;
}

bool Neighbours::SaysWhat(size_t i) const {
  return (Classes(i) & kVerbGerund) != 0 &&
         units[i].Reads(EntryKind::kReporting) &&
         (Classes(i + 1) & kNounOpener) != 0;
}

bool Neighbours::FiniteAhead(size_t i) const {
  for (size_t j = i; j < units.size() && j < i + 14; ++j) {
    if (IsPunctuation(j)) return false;
    const uint32_t c = Classes(j);
    if (c & (kCoordinator | kRelative)) return false;
    if ((c & kSubordinator) && !(c & kPreposition)) return false;
    if (SurelyFinite(j) && !AfterOpener(j)) return true;
  }
  return false;
}

bool Neighbours::AfterOpener(size_t i) const {
  if (i == 0) return false;
  const uint32_t c = Classes(i - 1);
  // "for guided groups", "to adopt painted bays": nothing finite there.
  if (c == kPreposition) return true;
  if (i > 1 && (c & kVerbBase) && (Classes(i - 2) & kTo)) return true;
  return (c & (kDeterminer | kPossessivePronoun | kPossessiveClitic)) != 0 &&
         (c & (kPronoun | kBe | kRelative)) == 0;
}

bool Neighbours::VerbAhead(size_t i) const {
  for (size_t j = i; j < units.size() && j < i + 14; ++j) {
    if (IsPunctuation(j)) return false;
    const uint32_t c = Classes(j);
    if (c & (kCoordinator | kRelative)) return false;
    if (AfterOpener(j)) continue;
    if (SurelyFinite(j)) return true;
    if (LikelyPast(j)) return true;
  }
  return false;
}

bool Neighbours::LikelyPast(size_t j) const {
  const uint32_t c = Classes(j);
  if (!(c & kVerbPast) || (c & kAnyNoun)) return false;
  return !(c & kAdjective) ||
         (Classes(j + 1) & (kDeterminer | kPossessivePronoun | kProper |
                            kPronoun | kPreposition | kTo | kQuantifier));
}

bool Neighbours::StartsNounGroup(size_t i) const {
  const uint32_t c = Classes(i);
  if (units.size() <= i) return false;
  if (c & (kDeterminer | kPossessivePronoun | kProper | kNumberWord |
           kQuantifier | kPronoun)) {
    return true;
  }
  return (c & (kAdjective | kAnyNoun)) != 0 && !(c & kPreposition);
}

bool Neighbours::StandsAlone(size_t i) const {
  const size_t n = i + 1;
  // "the British, French and German ministers".
  if (IsComma(n) && (Classes(n + 1) & kAdjective) &&
      (Classes(n + 1) & kProper) && !IsPunctuation(n + 2)) {
    return StandsAlone(n + 1);
  }
  if (IsPunctuation(n)) return true;
  const uint32_t c = Classes(n);
  if (c & (kAnyNoun | kAdjective)) {
    return (c & kAnyVerb) && !(c & kAdjective) && !NounGroupContinues(n);
  }
  if ((c & kCoordinator) && n + 1 < units.size() &&
      (Classes(n + 1) & kAdjective) && (Classes(n + 1) & kProper)) {
    return StandsAlone(n + 1);
  }
  return true;
}

bool Neighbours::NounFollows(size_t i) const {
  if (IsPunctuation(i)) {
    return IsQuote(i) && i + 1 < units.size() && NounFollows(i + 1);
  }
  const uint32_t c = Classes(i);
  if (c & kAuxiliary) return false;
  // "any such order".
  if ((c & kDeterminer) && i < units.size() && !units[i].IsArticle()) {
    return NounFollows(i + 1);
  }
  if (c & (kPreposition | kSubordinator | kTo) & ~kAdjective) {
    if (!(c & (kAnyNoun | kAdjective))) return false;
  }
  if (c &
      (kAnyNoun | kAdjective | kNumberWord | kQuantifier | kTime | kTitle)) {
    return true;
  }
  if (c & (kVerbParticiple | kVerbGerund)) return NounFollows(i + 1);
  if (c & kAdverb) return NounFollows(i + 1);
  return false;
}

bool Neighbours::VerbBehindRelative(size_t i) const {
  size_t j = i;
  for (; j < units.size() && j < i + 6; ++j) {
    if (IsPunctuation(j)) return false;
    if (Classes(j) & kRelative) break;
  }
  if (j == i || !(Classes(j) & kRelative)) return false;
  int verbs = 0;
  for (++j; j < units.size() && j < i + 16 && !IsPunctuation(j); ++j) {
    if (Classes(j) & (kCoordinator | kRelative)) return false;
    if (AfterOpener(j) || (Classes(j - 1) & kAuxiliary)) continue;
    if (SurelyFinite(j) || LikelyPast(j)) ++verbs;
  }
  return verbs >= 2;
}

bool Neighbours::BaseBehindPlural(size_t i) const {
  const size_t end = std::min(units.size(), i + 5);
  for (size_t j = i + 1; j < end && !IsPunctuation(j); ++j) {
    if (Classes(j) & (kPreposition | kCoordinator | kTo)) return false;
    if (!(Classes(j - 1) & kNounPlural) || !(Classes(j) & kVerbBase)) continue;
    // "as players threaten a strike": nothing but a verb.
    return IsPunctuation(j + 1) || j + 1 == units.size() ||
           !(Classes(j) & ~kAnyVerb) || (Usual(j) & kAnyVerb) != 0 ||
           (Classes(j + 1) & (kDeterminer | kPossessivePronoun)) != 0;
  }
  return false;
}

bool Neighbours::ClauseFollows(size_t i) const {
  if (i < units.size() && (Classes(i) & kPronoun) &&
      !(Classes(i) & kDeterminer)) {
    return true;
  }
  if (VerbAhead(i) || VerbBehindRelative(i) || BaseBehindPlural(i)) return true;
  // "after Greece and Cyprus signed it", "after the bishop and the guild |
  // asked for it".
  const size_t end = std::min(units.size(), i + 6);
  bool phrase = false;  // "after talks with the guild and the bishop"
  for (size_t j = i + 1; j < end && !IsPunctuation(j); ++j) {
    phrase |= (Classes(j) & kPreposition) != 0;
    if (Classes(j) & kCoordinator) {
      const bool names =
          (Classes(j - 1) & kProper) && (Classes(j + 1) & kProper);
      const bool people = !phrase && units[j - 1].Reads(EntryKind::kAgent) &&
                          StartsNounGroup(j + 1);
      return (names || people) && VerbAhead(j + 1);
    }
  }
  return false;
}

size_t Neighbours::CommaAhead(size_t i) const {
  for (size_t j = i; j < units.size() && j < i + 12; ++j) {
    if (IsComma(j)) return j;
    if (IsPunctuation(j) || (SurelyFinite(j) && !AfterOpener(j))) break;
  }
  return kNoUnit;
}

bool Neighbours::OpensClause(size_t i) const {
  const size_t comma = CommaAhead(i);
  return comma != kNoUnit && StartsNounGroup(comma + 1) &&
         (Classes(comma + 1) & kVerbGerund) == 0 && ClauseAheadLong(comma + 1);
}

bool Neighbours::InterruptsClause(size_t i) const {
  const size_t comma = CommaAhead(i);
  if (comma == kNoUnit) return false;
  const size_t n = SkipAdverbs(comma + 1);
  return SurelyFinite(n) ||
         ((Classes(n) & kVerbPast) && !(Classes(n) & kAnyNoun));
}

bool Neighbours::PastAfterCoordinator(size_t i) const {
  for (size_t j = i; j < units.size() && j < i + 16; ++j) {
    if (IsPunctuation(j) && !IsComma(j)) return false;
    if (Classes(j) & (kRelative | kSubordinator) & ~kPreposition) return false;
    if ((Classes(j) & kCoordinator) == 0) continue;
    const size_t n = SkipAdverbs(j + 1);
    if ((Classes(n) & kVerbPast) && !(Classes(n) & kAnyNoun)) return true;
  }
  return false;
}

bool Neighbours::ClauseAheadLong(size_t i) const {
  for (size_t j = i; j < units.size() && j < i + 25; ++j) {
    if (SurelyFinite(j)) return true;
    if ((Classes(j) & kVerbPast) && !(Classes(j) & (kAnyNoun | kAdjective)))
      return true;
  }
  return false;
}

bool Neighbours::VerbAheadAfterReduced(size_t i, int waiting) const {
  // "rejected the deal Iran signed": the next verb is of a relative clause.
  bool contact = false;
  // "sought to have the order | dismissed": that is no finite verb.
  bool caused = false;
  for (size_t j = i; j < units.size() && j < i + 12; ++j) {
    if (IsPunctuation(j)) return false;
    const uint32_t c = Classes(j);
    if (c & (kCoordinator | kRelative | kSubordinator | kTo)) {
      if (!(c & kPreposition)) return false;
    }
    if (j > 0 && (Classes(j - 1) & kTo) &&
        ((c & kHave) ||
         ((c & kVerbBase) &&
          units[j].Takes(lexicon::v1::SLOT_OBJECT_INFINITIVE)))) {
      caused |= (Classes(j + 1) & kNounOpener) != 0;
    } else if (caused && (c & kVerbParticiple) && !(c & kAnyNoun)) {
      caused = false;
      continue;
    }
    if (c & (kPronoun)) return false;
    // "after councillors shelved it": the next verb is of that clause.
    if (c & kSubordinator) ++waiting;
    // "issued a statement saying the cuts | would hurt": so has what is said.
    if (SaysWhat(j)) ++waiting;
    // "sought to have the ban | lifted": that is done to it.
    if ((c & kHave) && j > 0 && (Classes(j - 1) & kTo) &&
        (Classes(j + 1) & (kDeterminer | kPossessivePronoun | kProper))) {
      contact = true;
      continue;
    }
    // "to be lifted", "to call": nothing finite.
    if (AfterOpener(j) || (j > 0 && (Classes(j - 1) & (kTo | kBe | kHave)))) {
      continue;
    }
    if (j > i && (c & (kProper | kDeterminer | kPossessivePronoun)) &&
        (Classes(j - 1) & kAnyNoun) && !(Classes(j - 1) & (kProper | kTime))) {
      contact = true;
    }
    if (SurelyFinite(j) || ((c & kVerbPast) && !NextIsBy(j) &&
                            !(c & (kAnyNoun | kAdjective)) && j > i)) {
      if (!contact && (j == i || --waiting == 0)) return j > i;
      contact = false;
      // "as the union | said the cuts would …": what is said has a verb, too.
      if (waiting > 0 && units[j].Reads(EntryKind::kReporting) &&
          (Classes(j + 1) & kNounOpener)) {
        ++waiting;
      }
    }
  }
  return false;
}

bool Neighbours::VerbFollowsCoordinator(size_t i) const {
  return (Classes(i + 1) & kCoordinator) != 0 &&
         (Classes(i + 2) & (kModal | kAnyVerb)) != 0 &&
         (Classes(i + 2) & kAnyNoun) == 0;
}

}  // namespace stance
