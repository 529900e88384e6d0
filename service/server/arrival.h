// When a call arrived, which gRPC does not tell its handler: the handler runs
// when a thread is free for it.

#ifndef STANCE_SERVER_ARRIVAL_H_
#define STANCE_SERVER_ARRIVAL_H_

#include <grpcpp/server_context.h>

#include <chrono>
#include <memory>

namespace stance {

// For ServerBuilder::SetContextAllocator: contexts are made when gRPC has
// received a call's headers and, of a unary call, its message.
std::unique_ptr<grpc::ContextAllocator> MakeArrivalRecorder();

// Now, where the server has no such recorder.
std::chrono::steady_clock::time_point ArrivalOf(
    const grpc::CallbackServerContext& context);

}  // namespace stance

#endif  // STANCE_SERVER_ARRIVAL_H_
