#include "service/server/listening_socket.h"

#include <fcntl.h>
#include <netdb.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <memory>
#include <string_view>

#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"

namespace stance {
namespace {

constexpr std::string_view kUnix = "unix:";
constexpr std::string_view kSystemd = "systemd";
constexpr int kFirstPassed = 3;  // sd_listen_fds(3)
constexpr int kBacklog = 4096;   // cut by net.core.somaxconn

absl::Status CannotListen(const std::string& address, const std::string& why) {
  return absl::UnavailableError(
      absl::StrCat("cannot listen on ", address, ": ", why,
                   "; it must be a free address of this machine, as in "
                   "127.0.0.1:50051"));
}

absl::Status CannotListen(const std::string& address) {
  return CannotListen(address, std::strerror(errno));
}

void Set(int descriptor, int level, int option, int value) {
  setsockopt(descriptor, level, option, &value, sizeof value);
}

// "[::1]:50051" -> "::1", "50051".
std::pair<std::string, std::string> Split(const std::string& address) {
  const size_t colon = address.rfind(':');
  std::string host = address.substr(0, colon);
  if (host.size() > 2 && host.front() == '[' && host.back() == ']') {
    host = host.substr(1, host.size() - 2);
  }
  return {host, address.substr(colon + 1)};
}

int PortOf(int descriptor) {
  sockaddr_storage bound{};
  socklen_t size = sizeof bound;
  getsockname(descriptor, reinterpret_cast<sockaddr*>(&bound), &size);
  return ntohs(bound.ss_family == AF_INET6
                   ? reinterpret_cast<sockaddr_in6&>(bound).sin6_port
                   : reinterpret_cast<sockaddr_in&>(bound).sin_port);
}

absl::StatusOr<ListeningSocket> ListenOn(const addrinfo& info,
                                         const std::string& address) {
  const int fd =
      socket(info.ai_family, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
  if (fd < 0) return CannotListen(address);
  ListeningSocket out(fd, address);
  // Not SO_REUSEPORT: two servers would each have half of the calls.
  Set(fd, SOL_SOCKET, SO_REUSEADDR, 1);
  Set(fd, IPPROTO_TCP, TCP_NODELAY, 1);  // those accepted inherit it
  if (info.ai_family == AF_INET6) Set(fd, IPPROTO_IPV6, IPV6_V6ONLY, 0);
  if (bind(fd, info.ai_addr, info.ai_addrlen) != 0 ||
      listen(fd, kBacklog) != 0) {
    return CannotListen(address);
  }
  out.set_address(
      absl::StrCat(address.substr(0, address.rfind(':') + 1), PortOf(fd)));
  return out;
}

absl::StatusOr<std::vector<ListeningSocket>> ListenOnTcp(
    const std::string& address) {
  const auto [host, port] = Split(address);
  addrinfo hints{};
  hints.ai_socktype = SOCK_STREAM;
  hints.ai_flags = AI_PASSIVE | AI_NUMERICSERV;
  addrinfo* found = nullptr;
  if (const int error = getaddrinfo(host.c_str(), port.c_str(), &hints, &found);
      error != 0) {
    return CannotListen(address, gai_strerror(error));
  }
  const std::unique_ptr<addrinfo, decltype(&freeaddrinfo)> owner(found,
                                                                 &freeaddrinfo);
  std::vector<ListeningSocket> sockets;
  absl::Status last;
  for (const addrinfo* info = found; info != nullptr; info = info->ai_next) {
    absl::StatusOr<ListeningSocket> socket = ListenOn(*info, address);
    if (socket.ok()) {
      sockets.push_back(*std::move(socket));
      // A free port is free for one of a name's addresses.
      if (port == "0") break;
    } else {
      last = socket.status();
    }
  }
  // A name may stand for an address that this machine has not (::1 where there
  // is no IPv6).
  if (sockets.empty()) return last;
  return sockets;
}

bool IsSocket(const std::string& path) {
  struct stat status {};
  return lstat(path.c_str(), &status) == 0 && S_ISSOCK(status.st_mode);
}

absl::StatusOr<std::vector<ListeningSocket>> ListenOnUnix(
    const std::string& address) {
  const std::string path = address.substr(kUnix.size());
  sockaddr_un name{};
  name.sun_family = AF_UNIX;
  if (path.size() >= sizeof name.sun_path) {
    return CannotListen(address,
                        absl::StrCat("the path is longer than ",
                                     sizeof name.sun_path - 1, " bytes"));
  }
  std::memcpy(name.sun_path, path.data(), path.size());
  const auto* to = reinterpret_cast<const sockaddr*>(&name);
  const int fd = socket(AF_UNIX, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
  if (fd < 0) return CannotListen(address);
  ListeningSocket out(fd, address);
  if (connect(fd, to, sizeof name) == 0) {
    return CannotListen(address, "another program listens on it");
  }
  if (errno == ECONNREFUSED && IsSocket(path)) unlink(path.c_str());
  if (bind(fd, to, sizeof name) != 0 || listen(fd, kBacklog) != 0) {
    return CannotListen(address);
  }
  out.set_file(path);
  std::vector<ListeningSocket> sockets;
  sockets.push_back(std::move(out));
  return sockets;
}

absl::StatusOr<std::vector<ListeningSocket>> TakePassed() {
  const char* pid = std::getenv("LISTEN_PID");
  const char* count = std::getenv("LISTEN_FDS");
  int passed = 0;
  int for_pid = 0;
  std::vector<ListeningSocket> sockets;
  if (pid != nullptr && count != nullptr && absl::SimpleAtoi(pid, &for_pid) &&
      for_pid == getpid() && absl::SimpleAtoi(count, &passed)) {
    for (int fd = kFirstPassed; fd < kFirstPassed + passed; ++fd) {
      fcntl(fd, F_SETFD, FD_CLOEXEC);
      fcntl(fd, F_SETFL, fcntl(fd, F_GETFL) | O_NONBLOCK);
      Set(fd, IPPROTO_TCP, TCP_NODELAY, 1);
      sockets.emplace_back(fd, absl::StrCat(std::string(kSystemd), ":", fd));
    }
  }
  if (sockets.empty()) {
    return CannotListen(std::string(kSystemd),
                        "the service manager has passed no socket on");
  }
  return sockets;
}

}  // namespace

ListeningSocket::~ListeningSocket() {
  if (descriptor_ < 0) return;
  close(descriptor_);
  if (!file_.empty()) unlink(file_.c_str());
}

ListeningSocket::ListeningSocket(ListeningSocket&& other) noexcept
    : descriptor_(std::exchange(other.descriptor_, -1)),
      address_(std::move(other.address_)),
      file_(std::move(other.file_)) {}

absl::StatusOr<std::vector<ListeningSocket>> Listen(
    const std::string& address) {
  if (address == kSystemd) return TakePassed();
  if (address.starts_with(kUnix)) return ListenOnUnix(address);
  return ListenOnTcp(address);
}

bool IsListeningAddress(const std::string& address) {
  if (address == kSystemd) return true;
  if (address.starts_with(kUnix)) return address.size() > kUnix.size();
  const size_t colon = address.rfind(':');
  int port = 0;
  return colon != std::string::npos && colon > 0 &&
         absl::SimpleAtoi(address.substr(colon + 1), &port) && port >= 0 &&
         port <= 65535;
}

}  // namespace stance
