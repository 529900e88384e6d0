// What is told about each finished call, to logs and metrics. Never the text.

#ifndef STANCE_SERVER_CALL_RECORD_H_
#define STANCE_SERVER_CALL_RECORD_H_

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

#include "absl/status/status.h"

namespace stance {

struct CallRecord {
  std::string_view method;  // "/stance.v1.StanceService/ClassifyArticle"
  std::string request_id;
  absl::StatusCode code = absl::StatusCode::kOk;
  std::string reason;     // google.rpc.ErrorInfo.reason; empty where OK
  size_t bytes_in = 0;    // of messages, without framing
  size_t bytes_out = 0;   // the same
  uint64_t articles = 0;  // of a stream: answered in all
  uint64_t failed = 0;    // of a stream: answered with an error
  // From the call's first message to its answer; of a stream, from its start
  // to its end, waiting included.
  std::chrono::microseconds duration{0};
};

// Called once a call from any of gRPC's threads, possibly at the same time. May
// not block.
using CallSink = std::function<void(const CallRecord&)>;

}  // namespace stance

#endif  // STANCE_SERVER_CALL_RECORD_H_
