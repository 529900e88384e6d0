#include "service/engine/stance/restatements.h"

#include <algorithm>

namespace stance {
namespace {

// How many stances further a cue of the clause may come.
constexpr size_t kFurthest = 8;

bool LiesIn(const Mention& inner, const Mention& outer) {
  return inner.part == outer.part && inner.begin >= outer.begin &&
         inner.end <= outer.end;
}

// `whole` is about a clause, `part` about its subject.
bool Restates(const FoundStance& whole, const FoundStance& part) {
  return part.holder == whole.holder && part.polarity == whole.polarity &&
         !part.derived && part.target.begin == whole.target.begin &&
         part.target.end < whole.target.end &&
         LiesIn(part.target, whole.target) && LiesIn(part.cue, whole.target);
}

}  // namespace

void DropRestated(size_t first, std::vector<FoundStance>* stances) {
  for (size_t i = first; i + 1 < stances->size();) {
    const FoundStance& whole = (*stances)[i];
    const size_t end = std::min(stances->size(), i + 1 + kFurthest);
    bool restated = false;
    // Only of clauses that a cue stands before.
    if (whole.cue.end <= whole.target.begin) {
      for (size_t j = i + 1; j < end && !restated; ++j) {
        restated = Restates(whole, (*stances)[j]);
      }
    }
    if (restated) {
      stances->erase(stances->begin() + static_cast<ptrdiff_t>(i));
    } else {
      ++i;
    }
  }
}

}  // namespace stance
