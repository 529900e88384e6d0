#include "service/server/shedding.h"

#include <algorithm>
#include <chrono>

#include "gtest/gtest.h"

namespace stance {
namespace {

using std::chrono::duration_cast;
using std::chrono::milliseconds;
using std::chrono::nanoseconds;

// A server that answers `capacity` calls a second and refuses twenty times
// faster, simulated step by step.
struct SheddingSimulation {
  double capacity = 1000;
  double queue = 0;    // calls
  double share = 0;    // refused
  double busy = 0;     // of the time, since Reset
  double longest = 0;  // wait in seconds, since Reset
  SheddingController controller{milliseconds(100)};

  void Run(double offered, double seconds) {
    busy = longest = 0;
    const double step =
        std::chrono::duration<double>(SheddingController::kInterval).count();
    double answered = 0;
    for (double at = 0; at < seconds; at += step) {
      // Refusing takes of the time, too.
      const double refused = offered * share * step;
      queue += offered * (1 - share) * step;
      const double can = std::max(0.0, capacity * step - refused / 20);
      const double done = std::min(queue, can);
      answered += done;
      queue -= done;
      const double wait = queue / capacity;
      longest = std::max(longest, wait);
      share = controller.Update(
          duration_cast<nanoseconds>(std::chrono::duration<double>(wait)));
    }
    busy = answered / (capacity * seconds);
  }
};

TEST(SheddingTest, LoadBelowCapacityIsNotRefused) {
  SheddingSimulation server;
  for (const double load : {0.1, 0.5, 0.9, 0.99}) {
    server.Run(load * server.capacity, 10);
    EXPECT_EQ(server.share, 0) << load;
  }
}

TEST(SheddingTest, WaitsThatAreLongNowAndThenAreNotLoad) {
  SheddingController controller{milliseconds(100)};
  for (int i = 0; i < 1000; ++i) {
    EXPECT_EQ(controller.Update(milliseconds(i % 4 == 0 ? 1 : 500)), 0);
  }
}

TEST(SheddingTest, OverloadSettlesNearTheTargetAndKeepsTheServerBusy) {
  for (const double times : {1.2, 2.0, 5.0, 10.0}) {
    SCOPED_TRACE(times);
    SheddingSimulation server;
    server.Run(times * server.capacity, 5);  // until it has settled
    server.Run(times * server.capacity, 30);
    EXPECT_LT(server.longest, 0.2);
    // What is left beside refusing.
    const double possible = 1 - (times - 1) / 20;
    EXPECT_GT(server.busy, 0.9 * possible);
  }
}

TEST(SheddingTest, NothingIsRefusedSoonAfterTheLoadIsNormal) {
  SheddingSimulation server;
  server.Run(8 * server.capacity, 20);
  EXPECT_GT(server.share, 0.5);
  server.Run(0.5 * server.capacity, 2);
  EXPECT_LT(server.share, 0.01);
  EXPECT_LT(server.queue, 1);
}

}  // namespace
}  // namespace stance
