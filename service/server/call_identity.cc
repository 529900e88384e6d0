#include "service/server/call_identity.h"

#include <algorithm>
#include <string>

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "service/server/thread_random.h"

namespace stance {
namespace {

constexpr char kRequestId[] = "x-request-id";
constexpr char kTraceparent[] = "traceparent";
constexpr char kDebug[] = "x-stance-debug";

// Empty where the caller sent none.
std::string_view Sent(const grpc::CallbackServerContext& context,
                      const char* name) {
  const auto& metadata = context.client_metadata();
  const auto sent = metadata.find(name);
  if (sent == metadata.end()) return {};
  return {sent->second.data(), sent->second.size()};
}

bool IsUsable(std::string_view id) {
  return !id.empty() && id.size() <= 128 &&
         std::all_of(id.begin(), id.end(),
                     [](char c) { return absl::ascii_isgraph(c); });
}

// Hexadecimal digits in lower case.
bool IsHex(std::string_view text) {
  return text.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

bool IsZero(std::string_view text) {
  return text.find_first_not_of('0') == std::string_view::npos;
}

}  // namespace

CallIdentity IdentifyCall(grpc::CallbackServerContext* context) {
  CallIdentity identity;
  if (const std::string_view sent = Sent(*context, kRequestId);
      IsUsable(sent)) {
    identity.request_id = sent;
  } else {
    identity.request_id =
        absl::StrCat(absl::Hex(ThreadRandom()(), absl::kZeroPad16));
  }
  context->AddInitialMetadata(kRequestId, identity.request_id);
  if (const std::string_view sent = Sent(*context, kTraceparent);
      IsTraceparent(sent)) {
    identity.traceparent = sent;
    context->AddInitialMetadata(kTraceparent, identity.traceparent);
  }
  identity.debug = Sent(*context, kDebug) == "1";
  return identity;
}

bool IsTraceparent(std::string_view text) {
  return text.size() == 55 && text.substr(0, 3) == "00-" && text[35] == '-' &&
         text[52] == '-' && IsHex(text.substr(3, 32)) &&
         IsHex(text.substr(36, 16)) && IsHex(text.substr(53)) &&
         !IsZero(text.substr(3, 32)) && !IsZero(text.substr(36, 16));
}

std::string_view TraceId(std::string_view traceparent) {
  return traceparent.substr(3, 32);
}

}  // namespace stance
