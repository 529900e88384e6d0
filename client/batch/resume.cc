#include "client/batch/resume.h"

#include <filesystem>
#include <utility>

#include "absl/strings/str_cat.h"
#include "client/batch/checkpoint.h"

namespace stance::client {

std::string CheckpointPathFor(const std::string& output) {
  std::error_code ignored;
  const bool is_file =
      output != "-" && (!std::filesystem::exists(output, ignored) ||
                        std::filesystem::is_regular_file(output, ignored));
  return is_file ? CheckpointPath(output) : std::string();
}

absl::Status ReadResumePoint(const std::string& output, const std::string& path,
                             batch::v1::Checkpoint* checkpoint) {
  std::error_code ignored;
  auto read = ReadCheckpoint(path);
  if (absl::IsNotFound(read.status())) {
    if (!std::filesystem::exists(output, ignored)) {
      return absl::OkStatus();
    }
    return absl::FailedPreconditionError(absl::StrCat(
        output, ": there is no ", path,
        " to say how far it came; without --resume it is written anew"));
  }
  if (!read.ok()) {
    return absl::DataLossError(
        absl::StrCat(path, ": ", read.status().message()));
  }
  if (read->run() != checkpoint->run()) {
    return absl::FailedPreconditionError(absl::StrCat(
        path,
        ": is of another run (input, shard, options or lexicon differ); "
        "without --resume ",
        output, " is written anew"));
  }
  *checkpoint = *std::move(read);
  return absl::OkStatus();
}

}  // namespace stance::client
