#include "service/server/request_id.h"

#include <algorithm>
#include <cstdint>
#include <random>

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"

namespace stance {
namespace {

bool IsUsable(const grpc::string_ref& id) {
  return !id.empty() && id.size() <= 128 &&
         std::all_of(id.begin(), id.end(),
                     [](char c) { return absl::ascii_isgraph(c); });
}

}  // namespace

std::string RequestId(const grpc::ServerContextBase& context) {
  const auto sent = context.client_metadata().find("x-request-id");
  if (sent != context.client_metadata().end() && IsUsable(sent->second)) {
    return std::string(sent->second.begin(), sent->second.end());
  }
  thread_local std::mt19937_64 random{(uint64_t{std::random_device{}()} << 32) |
                                      std::random_device{}()};
  return absl::StrCat(absl::Hex(random(), absl::kZeroPad16));
}

}  // namespace stance
