// The one place where Stance's errors become gRPC's.

#ifndef STANCE_SERVER_GRPC_STATUS_H_
#define STANCE_SERVER_GRPC_STATUS_H_

#include <grpcpp/server_context.h>
#include <grpcpp/support/status.h>

#include "absl/status/status.h"

namespace stance {

// Code, message and details as errors.h's ToRpcStatus makes them; details go
// into grpc-status-details-bin.
grpc::Status ToGrpcStatus(const absl::Status& status);

// The same, and a RetryInfo's delay put into the trailing metadata of `context`
// as grpc-retry-pushback-ms, which gRPC clients obey by themselves. REQUIRES:
// the call has not been finished.
grpc::Status ToGrpcStatus(const absl::Status& status,
                          grpc::CallbackServerContext* context);

}  // namespace stance

#endif  // STANCE_SERVER_GRPC_STATUS_H_
