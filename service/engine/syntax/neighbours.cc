// What stands before: questions about units that have their tags.

#include "service/engine/syntax/neighbours.h"

namespace stance {

namespace pb = lexicon::v1;

bool Neighbours::IsListItem() const {
  if (units.back().mark == ';') return true;
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

bool Neighbours::SaidBeforePhrase(size_t b) const {
  constexpr uint32_t kOpens = kDeterminer | kPossessivePronoun | kPronoun;
  constexpr uint32_t kInside = kAnyNoun | kAdjective | kNumberWord | kTitle |
                               kPossessiveClitic | kTime | kPreposition;
  constexpr int kReach = 12;
  // Where the subject begins; a name or a plural right behind a time does too.
  size_t subject = b;
  for (int steps = 0; !(Tag(subject) & kOpens); ++steps) {
    if (subject == 0 || steps > kReach || !(Tag(subject) & kInside)) {
      return false;
    }
    if ((Tag(subject) & (kProper | kNounPlural)) && !(Tag(subject) & kTime) &&
        (Tag(subject - 1) & kTime)) {
      break;
    }
    --subject;
  }
  // Times and phrases up to the verb.
  if (subject == 0 || !(Tag(subject - 1) & (kTime | kAnyNoun))) return false;
  size_t j = subject;
  for (int steps = 0; j > 0 && steps < kReach; ++steps) {
    --j;
    if (Tag(j) & kAnyVerb) return units[j].Reads(EntryKind::kReporting);
    // "late | on Monday".
    if (!(Tag(j) & (kInside | kOpens | kAdverb))) return false;
  }
  return false;
}

bool Neighbours::SubjectOfNewClause(size_t i, size_t b) const {
  size_t j = BeforeOfPhrases(b);
  if (j == kNoUnit) return false;
  // "…," a spokesman for the union told the BBC.
  if (units[i].Reads(EntryKind::kReporting) && (Tag(j) & kPreposition) &&
      j > 0 && (Tag(j - 1) & kAnyNoun)) {
    const size_t outer = BeforeOfPhrases(j - 1);
    if (outer != kNoUnit && units[outer].IsQuote()) j = outer;
  }
  if (Tag(j) == 0) {
    // "…, Kline said": a verb of saying after what is said.
    return (units[i].Reads(EntryKind::kReporting) ||
            (Tag(b) & kPronoun) != 0) &&
           (units[j].IsQuote() || units[j].mark == ',');
  }
  if (Tag(j) & kAnyVerb) {
    return units[j].Reads(EntryKind::kReporting) ||
           (units[j].Takes(pb::SLOT_THAT_CLAUSE) && !(Tag(j) & kVerbGerund));
  }
  // "happy | the talks resumed".
  if ((Tag(j) & kAdjective) && units[j].Takes(pb::SLOT_THAT_CLAUSE)) {
    return true;
  }
  return (Tag(j) & (kCoordinator | kSubordinator)) != 0 ||
         ((Tag(j) & (kPreposition | kTime)) != 0 && SaidBeforePhrase(b));
}

bool Neighbours::SumsUpAlone(size_t i) const {
  const Unit& unit = units[i];
  const bool alone = unit.Is(kPronoun) && unit.functions == 0;
  if (i == 0 || !(alone || unit.Is(kNumberWord)) || unit.Is(kProper)) {
    return false;
  }
  size_t j = i - 1;
  while (j > 0 && (Tag(j) & (kAdverb | kNegation))) --j;
  return IsComma(j) || units[j].Is(kBe);
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
  if (SumsUpAlone(j - 1)) return j - 1;
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
    // "54 per cent back it".
    const bool many = (Tag(b) & kNounPlural) != 0 ||
                      (b > 0 && (Tag(b - 1) & kNumberWord) != 0);
    // "Republicans in Ohio": of a name that is a plural, either may be.
    number.plural |= many || list || (Classes(b) & kNounPlural) != 0;
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
      return units[j].mark == ',' && j > 0 && (Tag(j - 1) & kProper) &&
             (Tag(b) & kProper);
    }
    if ((Tag(j) & (kNominal | kAdjective | kDeterminer | kPossessiveClitic |
                   kTitle)) == 0) {
      return false;
    }
  }
  return false;
}

namespace {

// How far back the last verb is looked for: a text without full stops may have
// none for long.
size_t FirstNear(size_t i) {
  constexpr size_t kReach = 64;
  return i > kReach ? i - kReach : 0;
}

}  // namespace

bool Neighbours::LastVerbIsPassive(size_t i) const {
  for (size_t j = i; j-- > FirstNear(i);) {
    if (!(Tag(j) & kAnyVerb) || (Tag(j) & kBe)) continue;
    const size_t auxiliary = Before(j);
    return auxiliary != kNoUnit && (Tag(auxiliary) & kBe) != 0;
  }
  return false;
}

uint32_t Neighbours::LastVerbTag(size_t i) const {
  for (size_t j = i; j-- > FirstNear(i);) {
    if (Tag(j) & kAnyVerb) return Tag(j) & kAnyVerb;
  }
  return 0;
}

}  // namespace stance
