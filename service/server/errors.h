// How Stance's errors are made, and what they are on the wire.
//
//   InvalidField("OUT_OF_RANGE", "options.min_confidence",
//                "2 is not between 0 and 1")
//       // INVALID_ARGUMENT: options.min_confidence: 2 is not between 0 and 1
//       // with google.rpc.ErrorInfo and google.rpc.BadRequest as payloads
//
// Inside, errors are absl::Status; only grpc_status.h knows gRPC's.

#ifndef STANCE_SERVER_ERRORS_H_
#define STANCE_SERVER_ERRORS_H_

#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "absl/status/status.h"
#include "google/rpc/status.pb.h"

namespace stance {

// google.rpc.ErrorInfo.domain of every error.
inline constexpr std::string_view kErrorDomain = "stance";

// google.rpc.ErrorInfo.metadata.
using ErrorMetadata = std::vector<std::pair<std::string, std::string>>;

// An error with an ErrorInfo. `reason` is stable and matches [A-Z0-9_]+; `code`
// must not be OK.
absl::Status MakeError(absl::StatusCode code, std::string_view reason,
                       std::string_view message,
                       const ErrorMetadata& metadata = {});

// INVALID_ARGUMENT with an ErrorInfo and a BadRequest that names `field`, a
// path from the request ("article.text"). `description` says what is wrong and
// what is allowed.
absl::Status InvalidField(std::string_view reason, std::string_view field,
                          std::string_view description,
                          const ErrorMetadata& metadata = {});

// INVALID_ARGUMENT, MALFORMED_REQUEST: bytes that are not a message of that
// type.
absl::Status MalformedRequest(std::string_view message_type);

// UNAVAILABLE, LEXICON_LOADING, with a RetryInfo: the server has started and
// cannot answer yet.
absl::Status LexiconLoading();

// UNAVAILABLE, SHUTTING_DOWN, with a RetryInfo: a stream that was open for
// longer than a server that stops waits.
absl::Status ShuttingDown();

// RESOURCE_EXHAUSTED, OVERLOADED, with a RetryInfo. `why` is the middle of the
// message; `limit` the setting that was met, as metadata.
absl::Status Overloaded(std::string_view why, std::string_view limit,
                        std::chrono::milliseconds retry_delay);

// The delay of the status's RetryInfo, where it has one.
std::optional<std::chrono::milliseconds> RetryDelay(const absl::Status& status);

// The reason of the status's ErrorInfo; without one, its code's name
// ("CANCELLED").
std::string ErrorReason(const absl::Status& status);

// The status as it is answered, its payloads as details. An error that has no
// ErrorInfo gets one whose reason is its code's name. REQUIRES: the message is
// UTF-8; it holds what a caller sent only as Quote() gives it.
google::rpc::Status ToRpcStatus(const absl::Status& status);

// A caller's text for an error message: quoted, control characters and bytes
// that are not ASCII escaped, cut to a length that fits into one.
std::string Quote(std::string_view text);

}  // namespace stance

#endif  // STANCE_SERVER_ERRORS_H_
