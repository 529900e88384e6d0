#include "service/server/server.h"

#include <grpcpp/ext/proto_server_reflection_plugin.h>
#include <grpcpp/grpcpp.h>
#include <grpcpp/health_check_service_interface.h>

#include <algorithm>
#include <cstdint>
#include <limits>
#include <utility>

#include "absl/status/status.h"
#include "absl/strings/str_cat.h"
#include "service/server/arrival.h"
#include "service/server/tls_credentials.h"

namespace stance {
namespace {

void LimitConnections(const ConnectionLimits& limits,
                      grpc::ServerBuilder* builder) {
  const auto set = [builder](const char* argument, int64_t value) {
    if (value == 0) return;
    builder->AddChannelArgument(argument, static_cast<int>(value));
  };
  const auto set_time = [&set](const char* argument,
                               std::chrono::milliseconds value) {
    set(argument,
        std::min<int64_t>(value.count(), std::numeric_limits<int>::max()));
  };
  set(GRPC_ARG_MAX_CONCURRENT_STREAMS, limits.max_concurrent_calls);
  set_time(GRPC_ARG_MAX_CONNECTION_AGE_MS, limits.max_age);
  set_time(GRPC_ARG_MAX_CONNECTION_AGE_GRACE_MS, limits.max_age_grace);
  set_time(GRPC_ARG_MAX_CONNECTION_IDLE_MS, limits.max_idle);
  set_time(GRPC_ARG_KEEPALIVE_TIME_MS, limits.keepalive_time);
  set_time(GRPC_ARG_KEEPALIVE_TIMEOUT_MS, limits.keepalive_timeout);
  // Also of a connection that has no call, so that its client learns in time
  // that it is gone.
  builder->AddChannelArgument(GRPC_ARG_KEEPALIVE_PERMIT_WITHOUT_CALLS, 1);
  set_time(GRPC_ARG_HTTP2_MIN_RECV_PING_INTERVAL_WITHOUT_DATA_MS,
           limits.min_ping_interval);
  builder->AddChannelArgument(GRPC_ARG_HTTP2_MAX_PING_STRIKES, 2);
}

// A stop takes no longer than that for connections alone.
constexpr std::chrono::seconds kWorthWaiting{10};

// When the youngest connection has come of age: gRPC gives each up to a tenth
// more, and its client is to have heard of it.
std::chrono::milliseconds LastOfAge(std::chrono::milliseconds max_age) {
  constexpr std::chrono::milliseconds kHeard{200};
  if (max_age.count() == 0) return max_age;
  return max_age + max_age / 10 + kHeard;
}

}  // namespace

absl::StatusOr<RunningServer> StartServer(
    const ServerOptions& options, const std::vector<NamedService>& services) {
  grpc::EnableDefaultHealthCheckService(true);
  // Of the process: every server built from now on has it.
  if (options.reflection) {
    grpc::reflection::InitProtoReflectionServerBuilderPlugin();
  }
  grpc::ServerBuilder builder;
  builder.SetMaxReceiveMessageSize(
      static_cast<int>(std::min<int64_t>(int64_t{2} * options.max_message_bytes,
                                         std::numeric_limits<int>::max())));
  if (options.compress_answers) {
    builder.SetDefaultCompressionLevel(GRPC_COMPRESS_LEVEL_LOW);  // gzip
  }
  builder.SetContextAllocator(MakeArrivalRecorder());
  LimitConnections(options.connections, &builder);
  RunningServer running;
  running.max_connection_age = options.connections.max_age;
  std::vector<ListeningSocket> sockets;
  for (const std::string& address : options.listen) {
    absl::StatusOr<std::vector<ListeningSocket>> found = Listen(address);
    if (!found.ok()) return found.status();
    running.addresses.push_back(found->front().address());
    for (ListeningSocket& socket : *found) sockets.push_back(std::move(socket));
  }
  running.credentials = options.tls == nullptr
                            ? grpc::InsecureServerCredentials()
                            : MakeTlsCredentials(options.tls);
  auto acceptor = builder.experimental().AddExternalConnectionAcceptor(
      grpc::ServerBuilder::experimental_type::ExternalConnectionType::FROM_FD,
      running.credentials);
  for (const NamedService& service : services) {
    if (service.service != nullptr) builder.RegisterService(service.service);
  }
  running.server = builder.BuildAndStart();
  if (running.server == nullptr) {
    return absl::UnavailableError("gRPC could not start the server");
  }
  // gRPC's health service is born saying SERVING of "": the calls of those few
  // microseconds are answered with LEXICON_LOADING.
  SetServing(running, false);
  for (const NamedService& service : services) {
    running.server->GetHealthCheckService()->SetServingStatus(service.name,
                                                              false);
  }
  if (!sockets.empty()) {
    running.own_counts = std::make_shared<ConnectionCounts>();
    running.acceptor = std::make_unique<Acceptor>(
        std::move(sockets), std::move(acceptor), options.caps,
        options.counts != nullptr ? options.counts : running.own_counts.get());
  }
  return running;
}

void RunningServer::Stop(std::chrono::system_clock::time_point deadline) {
  if (acceptor != nullptr) {
    acceptor->StopListening();
    const std::chrono::milliseconds last_of_age = LastOfAge(max_connection_age);
    if (last_of_age.count() > 0 && last_of_age <= kWorthWaiting &&
        std::chrono::system_clock::now() + last_of_age < deadline) {
      acceptor->WaitUntilClosed(last_of_age);
    }
    acceptor.reset();
  }
  server->Shutdown(deadline);
  server->Wait();
}

void SetServing(const RunningServer& running, bool serving) {
  running.server->GetHealthCheckService()->SetServingStatus(serving);
}

}  // namespace stance
