#include "client/errors.h"

#include <iostream>
#include <vector>

#include "absl/status/status.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "client/exit_codes.h"
#include "client/table/display.h"
#include "google/rpc/error_details.pb.h"

namespace stance::client {
namespace {

// What the details add to code and message.
struct Details {
  std::vector<std::string> violations;  // "article.text: …"
  std::string reason;
  std::string request_id;
};

Details ReadDetails(const google::rpc::Status& error) {
  Details out;
  for (const google::protobuf::Any& any : error.details()) {
    google::rpc::BadRequest bad_request;
    google::rpc::ErrorInfo info;
    google::rpc::RequestInfo request;
    if (any.UnpackTo(&bad_request)) {
      for (const auto& violation : bad_request.field_violations()) {
        out.violations.push_back(
            absl::StrCat(violation.field(), ": ", violation.description()));
      }
    } else if (any.UnpackTo(&info)) {
      out.reason = info.reason();
    } else if (any.UnpackTo(&request)) {
      out.request_id = request.request_id();
    }
  }
  return out;
}

}  // namespace

google::rpc::Status OkStatus() { return {}; }

google::rpc::Status CallError(grpc::StatusCode code, std::string message) {
  google::rpc::Status out;
  out.set_code(code);
  out.set_message(std::move(message));
  return out;
}

google::rpc::Status FromGrpc(const grpc::Status& status) {
  if (status.ok()) return OkStatus();
  google::rpc::Status out;
  if (!status.error_details().empty() &&
      out.ParseFromString(status.error_details()) &&
      out.code() == status.error_code()) {
    return out;
  }
  return CallError(status.error_code(), status.error_message());
}

google::rpc::Status AddRequestId(google::rpc::Status error,
                                 const std::string& id) {
  if (error.code() == 0 || !ReadDetails(error).request_id.empty()) return error;
  google::rpc::RequestInfo info;
  info.set_request_id(id);
  error.add_details()->PackFrom(info);
  return error;
}

std::string CodeName(int code) {
  const std::string name =
      absl::StatusCodeToString(static_cast<absl::StatusCode>(code));
  return name.empty() ? absl::StrCat("CODE_", code) : name;
}

std::string OneLine(const google::rpc::Status& error) {
  const Details details = ReadDetails(error);
  std::string out = details.violations.empty()
                        ? error.message()
                        : absl::StrJoin(details.violations, "; ");
  if (out.empty()) out = "the call failed";
  absl::StrAppend(&out, " (", CodeName(error.code()));
  if (!details.reason.empty() && details.reason != CodeName(error.code())) {
    absl::StrAppend(&out, ", ", details.reason);
  }
  if (!details.request_id.empty()) {
    absl::StrAppend(&out, ", request ", details.request_id);
  }
  return MakePrintable(absl::StrCat(out, ")"));
}

int ExitCode(const google::rpc::Status& error) {
  return error.code() == 0 ? kExitOk : kExitCallFailed + error.code();
}

void PrintError(std::string_view about, std::string_view message) {
  std::string line = "stancectl: ";
  if (!about.empty()) line.append(about).append(": ");
  line.append(message);
  std::cerr << MakePrintable(line) << std::endl;
}

void PrintError(std::string_view about, const absl::Status& status) {
  const absl::string_view message = status.message();
  PrintError(about, std::string_view(message.data(), message.size()));
}

}  // namespace stance::client
