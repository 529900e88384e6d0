// How much of the load to refuse, from how long calls wait unseen.

#ifndef STANCE_SERVER_SHEDDING_H_
#define STANCE_SERVER_SHEDDING_H_

#include <array>
#include <chrono>
#include <cstddef>

namespace stance {

// A controller after PIE (RFC 8033): from the wait measured at regular
// intervals it finds the share of calls to refuse so that the wait settles near
// a target. Refusing all while the wait is too long and none while it is not
// would leave the server idle half of the time. What counts is the shortest of
// the last few waits (as in CoDel, RFC 8289): a queue that stands makes all of
// them long, a machine that is busy with other things only some. Not
// thread-safe.
class SheddingController {
 public:
  // How often it expects to be told.
  static constexpr std::chrono::milliseconds kInterval{20};

  explicit SheddingController(std::chrono::nanoseconds target)
      : target_(target) {}

  // Returns the share to refuse from now on, 0 to 1.
  double Update(std::chrono::nanoseconds wait);

 private:
  const std::chrono::nanoseconds target_;
  std::array<double, 4> waits_{};  // the last ones, in targets
  size_t next_ = 0;
  double last_ = 0;  // the shortest of them, as of the last time
  double share_ = 0;
};

}  // namespace stance

#endif  // STANCE_SERVER_SHEDDING_H_
