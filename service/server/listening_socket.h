// Sockets that connections are accepted from.

#ifndef STANCE_SERVER_LISTENING_SOCKET_H_
#define STANCE_SERVER_LISTENING_SOCKET_H_

#include <string>
#include <utility>
#include <vector>

#include "absl/status/statusor.h"

namespace stance {

// A socket that listens; closed, and its file removed, when this is destroyed.
class ListeningSocket {
 public:
  ListeningSocket(int descriptor, std::string address)
      : descriptor_(descriptor), address_(std::move(address)) {}
  ~ListeningSocket();
  ListeningSocket(ListeningSocket&& other) noexcept;
  ListeningSocket& operator=(ListeningSocket&&) = delete;

  int descriptor() const { return descriptor_; }
  // As it was asked for, with the port taken.
  const std::string& address() const { return address_; }
  void set_address(std::string address) { address_ = std::move(address); }
  // The file of a Unix socket that was made here.
  void set_file(std::string file) { file_ = std::move(file); }

 private:
  int descriptor_;
  std::string address_;
  std::string file_;
};

// Listens on `address`:
//   host:port      IPv4, or a name, on all of its addresses; port 0 takes a
//                  free one
//   [ipv6]:port    IPv6; [::]:port takes IPv4 as well
//   unix:/path     a Unix socket; a file that nobody listens on any more is
//                  replaced
//   systemd        the sockets that the service manager has passed on
//                  (sd_listen_fds(3)); there must be one
// UNAVAILABLE says what is wrong. One server a port: no other program gets it
// while this one has it.
absl::StatusOr<std::vector<ListeningSocket>> Listen(const std::string& address);

// Whether `address` has one of those forms.
bool IsListeningAddress(const std::string& address);

}  // namespace stance

#endif  // STANCE_SERVER_LISTENING_SOCKET_H_
