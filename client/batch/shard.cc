#include "client/batch/shard.h"

#include <cstdlib>
#include <utility>
#include <vector>

#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"

namespace stance::client {
namespace {

std::string Environment(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? std::string() : std::string(value);
}

}  // namespace

absl::StatusOr<Shard> ParseShard(const std::string& text) {
  std::pair<std::string, std::string> parts;
  std::string shown = absl::StrCat("--shard: \"", text, "\"");
  if (!text.empty()) {
    parts = absl::StrSplit(text, absl::MaxSplits('/', 1));
  } else {
    parts = {Environment("JOB_COMPLETION_INDEX"), Environment("STANCE_SHARDS")};
    if (parts.second.empty()) return Shard();
    shown = absl::StrCat("JOB_COMPLETION_INDEX=", parts.first,
                         " and STANCE_SHARDS=", parts.second);
  }
  Shard out;
  if (absl::SimpleAtoi(parts.first, &out.index) &&
      absl::SimpleAtoi(parts.second, &out.count) && out.index < out.count) {
    return out;
  }
  return absl::InvalidArgumentError(absl::StrCat(
      shown, " is no shard; the first of eight is 0/8, the last 7/8"));
}

}  // namespace stance::client
