// How much of the load to refuse, from how long calls wait unseen.

#ifndef STANCE_SERVER_SHEDDING_H_
#define STANCE_SERVER_SHEDDING_H_

#include <chrono>

namespace stance {

// A controller after PIE (RFC 8033): from the wait measured at regular
// intervals it finds the share of calls to refuse so that the wait settles near
// a target. Refusing all while the wait is too long and none while it is not
// would leave the server idle half of the time. Not thread-safe.
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
  double last_ = 0;  // wait, in targets
  double share_ = 0;
};

}  // namespace stance

#endif  // STANCE_SERVER_SHEDDING_H_
