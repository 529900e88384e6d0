#include "service/server/server.h"

#include <grpcpp/ext/proto_server_reflection_plugin.h>
#include <grpcpp/grpcpp.h>
#include <grpcpp/health_check_service_interface.h>

#include <algorithm>
#include <cstdint>
#include <limits>

#include "absl/status/status.h"
#include "absl/strings/str_cat.h"
#include "service/server/arrival.h"
#include "service/server/tls_credentials.h"

namespace stance {
namespace {

// "127.0.0.1:0" and 4242 -> "127.0.0.1:4242".
std::string WithPort(const std::string& address, int port) {
  return absl::StrCat(address.substr(0, address.rfind(':') + 1), port);
}

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
  // Otherwise two servers may listen on one port, each with half of the calls.
  builder.AddChannelArgument(GRPC_ARG_ALLOW_REUSEPORT, 0);
  builder.SetContextAllocator(MakeArrivalRecorder());
  LimitConnections(options.connections, &builder);
  std::vector<int> ports(options.listen.size(), 0);
  RunningServer running;
  for (size_t i = 0; i < options.listen.size(); ++i) {
    running.credentials.push_back(options.tls == nullptr
                                      ? grpc::InsecureServerCredentials()
                                      : MakeTlsCredentials(options.tls));
    builder.AddListeningPort(options.listen[i], running.credentials.back(),
                             &ports[i]);
  }
  for (const NamedService& service : services) {
    if (service.service != nullptr) builder.RegisterService(service.service);
  }
  running.server = builder.BuildAndStart();
  if (running.server == nullptr && options.listen.empty()) {
    return absl::UnavailableError("gRPC could not start the server");
  }
  for (size_t i = 0; i < options.listen.size(); ++i) {
    if (running.server == nullptr || ports[i] == 0) {
      return absl::UnavailableError(absl::StrCat(
          "cannot listen on ", options.listen[i],
          ": is it a free address of this machine, as in 127.0.0.1:50051?"));
    }
    running.addresses.push_back(WithPort(options.listen[i], ports[i]));
  }
  // gRPC's health service is born saying SERVING of "": the calls of those few
  // microseconds are answered with LEXICON_LOADING.
  SetServing(running, false);
  for (const NamedService& service : services) {
    running.server->GetHealthCheckService()->SetServingStatus(service.name,
                                                              false);
  }
  return running;
}

void SetServing(const RunningServer& running, bool serving) {
  running.server->GetHealthCheckService()->SetServingStatus(serving);
}

}  // namespace stance
