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
         LiesIn(part.target, whole.target) && LiesIn(part.cue, whole.target) &&
         !LiesIn(whole.cue, whole.target);
}

}  // namespace

void DropRestated(size_t first, std::vector<FoundStance>* stances) {
  const auto restated = [&](const FoundStance& whole) {
    const FoundStance* const end = stances->data() + stances->size();
    const FoundStance* part = &whole + 1;
    for (size_t i = 0; i < kFurthest && part < end; ++i, ++part) {
      if (Restates(whole, *part)) return true;
    }
    return false;
  };
  for (size_t i = first; i < stances->size();) {
    if (restated((*stances)[i])) {
      stances->erase(stances->begin() + static_cast<ptrdiff_t>(i));
    } else {
      ++i;
    }
  }
}

}  // namespace stance
