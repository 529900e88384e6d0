// For how long those who are refused are asked to stay away.

#ifndef STANCE_SERVER_RETRY_DELAY_H_
#define STANCE_SERVER_RETRY_DELAY_H_

#include <chrono>
#include <cstdint>

namespace stance {

// To refuse costs, too, a fifth or so of an answer: a server whose refused
// callers come back at once does little else than refuse them. How long they
// should stay away depends on how many they are, which nobody knows; but the
// share of the calls that is refused can be measured, and the longer they stay
// away the smaller it is. So the delay grows while more than a fifth is refused
// and falls while less is. It cannot help where the load is of ever new
// callers, who were told nothing. Not thread-safe.
class RetryDelayController {
 public:
  // Starts with, and never falls below, `least`; ends at 16 times that.
  explicit RetryDelayController(std::chrono::milliseconds least)
      : least_(static_cast<double>(least.count())), delay_(least_) {}

  // Told some ten to fifty times a second how many calls have come and how many
  // of them were refused, since the start. Returns the delay from now on, on
  // average.
  std::chrono::milliseconds Update(uint64_t come, uint64_t refused);

 private:
  const double least_;
  double delay_;  // milliseconds
  uint64_t come_ = 0;
  uint64_t refused_ = 0;
};

}  // namespace stance

#endif  // STANCE_SERVER_RETRY_DELAY_H_
