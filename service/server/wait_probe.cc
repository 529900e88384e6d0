#include "service/server/wait_probe.h"

#include <fcntl.h>
#include <grpcpp/create_channel_posix.h>
#include <grpcpp/generic/generic_stub.h>
#include <grpcpp/server_posix.h>
#include <sys/socket.h>
#include <unistd.h>

#include <memory>
#include <optional>
#include <utility>

#include "absl/synchronization/notification.h"
#include "absl/time/time.h"

namespace stance {
namespace {

using Clock = std::chrono::steady_clock;

}  // namespace

class WaitProbe::Connection {
 public:
  // Null where there are no descriptors left.
  static std::unique_ptr<Connection> Open(grpc::Server* server) {
    int ends[2];
    if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0,
                   ends) != 0) {
      return nullptr;
    }
    grpc::AddInsecureChannelFromFd(server, ends[0]);
    return std::make_unique<Connection>(ends[1]);
  }

  explicit Connection(int client)
      : stub_(grpc::CreateInsecureChannelFromFd("wait probe", client)) {}

  // There and back: a client that asks again as soon as it is answered comes
  // just behind a reading, and waits for longer than a probe that comes at any
  // moment. Meanwhile tells `so_far`, once an interval, for how long it has
  // waited. Nothing where the connection is closed.
  std::optional<std::chrono::nanoseconds> Measure(
      std::chrono::nanoseconds interval,
      const std::function<void(std::chrono::nanoseconds)>& so_far) {
    grpc::ClientContext context;
    const grpc::Slice empty;
    grpc::ByteBuffer request(&empty, 1);
    grpc::ByteBuffer reply;
    bool open = false;
    absl::Notification done;
    const Clock::time_point start = Clock::now();
    stub_.UnaryCall(&context, "/grpc.health.v1.Health/Check", {}, &request,
                    &reply, [&](const grpc::Status& status) {
                      open = status.ok();
                      done.Notify();
                    });
    while (!done.WaitForNotificationWithTimeout(absl::FromChrono(interval))) {
      so_far(Clock::now() - start);
    }
    if (!open) return std::nullopt;
    return Clock::now() - start;
  }

 private:
  grpc::GenericStub stub_;
};

WaitProbe::WaitProbe(grpc::Server* server, std::chrono::milliseconds interval,
                     std::function<uint64_t()> calls, OnWait on_wait)
    : server_(*server),
      interval_(interval),
      calls_(std::move(calls)),
      on_wait_(std::move(on_wait)),
      thread_([this] { Run(); }) {}

WaitProbe::~WaitProbe() {
  ending_ = true;
  thread_.join();
}

void WaitProbe::Run() {
  std::unique_ptr<Connection> connection;
  uint64_t last = 0;
  std::chrono::nanoseconds wait{0};
  while (!ending_) {
    std::this_thread::sleep_for(interval_);
    const uint64_t now = calls_();
    if (now == last && wait < interval_) continue;
    last = now;
    // The server closes this one, too, when it is old.
    if (connection == nullptr) connection = Connection::Open(&server_);
    if (connection == nullptr) continue;
    // A wait that grows beyond the last is known before it is over: where load
    // comes all at once, the end of the first long wait would be too late.
    const auto so_far = [&](std::chrono::nanoseconds waited) {
      if (waited > wait) on_wait_(waited, calls_() - now);
    };
    if (const auto measured = connection->Measure(interval_, so_far)) {
      wait = *measured;
      on_wait_(wait, calls_() - now);
    } else {
      connection.reset();
    }
  }
}

}  // namespace stance
