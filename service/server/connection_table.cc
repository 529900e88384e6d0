#include "service/server/connection_table.h"

#include <netinet/in.h>
#include <sys/socket.h>
#include <sys/stat.h>

#include <utility>
#include <vector>

namespace stance {
namespace {

constexpr std::chrono::milliseconds kSweepInterval{100};

// 0 where it is closed.
ino_t InodeOf(int descriptor) {
  struct stat status {};
  return fstat(descriptor, &status) == 0 ? status.st_ino : 0;
}

// The bytes of what is counted as one peer; empty for Unix sockets.
std::string PeerOf(int descriptor) {
  sockaddr_storage peer{};
  socklen_t size = sizeof peer;
  if (getpeername(descriptor, reinterpret_cast<sockaddr*>(&peer), &size) != 0) {
    return "";
  }
  if (peer.ss_family == AF_INET) {
    const in_addr& address = reinterpret_cast<sockaddr_in&>(peer).sin_addr;
    return std::string(reinterpret_cast<const char*>(&address), sizeof address);
  }
  if (peer.ss_family != AF_INET6) return "";
  const in6_addr& address = reinterpret_cast<sockaddr_in6&>(peer).sin6_addr;
  const char* bytes = reinterpret_cast<const char*>(&address);
  // IPv4 at a socket that takes both, or a network of 64 bits.
  if (IN6_IS_ADDR_V4MAPPED(&address)) return std::string(bytes + 12, 4);
  return std::string(bytes, 8);
}

}  // namespace

ConnectionTable::Verdict ConnectionTable::Add(int descriptor) {
  Strike(descriptor);  // what had that number before has closed
  std::string peer = PeerOf(descriptor);
  if (IsFull(peer)) SweepIfDue();
  if (size() >= caps_.max_connections) return kOverAll;
  if (IsFull(peer)) return kOverPeer;
  if (!peer.empty()) ++by_peer_[peer];
  open_[descriptor] = {InodeOf(descriptor), std::move(peer)};
  return kTaken;
}

void ConnectionTable::Sweep() {
  swept_ = std::chrono::steady_clock::now();
  std::vector<int> closed;
  for (const auto& [descriptor, connection] : open_) {
    if (InodeOf(descriptor) != connection.inode) closed.push_back(descriptor);
  }
  for (const int descriptor : closed) Strike(descriptor);
}

bool ConnectionTable::IsFull(const std::string& peer) const {
  return size() >= caps_.max_connections ||
         (caps_.max_connections_per_peer > 0 && !peer.empty() &&
          Of(peer) >= caps_.max_connections_per_peer);
}

void ConnectionTable::SweepIfDue() {
  if (std::chrono::steady_clock::now() - swept_ >= kSweepInterval) Sweep();
}

void ConnectionTable::Strike(int descriptor) {
  const auto found = open_.find(descriptor);
  if (found == open_.end()) return;
  if (const auto peer = by_peer_.find(found->second.peer);
      peer != by_peer_.end() && --peer->second == 0) {
    by_peer_.erase(peer);
  }
  open_.erase(found);
}

int64_t ConnectionTable::Of(const std::string& peer) const {
  const auto found = by_peer_.find(peer);
  return found == by_peer_.end() ? 0 : found->second;
}

}  // namespace stance
