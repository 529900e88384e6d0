#include <grpcpp/client_context.h>

#include <CLI/CLI.hpp>
#include <iostream>
#include <memory>
#include <string>

#include "client/commands/commands.h"
#include "client/errors.h"
#include "client/exit_codes.h"
#include "client/source_flags.h"
#include "grpc/health/v1/health.grpc.pb.h"

namespace stance::client {
namespace {

using grpc::health::v1::Health;
using grpc::health::v1::HealthCheckRequest;
using grpc::health::v1::HealthCheckResponse;

struct HealthFlags {
  SourceFlags source;
  std::string service;
};

int RunHealth(const HealthFlags& flags) {
  const Connection connection = flags.source.ServerConnection();
  const auto channel = OpenBareChannel(connection);
  grpc::ClientContext context;
  const std::string id = connection.Prepare(&context);
  const bool connected = WaitUntilConnected(context.deadline(), channel.get());
  HealthCheckRequest request;
  request.set_service(flags.service);
  HealthCheckResponse response;
  const grpc::Status status =
      Health::NewStub(channel)->Check(&context, request, &response);
  if (!status.ok()) {
    const google::rpc::Status error = NameServer(connection, FromGrpc(status));
    std::string about = connection.server;
    // It says so itself, unless the time was up before it knew.
    if (!connected) {
      about = error.code() == grpc::StatusCode::DEADLINE_EXCEEDED
                  ? "cannot reach a server at " + about
                  : "";
    }
    PrintError(about, OneLine(AddRequestId(error, id)));
    return connected ? kExitHealthCallFailed : kExitHealthUnreachable;
  }
  std::cout << HealthCheckResponse::ServingStatus_Name(response.status())
            << "\n";
  return response.status() == HealthCheckResponse::SERVING
             ? kExitOk
             : kExitHealthNotServing;
}

}  // namespace

void AddHealthCommand(CLI::App* program, int* exit_code) {
  auto flags = std::make_shared<HealthFlags>();
  CLI::App* command = program->add_subcommand(
      "health", "Is the server serving? Exits as grpc-health-probe does");
  command->footer(
      "Examples:\n"
      "  stancectl health --server stance:50051\n"
      "  stancectl health --server stance:50051 --service "
      "stance.v1.StanceService\n"
      "Exits with 0 serving, 1 arguments, 2 cannot connect, 3 the call failed, "
      "4 not serving.");
  command->add_option("--service", flags->service,
                      "Service to ask after, e.g. stance.v1.StanceService "
                      "(default: the server as a whole)");
  flags->source.AddServerTo(command);
  command->callback([flags, exit_code] { *exit_code = RunHealth(*flags); });
}

}  // namespace stance::client
