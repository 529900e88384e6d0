// A gRPC server around services, with the settings that all of ours share.

#ifndef STANCE_SERVER_SERVER_H_
#define STANCE_SERVER_SERVER_H_

#include <grpcpp/security/server_credentials.h>
#include <grpcpp/server.h>

#include <chrono>
#include <memory>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "service/server/acceptor.h"
#include "service/server/tls_material.h"

namespace stance {

// Of each connection.
struct ConnectionLimits {
  // Its client holds further calls back.
  int64_t max_concurrent_calls = 1000;
  // Then its client is told to open another; calls in flight go on for
  // max_age_grace. Zero: for ever.
  std::chrono::seconds max_age{300};
  std::chrono::seconds max_age_grace{0};
  // Without a call; then it is closed. Zero: for ever.
  std::chrono::seconds max_idle{0};
  // A client that pings more often than this is cut off after two such pings.
  std::chrono::seconds min_ping_interval{10};
  // A client that has sent nothing for so long is pinged, and cut off where it
  // does not answer: it may have vanished without a word.
  std::chrono::seconds keepalive_time{60};
  std::chrono::seconds keepalive_timeout{20};
};

struct ServerOptions {
  // As Listen() takes them. Empty: no port, only Server::InProcessChannel.
  std::vector<std::string> listen;
  ConnectionCaps caps;
  ConnectionCounts* counts = nullptr;  // null where nobody wants to know
  // Of one message, in bytes. The services refuse a longer one, and say why;
  // gRPC itself, which does not, refuses one of more than twice that.
  int max_message_bytes = 4 << 20;
  // With gzip, where the client accepts it.
  bool compress_answers = false;
  ConnectionLimits connections;
  // Null: plaintext. Must outlive the server.
  const CurrentTls* tls = nullptr;
  // Whether callers may ask for the API's description (grpc.reflection).
  bool reflection = true;
};

struct NamedService {
  std::string name;  // as health checks ask for it: "stance.v1.StanceService"
  grpc::Service* service;  // null: only its health is told here
};

struct RunningServer {
  // Takes no connection any more, ends calls that have not ended by `deadline`,
  // and waits for them. A call that reaches gRPC when it has begun to shut down
  // ends CANCELLED, which no client repeats: where connections come of age
  // within seconds and before the deadline, and their clients are thereby told
  // to go elsewhere, that is waited for first.
  void Stop(std::chrono::system_clock::time_point deadline);

  // Used for as long as there are connections.
  std::shared_ptr<grpc::ServerCredentials> credentials;
  std::shared_ptr<ConnectionCounts> own_counts;
  std::unique_ptr<grpc::Server> server;
  // Null where it listens on nothing.
  std::unique_ptr<Acceptor> acceptor;
  std::chrono::seconds max_connection_age{0};  // zero: for ever
  // What it listens on, in the order of ServerOptions.listen, with the ports
  // taken.
  std::vector<std::string> addresses;
};

// Starts a server with `services`, which must outlive it, and the health
// service, which says NOT_SERVING of each service and of "" until
// SetServing.
// UNAVAILABLE where an address cannot be listened
// on: another program has it, even one that shares its ports.
absl::StatusOr<RunningServer> StartServer(
    const ServerOptions& options, const std::vector<NamedService>& services);

// What health checks are answered from now on, of every service and of "".
void SetServing(const RunningServer& running, bool serving);

}  // namespace stance

#endif  // STANCE_SERVER_SERVER_H_
