#include "service/server/grpc_status.h"

#include <string>

#include "service/server/errors.h"

namespace stance {

grpc::Status ToGrpcStatus(const absl::Status& status) {
  if (status.ok()) return grpc::Status::OK;
  const google::rpc::Status rpc = ToRpcStatus(status);
  return grpc::Status(static_cast<grpc::StatusCode>(rpc.code()), rpc.message(),
                      rpc.SerializeAsString());
}

grpc::Status ToGrpcStatus(const absl::Status& status,
                          grpc::CallbackServerContext* context) {
  if (const auto delay = RetryDelay(status)) {
    context->AddTrailingMetadata("grpc-retry-pushback-ms",
                                 std::to_string(delay->count()));
  }
  return ToGrpcStatus(status);
}

}  // namespace stance
