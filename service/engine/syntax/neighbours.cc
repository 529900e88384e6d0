#include "service/engine/syntax/neighbours.h"

#include <algorithm>

namespace stance {
namespace pb = lexicon::v1;

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

bool Neighbours::IsListItem() const {
  if (text.source[text.tokens[units.back().begin].begin] == ';') return true;
  const uint32_t begin = units.front().begin;
  if (text.tokens[begin].shape & kLineStart) return false;
  // "-", "1.", "(a)".
  for (uint32_t t = begin; t-- > 0 && t + 3 >= begin;) {
    const Token& token = text.tokens[t];
    if (token.kind == TokenKind::kWord && token.end - token.begin > 1) {
      return false;
    }
    if (token.shape & kLineStart) return true;
  }
  return false;
}

bool Neighbours::AfterOpener(size_t i) const {
  if (i == 0) return false;
  const uint32_t c = Classes(i - 1);
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

bool Neighbours::IsBoundary(size_t i) const {
  const Token& token = text.tokens[units[i].begin];
  if (token.kind == TokenKind::kQuote) return (token.shape & kOpensQuote) != 0;
  const char c = text.source[token.begin];
  return c == ';' || c == ':' || c == '(' || c == ')';
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
    return i < units.size() &&
           text.tokens[units[i].begin].kind == TokenKind::kQuote &&
           i + 1 < units.size() && NounFollows(i + 1);
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

bool Neighbours::ClauseFollows(size_t i) const {
  if (i < units.size() && (Classes(i) & kPronoun) &&
      !(Classes(i) & kDeterminer)) {
    return true;
  }
  if (VerbAhead(i) || VerbBehindRelative(i)) return true;
  // "after Greece and Cyprus signed it".
  const size_t end = std::min(units.size(), i + 6);
  for (size_t j = i + 1; j < end && !IsPunctuation(j); ++j) {
    if (Classes(j) & kCoordinator) {
      return (Classes(j - 1) & kProper) && (Classes(j + 1) & kProper) &&
             VerbAhead(j + 1);
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
  for (size_t j = i; j < units.size() && j < i + 12; ++j) {
    if (IsPunctuation(j)) return false;
    const uint32_t c = Classes(j);
    if (c & (kCoordinator | kRelative | kSubordinator | kTo)) {
      if (!(c & kPreposition)) return false;
    }
    if (c & (kPronoun)) return false;
    // "after councillors shelved it": the next verb is of that clause.
    if (c & kSubordinator) ++waiting;
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
    }
  }
  return false;
}

bool Neighbours::VerbFollowsCoordinator(size_t i) const {
  return (Classes(i + 1) & kCoordinator) != 0 &&
         (Classes(i + 2) & (kModal | kAnyVerb)) != 0 &&
         (Classes(i + 2) & kAnyNoun) == 0;
}

size_t Neighbours::BeforeNounGroup(size_t b) const {
  constexpr uint32_t kInside = kAnyNoun | kAdjective | kDeterminer |
                               kPossessiveClitic | kPossessivePronoun |
                               kNumberWord | kQuantifier | kTitle | kPronoun;
  size_t j = b;
  for (int steps = 0; j != kNoUnit && steps < 6 && (Tag(j) & kInside);
       ++steps) {
    if (j == 0) return kNoUnit;
    const bool opens = units[j].IsArticle() || (Tag(j) & kPossessivePronoun);
    --j;
    // "happy | the talks resumed": an article opens the group.
    if (opens && (Tag(j) & kAdjective)) break;
  }
  return j;
}

bool Neighbours::IsReducedAddressee(size_t i, size_t b) const {
  size_t j = BeforeOfPhrases(b);
  if (j != kNoUnit && j > 0 && (Tag(j) & kPreposition)) --j;
  if (j == kNoUnit || !(Tag(j) & kAnyVerb)) {
    return false;
  }
  if (!units[j].Takes(pb::SLOT_OBJECT_INFINITIVE) &&
      !units[j].Takes(pb::SLOT_PREPOSITION_INFINITIVE)) {
    return false;
  }
  for (size_t k = i + 1; k + 1 < units.size() && k < i + 12; ++k) {
    if (IsPunctuation(k) || SurelyFinite(k)) return false;
    if ((Classes(k) & kTo) && (Classes(k + 1) & kVerbBase)) return true;
  }
  return false;
}

bool Neighbours::IsSaid(size_t b) const {
  const size_t j = BeforeNounGroup(b);
  return j != kNoUnit && (Tag(j) & kAnyVerb) != 0 &&
         units[j].Reads(EntryKind::kReporting);
}

size_t Neighbours::BeforeOfPhrases(size_t b) const {
  size_t j = BeforeNounGroup(b);
  while (j != kNoUnit && j > 0 && units[j].Has(pb::FUNCTION_ROLE_GENITIVE) &&
         (Tag(j - 1) & kAnyNoun)) {
    j = BeforeNounGroup(j - 1);
  }
  return j;
}

bool Neighbours::InOpeningPhrase(size_t b) const {
  size_t j = BeforeNounGroup(b);
  while (j != kNoUnit && (Tag(j) & kPreposition)) {
    if (j == 0) return true;
    if (!(Tag(j - 1) & kAnyNoun)) return false;
    j = BeforeNounGroup(j - 1);
  }
  return false;
}

bool Neighbours::SubjectOfNewClause(size_t i, size_t b) const {
  const size_t j = BeforeOfPhrases(b);
  if (j == kNoUnit) return false;
  if (Tag(j) == 0) {
    // "…, Kline said": a verb of saying after what is said.
    const Token& token = text.tokens[units[j].begin];
    return (units[i].Reads(EntryKind::kReporting) ||
            (Tag(b) & kPronoun) != 0) &&
           (token.kind == TokenKind::kQuote || text.source[token.begin] == ',');
  }
  if (Tag(j) & kAnyVerb) {
    return units[j].Reads(EntryKind::kReporting) ||
           (units[j].Takes(pb::SLOT_THAT_CLAUSE) && !(Tag(j) & kVerbGerund));
  }
  // "happy | the talks resumed".
  if ((Tag(j) & kAdjective) && units[j].Takes(pb::SLOT_THAT_CLAUSE)) {
    return true;
  }
  return (Tag(j) & (kCoordinator | kSubordinator)) != 0;
}

size_t Neighbours::ContactAntecedent(size_t b) const {
  constexpr uint32_t kInside =
      kAnyNoun | kAdjective | kNumberWord | kTitle | kPossessiveClitic;
  if (b == kNoUnit || b == 0) return kNoUnit;
  // Back to where the subject begins: a determiner, a pronoun, a name.
  size_t j = b;
  for (int steps = 0; steps < 6; ++steps) {
    const uint32_t tag = Tag(j);
    if (tag & (kDeterminer | kPossessivePronoun | kPronoun)) break;
    if (!(tag & kInside)) return kNoUnit;
    if (j == 0) return kNoUnit;
    // Names, and bare plurals right behind a determined noun.
    if ((tag & kProper) && !(Tag(j - 1) & (kInside & ~kAnyNoun)) &&
        (Tag(j - 1) & kAnyNoun) && !(Tag(j - 1) & kProper)) {
      break;
    }
    --j;
  }
  if (j == 0) return kNoUnit;
  const uint32_t tag = Tag(j);
  if (!(tag & (kDeterminer | kPossessivePronoun | kPronoun | kProper))) {
    return kNoUnit;
  }
  const Unit& antecedent = units[j - 1];
  if (!antecedent.Is(kNoun | kNounPlural) || antecedent.Is(kProper)) {
    return kNoUnit;
  }
  // "Foreign Minister Qin Gang": a title, no antecedent.
  if ((tag & kProper) && (antecedent.Reads(EntryKind::kAgent) ||
                          antecedent.Reads(EntryKind::kActor))) {
    return kNoUnit;
  }
  return j - 1;
}

Neighbours::Number Neighbours::NumberOfSubject(size_t b) const {
  Number number;
  for (int steps = 0; steps < 3; ++steps) {
    // "Neither Oslo nor Bern supports it": of a list either may be.
    const bool list = Coordinated(b);
    const bool many = (Tag(b) & kNounPlural) != 0;
    number.plural |= many || list;
    number.singular |= !many || list;
    const size_t preposition = BeforeNounGroup(b);
    if (preposition == kNoUnit || preposition == 0 ||
        !(Tag(preposition) & kPreposition)) {
      break;
    }
    size_t before = preposition - 1;
    // "residents opposed to the plan".
    if (before > 0 && (Tag(before) & kVerbParticiple)) --before;
    if (!(Tag(before) & kAnyNoun)) break;
    b = before;
  }
  return number;
}

bool Neighbours::Coordinated(size_t b) const {
  // "China and Russia", "Paris, Berlin": a coordinator or comma two back.
  size_t j = b;
  int steps = 0;
  while (j != kNoUnit && j > 0 && steps++ < 6) {
    --j;
    if (Tag(j) & kCoordinator) return (Classes(j) & kSubordinator) == 0;
    if (Tag(j) == 0) {
      const char c = text.source[text.tokens[units[j].begin].begin];
      return c == ',' && j > 0 && (Tag(j - 1) & kProper) && (Tag(b) & kProper);
    }
    if ((Tag(j) & (kNominal | kAdjective | kDeterminer | kPossessiveClitic |
                   kTitle)) == 0) {
      return false;
    }
  }
  return false;
}

bool Neighbours::LastVerbIsPassive(size_t i) const {
  for (size_t j = i; j-- > 0;) {
    if (!(Tag(j) & kAnyVerb) || (Tag(j) & kBe)) continue;
    const size_t auxiliary = Before(j);
    return auxiliary != kNoUnit && (Tag(auxiliary) & kBe) != 0;
  }
  return false;
}

uint32_t Neighbours::LastVerbTag(size_t i) const {
  for (size_t j = i; j-- > 0;) {
    if (Tag(j) & kAnyVerb) return Tag(j) & kAnyVerb;
  }
  return 0;
}
}  // namespace stance
