#include "client/eval/matching.h"

#include <algorithm>
#include <set>

namespace stance::client {
namespace {

// Augmenting paths, one answer after another.
class Matcher {
 public:
  explicit Matcher(const std::vector<std::vector<size_t>>& agrees)
      : agrees_(agrees) {}

  // Gives answer `found` an annotation, moving others on where that helps.
  bool Place(size_t found, std::set<size_t>* tried) {
    for (const size_t gold : agrees_[found]) {
      if (!tried->insert(gold).second) continue;
      Pair* owner = OwnerOf(gold);
      if (owner != nullptr && !Place(owner->found, tried)) continue;
      // Looked up again: placing the owner may have grown pairs_.
      owner = OwnerOf(gold);
      if (owner == nullptr) {
        pairs_.push_back({found, gold});
      } else {
        owner->found = found;
      }
      return true;
    }
    return false;
  }

  std::vector<Pair> TakePairs() { return std::move(pairs_); }

 private:
  Pair* OwnerOf(size_t gold) {
    const auto at = std::find_if(pairs_.begin(), pairs_.end(),
                                 [&](const Pair& p) { return p.gold == gold; });
    return at == pairs_.end() ? nullptr : &*at;
  }

  const std::vector<std::vector<size_t>>& agrees_;
  std::vector<Pair> pairs_;
};

}  // namespace

std::vector<Pair> MatchOneToOne(
    const std::vector<std::vector<size_t>>& agrees) {
  Matcher matcher(agrees);
  for (size_t found = 0; found < agrees.size(); ++found) {
    std::set<size_t> tried;
    matcher.Place(found, &tried);
  }
  return matcher.TakePairs();
}

}  // namespace stance::client
