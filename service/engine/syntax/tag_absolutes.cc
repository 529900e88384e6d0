// Absolute constructions: "with six voting against".

#include "service/engine/syntax/tag_rules.h"

namespace stance {
namespace {

// "with six voting for it | and": somebody does something in the words before
// j.
bool EndsAbsolute(const Neighbours& at, size_t j) {
  constexpr size_t kReach = 8;
  bool gerund = false;
  for (size_t steps = 0; j > 0 && steps < kReach; ++steps) {
    --j;
    if (at.IsPunctuation(j) || (at.Tag(j) & (kModal | kBe))) return false;
    gerund |= (at.Tag(j) & kVerbGerund) != 0;
    if (at.units[j].Has(lexicon::v1::FUNCTION_ROLE_INSTRUMENT)) return gerund;
  }
  return false;
}

// "…, with Roe, Ash | and": names in a list behind the preposition, before j.
bool ListsBehindWith(const Neighbours& at, size_t j) {
  constexpr uint32_t kInList = kAnyNoun | kTitle | kNumberWord | kQuantifier |
                               kAdjective | kDeterminer | kPossessivePronoun;
  constexpr size_t kReach = 14;
  for (size_t steps = 0; j > 0 && steps < kReach; ++steps) {
    --j;
    if (at.units[j].Has(lexicon::v1::FUNCTION_ROLE_INSTRUMENT)) {
      return j > 0 && at.IsComma(j - 1);
    }
    if (!at.IsComma(j) && !(at.Tag(j) & kInList)) return false;
  }
  return false;
}

}  // namespace

bool StandsInAbsolute(const Neighbours& at, size_t b) {
  const size_t j = at.BeforeNounGroup(b);
  if (j == kNoUnit) return false;
  if (at.Tag(j) & kCoordinator) return ListsBehindWith(at, j);
  return at.units[j].Has(lexicon::v1::FUNCTION_ROLE_INSTRUMENT) && j > 0 &&
         at.IsComma(j - 1);
}

bool IsAbsolute(const Neighbours& at, size_t i, size_t b) {
  if (!CueTakesNext(at, i, lexicon::v1::WORD_CLASS_VERB)) return false;
  const size_t j = at.BeforeNounGroup(b);
  if (j == kNoUnit) return false;
  if (at.Tag(j) & kCoordinator) {
    return EndsAbsolute(at, j) || ListsBehindWith(at, j);
  }
  return (at.Tag(j) & kPreposition) &&
         at.units[j].Has(lexicon::v1::FUNCTION_ROLE_INSTRUMENT);
}

}  // namespace stance
