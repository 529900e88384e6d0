// gRPC's own messages, as lines of our log.

#ifndef STANCE_OPERATIONS_GRPC_LOG_H_
#define STANCE_OPERATIONS_GRPC_LOG_H_

#include <atomic>
#include <cstdint>

#include "service/operations/log.h"

namespace stance {

// While it lives, what gRPC writes at level error is a warning "grpc" of `log`
// instead of a line on the standard error, ten a second at most: strangers can
// cause them. One at a time in a process.
class GrpcLog {
 public:
  // `log` must outlive it.
  explicit GrpcLog(Log* log);
  ~GrpcLog();
  GrpcLog(const GrpcLog&) = delete;
  GrpcLog& operator=(const GrpcLog&) = delete;

  // TLS handshakes that failed so far: no certificate, one that is not trusted,
  // or no TLS at all.
  static uint64_t handshake_failures();
};

}  // namespace stance

#endif  // STANCE_OPERATIONS_GRPC_LOG_H_
