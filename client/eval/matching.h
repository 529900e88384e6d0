// Which answers count for which annotations: each annotation can be found once.

#ifndef STANCE_CLIENT_EVAL_MATCHING_H_
#define STANCE_CLIENT_EVAL_MATCHING_H_

#include <cstddef>
#include <utility>
#include <vector>

namespace stance::client {

struct Pair {
  size_t found = 0;
  size_t gold = 0;
  friend bool operator==(const Pair&, const Pair&) = default;
};

// A largest set of pairs in which no answer and no annotation occurs twice.
// agrees[f] are the annotations, ascending, that answer f agrees with. Pairs
// come in the order in which their annotation was first taken.
std::vector<Pair> MatchOneToOne(const std::vector<std::vector<size_t>>& agrees);

}  // namespace stance::client

#endif  // STANCE_CLIENT_EVAL_MATCHING_H_
