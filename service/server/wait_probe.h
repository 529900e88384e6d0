// How long a call waits before the server knows of it.
//
// A thread of gRPC's that classifies articles does not read from connections:
// what comes meanwhile lies in the kernel, where nobody can see for how long.
// So the server calls itself: over a connection like any other, a call that
// costs nothing, and takes the time.

#ifndef STANCE_SERVER_WAIT_PROBE_H_
#define STANCE_SERVER_WAIT_PROBE_H_

#include <grpcpp/server.h>

#include <atomic>
#include <chrono>
#include <cstdint>
#include <functional>
#include <thread>

namespace stance {

class WaitProbe {
 public:
  // A wait, whole or longer than the last and not over yet, and how many calls
  // were counted meanwhile.
  using OnWait =
      std::function<void(std::chrono::nanoseconds wait, uint64_t calls)>;

  // Tells `on_wait` from a thread of its own, once an interval while `calls`
  // (counted so far) changes or the last wait was not short; a server that has
  // nothing to do is left alone. Must be destroyed before the server is shut
  // down.
  WaitProbe(grpc::Server* server, std::chrono::milliseconds interval,
            std::function<uint64_t()> calls, OnWait on_wait);
  ~WaitProbe();
  WaitProbe(const WaitProbe&) = delete;
  WaitProbe& operator=(const WaitProbe&) = delete;

 private:
  class Connection;

  void Run();

  grpc::Server& server_;
  const std::chrono::milliseconds interval_;
  const std::function<uint64_t()> calls_;
  const OnWait on_wait_;
  std::atomic<bool> ending_ = false;
  std::thread thread_;
};

}  // namespace stance

#endif  // STANCE_SERVER_WAIT_PROBE_H_
