#include "service/operations/grpc_log.h"

#include <grpc/support/log.h>
#include <time.h>

#include <string>
#include <string_view>

namespace stance {
namespace {

constexpr int kLinesASecond = 10;

// gRPC calls a function without a context.
std::atomic<Log*> current_log = nullptr;
std::atomic<uint64_t> handshake_failure_count = 0;
std::atomic<time_t> this_second = 0;
std::atomic<int> lines_this_second = 0;

bool MayWrite() {
  const time_t now = time(nullptr);
  if (this_second.exchange(now) != now) lines_this_second = 0;
  return lines_this_second.fetch_add(1) < kLinesASecond;
}

void Write(gpr_log_func_args* args) {
  const std::string_view message = args->message;
  if (message.starts_with("Handshake failed")) ++handshake_failure_count;
  Log* log = current_log;
  if (log == nullptr || args->severity < GPR_LOG_SEVERITY_ERROR ||
      !MayWrite()) {
    return;
  }
  log->Warning("grpc", [&](JsonFields& fields) {
    fields.Add("message", message);
    fields.Add("source",
               std::string(args->file) + ":" + std::to_string(args->line));
  });
}

}  // namespace

GrpcLog::GrpcLog(Log* log) {
  current_log = log;
  gpr_set_log_function(&Write);
}

// gRPC's threads may still be writing: the function stays, without a log.
GrpcLog::~GrpcLog() { current_log = nullptr; }

uint64_t GrpcLog::handshake_failures() { return handshake_failure_count; }

}  // namespace stance
