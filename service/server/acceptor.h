// Accepts connections and hands them to gRPC.
//
// gRPC 1.51's own loop stops for ever once accept(2) has failed because the
// process has no descriptors left, even after all connections have closed
// (CVE-2023-4785). This one keeps a descriptor in reserve: where there is no
// other, it is given up for the moment that it takes to accept a connection and
// close it, so that its client learns and the queue moves.

#ifndef STANCE_SERVER_ACCEPTOR_H_
#define STANCE_SERVER_ACCEPTOR_H_

#include <grpcpp/server_builder.h>

#include <atomic>
#include <chrono>
#include <cstdint>
#include <memory>
#include <thread>
#include <vector>

#include "service/server/connection_table.h"
#include "service/server/listening_socket.h"

namespace stance {

// What has happened to connections so far. Safe to read from any thread.
struct ConnectionCounts {
  std::atomic<uint64_t> accepted = 0;
  // Closed at once.
  std::atomic<uint64_t> over_all = 0;   // max_connections
  std::atomic<uint64_t> over_peer = 0;  // max_connections_per_peer
  std::atomic<uint64_t> no_descriptor = 0;
  // As of the last look, at most a second ago.
  std::atomic<int64_t> open = 0;
};

class Acceptor {
 public:
  // Accepts from `sockets` in a thread of its own. `counts` must outlive it;
  // it must be destroyed before the server that `to` is of is shut down.
  Acceptor(std::vector<ListeningSocket> sockets,
           std::unique_ptr<grpc::experimental::ExternalConnectionAcceptor> to,
           const ConnectionCaps& caps, ConnectionCounts* counts);
  // Stops listening. Connections that are open stay.
  ~Acceptor();
  Acceptor(const Acceptor&) = delete;
  Acceptor& operator=(const Acceptor&) = delete;

  void StopListening();
  // Having stopped, until all connections have closed, at most so long.
  void WaitUntilClosed(std::chrono::milliseconds at_most);

 private:
  void Run();
  // Accepts all that wait at a socket.
  void AcceptFrom(int listener);
  // Accepts one and closes it.
  void GiveUpReserve(int listener);
  void Take(int listener, int descriptor);

  std::vector<ListeningSocket> sockets_;
  const std::unique_ptr<grpc::experimental::ExternalConnectionAcceptor> to_;
  ConnectionCounts& counts_;
  ConnectionTable table_;
  int reserve_;
  int wake_;  // an eventfd
  std::atomic<bool> ending_ = false;
  std::thread thread_;
};

}  // namespace stance

#endif  // STANCE_SERVER_ACCEPTOR_H_
