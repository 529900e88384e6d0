#include "service/server/acceptor.h"

#include <fcntl.h>
#include <poll.h>
#include <sys/eventfd.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cerrno>
#include <utility>

namespace stance {
namespace {

constexpr int kLookMilliseconds = 1000;  // at connections that have closed
constexpr std::chrono::milliseconds kLookWhileClosing{20};
// Where nothing can be done but wait: the kernel has no memory.
constexpr useconds_t kRestMicroseconds = 10'000;

int OpenReserve() { return open("/dev/null", O_RDONLY | O_CLOEXEC); }

}  // namespace

Acceptor::Acceptor(
    std::vector<ListeningSocket> sockets,
    std::unique_ptr<grpc::experimental::ExternalConnectionAcceptor> to,
    const ConnectionCaps& caps, ConnectionCounts* counts)
    : sockets_(std::move(sockets)),
      to_(std::move(to)),
      counts_(*counts),
      table_(caps),
      reserve_(OpenReserve()),
      wake_(eventfd(0, EFD_CLOEXEC)),
      thread_([this] { Run(); }) {}

Acceptor::~Acceptor() {
  StopListening();
  close(wake_);
  if (reserve_ >= 0) close(reserve_);
}

void Acceptor::StopListening() {
  if (!thread_.joinable()) return;
  ending_ = true;
  const uint64_t one = 1;
  [[maybe_unused]] const ssize_t written = write(wake_, &one, sizeof one);
  thread_.join();
  sockets_.clear();
}

void Acceptor::WaitUntilClosed(std::chrono::milliseconds at_most) {
  const auto end = std::chrono::steady_clock::now() + at_most;
  while (true) {
    table_.Sweep();
    counts_.open = table_.size();
    if (table_.size() == 0 || std::chrono::steady_clock::now() >= end) return;
    std::this_thread::sleep_for(kLookWhileClosing);
  }
}

void Acceptor::Run() {
  std::vector<pollfd> polled;
  for (const ListeningSocket& socket : sockets_) {
    polled.push_back({socket.descriptor(), POLLIN, 0});
  }
  polled.push_back({wake_, POLLIN, 0});
  while (!ending_) {
    const int ready = poll(polled.data(), polled.size(), kLookMilliseconds);
    if (ready == 0) {
      table_.Sweep();
      counts_.open = table_.size();
    }
    for (size_t i = 0; i < sockets_.size() && ready > 0 && !ending_; ++i) {
      if (polled[i].revents != 0) AcceptFrom(polled[i].fd);
    }
  }
}

void Acceptor::AcceptFrom(int listener) {
  while (!ending_) {
    const int descriptor =
        accept4(listener, nullptr, nullptr, SOCK_NONBLOCK | SOCK_CLOEXEC);
    if (descriptor >= 0) {
      Take(listener, descriptor);
      continue;
    }
    switch (errno) {
      case EAGAIN:
        return;
      case EMFILE:
      case ENFILE:
        GiveUpReserve(listener);
        continue;
      case ENOBUFS:
      case ENOMEM:
        usleep(kRestMicroseconds);
        return;
      default:  // that connection is gone already
        continue;
    }
  }
}

void Acceptor::GiveUpReserve(int listener) {
  ++counts_.no_descriptor;
  if (reserve_ >= 0) {
    close(reserve_);
    const int descriptor = accept4(listener, nullptr, nullptr, SOCK_CLOEXEC);
    if (descriptor >= 0) close(descriptor);
    reserve_ = OpenReserve();
    if (descriptor >= 0) return;
  } else {
    reserve_ = OpenReserve();
  }
  // Another thread was faster.
  usleep(kRestMicroseconds);
}

void Acceptor::Take(int listener, int descriptor) {
  switch (table_.Add(descriptor)) {
    case ConnectionTable::kTaken:
      break;
    case ConnectionTable::kOverAll:
      ++counts_.over_all;
      close(descriptor);
      return;
    case ConnectionTable::kOverPeer:
      ++counts_.over_peer;
      close(descriptor);
      return;
  }
  ++counts_.accepted;
  counts_.open = table_.size();
  grpc::experimental::ExternalConnectionAcceptor::NewConnectionParameters
      connection;
  connection.listener_fd = listener;
  connection.fd = descriptor;
  to_->HandleNewConnection(&connection);
}

}  // namespace stance
