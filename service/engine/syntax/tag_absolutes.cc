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

}  // namespace

bool IsAbsolute(const Neighbours& at, size_t i, size_t b) {
  if (!CueTakesNext(at, i, lexicon::v1::WORD_CLASS_VERB)) return false;
  const size_t j = at.BeforeNounGroup(b);
  if (j == kNoUnit) return false;
  if (at.Tag(j) & kCoordinator) return EndsAbsolute(at, j);
  return (at.Tag(j) & kPreposition) &&
         at.units[j].Has(lexicon::v1::FUNCTION_ROLE_INSTRUMENT);
}

}  // namespace stance
