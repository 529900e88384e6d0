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

void Drain(const RunningServer& running, const DrainTimes& times,
           OpenStreams* streams) {
  StopServing(running);
  std::this_thread::sleep_for(times.delay);
  absl::Notification all_ended;
  std::thread timeout([&] {
    all_ended.WaitForNotificationWithTimeout(absl::FromChrono(times.timeout));
    streams->EndAll();
  });
  running.server->Shutdown(std::chrono::system_clock::now() + times.timeout +
                           kLastWords);
  running.server->Wait();
  all_ended.Notify();
  timeout.join();
}

}  // namespace stance
