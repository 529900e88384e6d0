// Which connections are open, in all and by peer.

#ifndef STANCE_SERVER_CONNECTION_TABLE_H_
#define STANCE_SERVER_CONNECTION_TABLE_H_

#include <sys/types.h>

#include <chrono>
#include <cstdint>
#include <string>

#include "absl/container/flat_hash_map.h"

namespace stance {

struct ConnectionCaps {
  int64_t max_connections = 10'000;
  // From one IP address; of an IPv6 address, from its network of 64 bits. 0:
  // as many as there may be. Unix sockets have none.
  int64_t max_connections_per_peer = 0;
};

// Connections belong to gRPC, which does not say when it closes one: that is
// told by its descriptor, which then is closed or another file's. Not
// thread-safe.
class ConnectionTable {
 public:
  enum Verdict { kTaken, kOverAll, kOverPeer };

  explicit ConnectionTable(const ConnectionCaps& caps) : caps_(caps) {}

  // Enters a connection just accepted, unless a cap is met.
  Verdict Add(int descriptor);
  // Strikes out those that have closed. A system call a connection.
  void Sweep();

  int64_t size() const { return static_cast<int64_t>(open_.size()); }

 private:
  struct Connection {
    ino_t inode;
    std::string peer;
  };

  bool IsFull(const std::string& peer) const;
  // Not more often than ten times a second: whoever is over a cap would
  // otherwise make us do it for each connection.
  void SweepIfDue();
  void Strike(int descriptor);
  int64_t Of(const std::string& peer) const;

  const ConnectionCaps caps_;
  absl::flat_hash_map<int, Connection> open_;  // by descriptor
  absl::flat_hash_map<std::string, int64_t> by_peer_;
  std::chrono::steady_clock::time_point swept_;
};

}  // namespace stance

#endif  // STANCE_SERVER_CONNECTION_TABLE_H_
