#include "service/server/retry_delay.h"

#include <algorithm>
#include <chrono>
#include <cstdint>

#include "gtest/gtest.h"

namespace stance {
namespace {

using std::chrono::milliseconds;

constexpr milliseconds kLeast{500};

// A server that answers 1,000 calls a second at once and refuses what is more;
// callers who ask again as soon as they are answered, or when they were told
// to. Told 20 times a second.
struct RetrySimulation {
  explicit RetrySimulation(double callers) : ready(callers) {}

  void Run(double seconds) {
    answered = refusals = 0;
    for (double at = 0; at < seconds; at += kStep) {
      const double returning = away * std::min(1.0, kStep * 1000 / delay);
      away -= returning;
      ready += returning;
      const double done = std::min(ready, 1000 * kStep);
      const double refused = ready - done;
      ready = done;
      away += refused;
      answered += done;
      refusals += refused;
      come_in_all += done + refused;
      refused_in_all += refused;
      delay =
          static_cast<double>(controller
                                  .Update(static_cast<uint64_t>(come_in_all),
                                          static_cast<uint64_t>(refused_in_all))
                                  .count());
    }
  }

  static constexpr double kStep = 0.05;
  double ready;
  double away = 0;
  double delay = kLeast.count();
  double answered = 0;
  double refusals = 0;
  double come_in_all = 0;
  double refused_in_all = 0;
  RetryDelayController controller{kLeast};
};

TEST(RetryDelayTest, TheMoreCallersTheLongerTheyStayAway) {
  for (const double callers : {40.0, 500.0, 1000.0, 1800.0}) {
    SCOPED_TRACE(callers);
    RetrySimulation crowd(callers);
    crowd.Run(60);
    crowd.Run(60);
    // A fifth of the calls, which are a quarter of those that are answered.
    EXPECT_LT(crowd.refusals, 0.3 * crowd.answered);
    EXPECT_GT(crowd.answered, 0.98 * std::min(callers * 20, 1000.0) * 60);
    EXPECT_GE(crowd.delay, kLeast.count());
  }
}

TEST(RetryDelayTest, HasBounds) {
  RetryDelayController controller(kLeast);
  EXPECT_EQ(controller.Update(0, 0), kLeast);
  milliseconds delay{};
  uint64_t come = 0;
  for (int i = 0; i < 1000; ++i, come += 100) {
    delay = controller.Update(come, come);
  }
  EXPECT_EQ(delay, 16 * kLeast);
  // Nobody comes: nothing is learnt.
  EXPECT_EQ(controller.Update(come - 100, come - 100), delay);
  const uint64_t refused = come - 100;
  for (int i = 0; i < 1000; ++i, come += 100) {
    delay = controller.Update(come, refused);
  }
  EXPECT_EQ(delay, kLeast);
}

}  // namespace
}  // namespace stance
