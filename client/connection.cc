#include "client/connection.h"

#include <grpcpp/create_channel.h>
#include <grpcpp/security/credentials.h>
#include <grpcpp/support/channel_arguments.h>

#include <chrono>
#include <random>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/strip.h"

namespace stance::client {
namespace {

// An answer names every sentence that shows a stance: it may be longer than
// the article.
constexpr int kLargestAnswer = 64 << 20;

// The policy for clients of the service. CANCELLED is not repeated (AIP-194);
// a server that sheds load says in its answer when to come again.
constexpr char kServiceConfig[] = R"json({
  "loadBalancingConfig": [{"round_robin": {}}],
  "healthCheckConfig": {"serviceName": "stance.v1.StanceService"},
  "methodConfig": [{
    "name": [{}],
    "retryPolicy": {
      "maxAttempts": 4,
      "initialBackoff": "0.1s",
      "maxBackoff": "2s",
      "backoffMultiplier": 2,
      "retryableStatusCodes": ["UNAVAILABLE", "RESOURCE_EXHAUSTED"]
    }
  }],
  "retryThrottling": {"maxTokens": 100, "tokenRatio": 0.5}
})json";

// A server that the network has cut off is noticed after 20 s, not after the
// quarter of an hour that TCP takes. Not more often than a server's
// --min-ping-interval allows.
constexpr int kKeepaliveTimeMs = 15'000;
constexpr int kKeepaliveTimeoutMs = 5'000;

// A server that is started again is found as soon as a rollout goes on to the
// next one, and within 5 s after a long absence; gRPC begins with 1 s and goes
// up to 2 min.
constexpr int kFirstReconnectMs = 200;
constexpr int kLongestReconnectMs = 5'000;

// Nobody means the proxy of the environment for a server on this machine.
bool IsOnThisMachine(absl::string_view server) {
  for (const absl::string_view local :
       {"localhost:", "127.", "[::1]:", "unix:", "ipv4:127.", "ipv6:[::1]"}) {
    if (absl::StartsWith(server, local)) return true;
  }
  return false;
}

std::shared_ptr<grpc::ChannelCredentials> Credentials(const Tls& tls) {
  if (!tls.enabled) return grpc::InsecureChannelCredentials();
  grpc::SslCredentialsOptions options;
  options.pem_root_certs = tls.ca_pem;
  options.pem_cert_chain = tls.cert_pem;
  options.pem_private_key = tls.key_pem;
  return grpc::SslCredentials(options);
}

// gRPC's reason for a connection that did not come about, and what it is likely
// to mean.
std::string WhatToDo(const Tls& tls, const std::string& reason) {
  if (absl::StrContains(reason, "certificate verify failed")) {
    return "its certificate is signed by nobody that we trust; name its "
           "authority with --tls-ca";
  }
  if (absl::StrContains(reason, "is not in peer certificate")) {
    return reason + "; say which name is with --tls-server-name";
  }
  if (absl::StrContains(reason, "wrong version number")) {
    return "it does not speak TLS; leave out --tls";
  }
  if (absl::StrContains(reason, "Socket closed")) {
    if (!tls.enabled) return reason + "; does it speak TLS? (--tls)";
    if (tls.cert_pem.empty()) {
      return reason + "; does it ask for a certificate? (--tls-cert)";
    }
  }
  return reason + "; is one running there?";
}

// "localhost", where gRPC takes that of HTTPS.
bool HasNoPort(absl::string_view server) {
  if (!absl::ConsumePrefix(&server, "dns:///")) {
    absl::ConsumePrefix(&server, "dns:");
  }
  return absl::EndsWith(server, "]") || !absl::StrContains(server, ":");
}

std::shared_ptr<grpc::Channel> Open(const Connection& connection,
                                    grpc::ChannelArguments arguments) {
  arguments.SetMaxReceiveMessageSize(kLargestAnswer);
  arguments.SetInt(GRPC_ARG_KEEPALIVE_TIME_MS, kKeepaliveTimeMs);
  arguments.SetInt(GRPC_ARG_KEEPALIVE_TIMEOUT_MS, kKeepaliveTimeoutMs);
  arguments.SetInt(GRPC_ARG_INITIAL_RECONNECT_BACKOFF_MS, kFirstReconnectMs);
  arguments.SetInt(GRPC_ARG_MAX_RECONNECT_BACKOFF_MS, kLongestReconnectMs);
  // A long call may be without data for as long as it takes.
  arguments.SetInt(GRPC_ARG_HTTP2_MAX_PINGS_WITHOUT_DATA, 0);
  if (IsOnThisMachine(connection.server)) {
    arguments.SetInt(GRPC_ARG_ENABLE_HTTP_PROXY, 0);
  }
  if (!connection.tls.server_name.empty()) {
    arguments.SetSslTargetNameOverride(connection.tls.server_name);
  }
  return grpc::CreateCustomChannel(connection.server,
                                   Credentials(connection.tls), arguments);
}

}  // namespace

std::chrono::system_clock::time_point Connection::Deadline() const {
  return absl::ToChronoTime(absl::Now() + timeout);
}

std::string Connection::Prepare(grpc::ClientContext* context) const {
  context->set_deadline(Deadline());
  thread_local std::mt19937_64 random{(uint64_t{std::random_device{}()} << 32) |
                                      std::random_device{}()};
  std::string id = absl::StrCat(absl::Hex(random(), absl::kZeroPad16));
  context->AddMetadata("x-request-id", id);
  return id;
}

std::shared_ptr<grpc::Channel> OpenChannel(const Connection& connection) {
  grpc::ChannelArguments arguments;
  arguments.SetServiceConfigJSON(kServiceConfig);
  return Open(connection, arguments);
}

std::shared_ptr<grpc::Channel> OpenOwnChannel(const Connection& connection) {
  grpc::ChannelArguments arguments;
  arguments.SetServiceConfigJSON(kServiceConfig);
  arguments.SetInt(GRPC_ARG_ENABLE_RETRIES, 0);
  arguments.SetInt(GRPC_ARG_USE_LOCAL_SUBCHANNEL_POOL, 1);
  return Open(connection, arguments);
}

std::shared_ptr<grpc::Channel> OpenBareChannel(const Connection& connection) {
  return Open(connection, grpc::ChannelArguments());
}

bool WaitUntilConnected(std::chrono::system_clock::time_point deadline,
                        grpc::Channel* channel) {
  grpc_connectivity_state state = channel->GetState(/*try_to_connect=*/true);
  while (state != GRPC_CHANNEL_READY) {
    if (state == GRPC_CHANNEL_TRANSIENT_FAILURE ||
        state == GRPC_CHANNEL_SHUTDOWN ||
        !channel->WaitForStateChange(state, deadline)) {
      return false;
    }
    state = channel->GetState(/*try_to_connect=*/true);
  }
  return true;
}

google::rpc::Status NameServer(const Connection& connection,
                               google::rpc::Status error) {
  // gRPC's words for a call that never left: they name every address and
  // repeat themselves; the last part is the reason.
  constexpr std::string_view kNobody[] = {
      "failed to connect to all addresses", "DNS resolution failed",
      "connections to all backends failing", "empty address list"};
  for (const std::string_view words : kNobody) {
    if (error.message().find(words) == std::string::npos) continue;
    std::string reason = error.message();
    if (const size_t colon = reason.rfind(": "); colon != std::string::npos) {
      reason = reason.substr(colon + 2);
    }
    error.set_message(absl::StrCat(
        "cannot reach a server at ", connection.server,
        HasNoPort(connection.server) ? ", port 443 as it names none" : "", ": ",
        WhatToDo(connection.tls, reason)));
    break;
  }
  return error;
}

}  // namespace stance::client
