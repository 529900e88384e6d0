#include "service/server/wait_probe.h"

#include <grpcpp/generic/async_generic_service.h>
#include <grpcpp/server_builder.h>
#include <gtest/gtest.h>

#include <atomic>
#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>

#include "absl/synchronization/mutex.h"
#include "absl/time/time.h"

namespace stance {
namespace {

// Answers a call when it is let: what a thread of gRPC's that classifies does
// to the calls behind it.
class SlowService final : public grpc::CallbackGenericService {
 public:
  explicit SlowService(std::function<void()> wait) : wait_(std::move(wait)) {}

  grpc::ServerGenericBidiReactor* CreateReactor(
      grpc::GenericCallbackServerContext*) override {
    class Answer final : public grpc::ServerGenericBidiReactor {
     public:
      Answer() {
        const grpc::Slice empty;
        reply_ = grpc::ByteBuffer(&empty, 1);
        StartWriteAndFinish(&reply_, {}, grpc::Status::OK);
      }
      void OnDone() override { delete this; }

     private:
      grpc::ByteBuffer reply_;
    };
    wait_();
    return new Answer();
  }

 private:
  const std::function<void()> wait_;
};

// The answer comes only once the probe has told that it waits.
TEST(WaitProbeTest, TellsOfAWaitBeforeItIsOver) {
  absl::Mutex mutex;
  int told = 0;
  std::chrono::nanoseconds first{0};
  SlowService service([&] {
    absl::MutexLock lock(&mutex);
    const auto is_told = [](int* n) { return *n > 0; };
    mutex.AwaitWithTimeout(absl::Condition(+is_told, &told), absl::Seconds(30));
    EXPECT_GT(told, 0);
  });
  grpc::ServerBuilder builder;
  builder.RegisterCallbackGenericService(&service);
  const auto server = builder.BuildAndStart();
  ASSERT_NE(server, nullptr);
  std::atomic<uint64_t> calls = 0;
  {
    WaitProbe probe(
        server.get(), std::chrono::milliseconds(1), [&] { return ++calls; },
        [&](std::chrono::nanoseconds wait, uint64_t) {
          absl::MutexLock lock(&mutex);
          if (++told == 1) first = wait;
        });
    absl::MutexLock lock(&mutex);
    const auto is_over = [](int* n) { return *n > 1; };
    EXPECT_TRUE(mutex.AwaitWithTimeout(absl::Condition(+is_over, &told),
                                       absl::Seconds(30)));
  }
  EXPECT_GT(first.count(), 0);
  server->Shutdown();
}

}  // namespace
}  // namespace stance
