#include "service/operations/drain.h"

#include <thread>

#include "absl/synchronization/notification.h"
#include "absl/time/time.h"

namespace stance {
namespace {

// For a stream that has been told to end: its article, its last message. What
// is still there then gRPC cancels.
constexpr std::chrono::seconds kLastWords{2};

}  // namespace

void Drain(RunningServer* running, std::chrono::seconds timeout,
           OpenStreams* streams) {
  absl::Notification all_ended;
  std::thread ender([&] {
    all_ended.WaitForNotificationWithTimeout(absl::FromChrono(timeout));
    streams->EndAll();
  });
  running->Stop(std::chrono::system_clock::now() + timeout + kLastWords);
  all_ended.Notify();
  ender.join();
}

}  // namespace stance
