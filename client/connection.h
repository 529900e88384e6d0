// Channels to a server.

#ifndef STANCE_CLIENT_CONNECTION_H_
#define STANCE_CLIENT_CONNECTION_H_

#include <grpcpp/channel.h>
#include <grpcpp/client_context.h>

#include <chrono>
#include <memory>
#include <string>

#include "absl/time/time.h"
#include "google/rpc/status.pb.h"

namespace stance::client {

// How a connection is kept from strangers.
struct Tls {
  bool enabled = false;
  std::string ca_pem;    // whom to trust; empty: whom the system trusts
  std::string cert_pem;  // our own certificate and its key; may be empty
  std::string key_pem;
  std::string server_name;  // empty: the one in the address
};

// Where, and how long a call may take. Every call has a deadline.
struct Connection {
  // A gRPC target: "localhost:50051", "dns:///stance:50051", "unix:/run/s".
  std::string server;
  Tls tls;
  absl::Duration timeout = absl::Seconds(30);

  std::chrono::system_clock::time_point Deadline() const;

  // Gives a call its deadline and a new random x-request-id, under which the
  // server's log has it; the id.
  std::string Prepare(grpc::ClientContext* context) const;
};

// A channel that spreads calls over all addresses of the server, leaves out
// those that do not report serving, and repeats calls that were refused
// (UNAVAILABLE, RESOURCE_EXHAUSTED), less and less when most are.
std::shared_ptr<grpc::Channel> OpenChannel(const Connection& connection);

// The same without repeating anything, over connections that no other channel
// uses: for measuring a server.
std::shared_ptr<grpc::Channel> OpenOwnChannel(const Connection& connection);

// One that takes the server as it is: for asking after its health.
std::shared_ptr<grpc::Channel> OpenBareChannel(const Connection& connection);

// True as soon as one address has accepted a connection; false when none has,
// or at the deadline. A call then says why.
bool WaitUntilConnected(std::chrono::system_clock::time_point deadline,
                        grpc::Channel* channel);

// `error`, or, where the server could not be reached at all, one that says so,
// where it was looked for, why, and what to do.
google::rpc::Status NameServer(const Connection& connection,
                               google::rpc::Status error);

}  // namespace stance::client

#endif  // STANCE_CLIENT_CONNECTION_H_
