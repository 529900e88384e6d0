#include "service/server/errors.h"

#include <chrono>
#include <cstdint>
#include <optional>

#include "absl/strings/cord.h"
#include "absl/strings/escaping.h"
#include "absl/strings/str_cat.h"
#include "google/rpc/error_details.pb.h"
#include "service/server/absl_view.h"

namespace stance {
namespace {

constexpr absl::string_view kErrorInfoUrl =
    "type.googleapis.com/google.rpc.ErrorInfo";
constexpr absl::string_view kBadRequestUrl =
    "type.googleapis.com/google.rpc.BadRequest";
constexpr absl::string_view kRetryInfoUrl =
    "type.googleapis.com/google.rpc.RetryInfo";
// About what loading the shipped lexicon takes.
constexpr std::chrono::milliseconds kLoading{500};
// Time for a client to find the other servers, or for this one to start again.
constexpr std::chrono::milliseconds kUntilAnotherServes{1000};

google::rpc::ErrorInfo MakeErrorInfo(std::string_view reason) {
  google::rpc::ErrorInfo info;
  info.set_reason(std::string(reason));
  info.set_domain(std::string(kErrorDomain));
  return info;
}

// With a RetryInfo.
absl::Status WithRetryDelay(absl::Status status,
                            std::chrono::milliseconds delay) {
  google::rpc::RetryInfo retry;
  retry.mutable_retry_delay()->set_seconds(delay.count() / 1000);
  retry.mutable_retry_delay()->set_nanos(
      static_cast<int32_t>(delay.count() % 1000 * 1'000'000));
  status.SetPayload(kRetryInfoUrl, absl::Cord(retry.SerializeAsString()));
  return status;
}

}  // namespace

absl::Status MakeError(absl::StatusCode code, std::string_view reason,
                       std::string_view message,
                       const ErrorMetadata& metadata) {
  google::rpc::ErrorInfo info = MakeErrorInfo(reason);
  for (const auto& [key, value] : metadata) {
    (*info.mutable_metadata())[key] = value;
  }
  absl::Status status(code, ToAbsl(message));
  status.SetPayload(kErrorInfoUrl, absl::Cord(info.SerializeAsString()));
  return status;
}

absl::Status InvalidField(std::string_view reason, std::string_view field,
                          std::string_view description,
                          const ErrorMetadata& metadata) {
  google::rpc::BadRequest bad_request;
  google::rpc::BadRequest::FieldViolation* violation =
      bad_request.add_field_violations();
  violation->set_field(std::string(field));
  violation->set_description(std::string(description));
  absl::Status status = MakeError(
      absl::StatusCode::kInvalidArgument, reason,
      absl::StrCat(ToAbsl(field), ": ", ToAbsl(description)), metadata);
  status.SetPayload(kBadRequestUrl,
                    absl::Cord(bad_request.SerializeAsString()));
  return status;
}

absl::Status MalformedRequest(std::string_view message_type) {
  return MakeError(absl::StatusCode::kInvalidArgument, "MALFORMED_REQUEST",
                   absl::StrCat("the bytes sent are not a ",
                                ToAbsl(message_type), " message"));
}

absl::Status LexiconLoading() {
  return WithRetryDelay(
      MakeError(
          absl::StatusCode::kUnavailable, "LEXICON_LOADING",
          "the server has just started and is loading its lexicon; try again"),
      kLoading);
}

absl::Status ShuttingDown() {
  return WithRetryDelay(
      MakeError(absl::StatusCode::kUnavailable, "SHUTTING_DOWN",
                "the server is shutting down; open the stream again for the "
                "articles that it has not answered"),
      kUntilAnotherServes);
}

absl::Status Overloaded(std::string_view why, std::string_view limit,
                        std::chrono::milliseconds retry_delay) {
  return WithRetryDelay(
      MakeError(absl::StatusCode::kResourceExhausted, "OVERLOADED",
                absl::StrCat("the server is busy: ", ToAbsl(why),
                             "; try again in ", retry_delay.count(), " ms"),
                {{"limit", std::string(limit)}}),
      retry_delay);
}

std::optional<std::chrono::milliseconds> RetryDelay(
    const absl::Status& status) {
  google::rpc::RetryInfo retry;
  const absl::optional<absl::Cord> payload = status.GetPayload(kRetryInfoUrl);
  if (!payload || !retry.ParseFromString(static_cast<std::string>(*payload))) {
    return std::nullopt;
  }
  return std::chrono::milliseconds(retry.retry_delay().seconds() * 1000 +
                                   retry.retry_delay().nanos() / 1'000'000);
}

std::string ErrorReason(const absl::Status& status) {
  google::rpc::ErrorInfo info;
  const absl::optional<absl::Cord> payload = status.GetPayload(kErrorInfoUrl);
  if (payload && info.ParseFromString(static_cast<std::string>(*payload))) {
    return info.reason();
  }
  return absl::StatusCodeToString(status.code());
}

google::rpc::Status ToRpcStatus(const absl::Status& status) {
  google::rpc::Status out;
  out.set_code(static_cast<int>(status.code()));
  if (status.ok()) return out;
  out.set_message(static_cast<std::string>(status.message()));
  if (!status.GetPayload(kErrorInfoUrl)) {
    out.add_details()->PackFrom(MakeErrorInfo(ErrorReason(status)));
  }
  // ErrorInfo before the others, whatever order the status keeps them in.
  for (const bool error_info : {true, false}) {
    status.ForEachPayload(
        [&](absl::string_view url, const absl::Cord& payload) {
          if ((url == kErrorInfoUrl) != error_info) return;
          google::protobuf::Any* detail = out.add_details();
          detail->set_type_url(static_cast<std::string>(url));
          detail->set_value(static_cast<std::string>(payload));
        });
  }
  return out;
}

std::string Quote(std::string_view text) {
  constexpr size_t kLongest = 64;
  const bool cut = text.size() > kLongest;
  return absl::StrCat("\"", absl::CHexEscape(ToAbsl(text.substr(0, kLongest))),
                      cut ? "…\"" : "\"");
}

}  // namespace stance
