#include "client/batch/checkpoint.h"

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>

#include "absl/strings/str_cat.h"
#include "client/batch/output_file.h"
#include "client/input.h"
#include "client/json.h"

namespace stance::client {
namespace {

// A checkpoint is short, but for an --unordered one.
constexpr size_t kLargest = 16 << 20;

}  // namespace

std::string CheckpointPath(const std::string& output) {
  return output + ".checkpoint";
}

absl::StatusOr<batch::v1::Checkpoint> ReadCheckpoint(const std::string& path) {
  std::error_code ignored;
  if (!std::filesystem::exists(path, ignored)) {
    return absl::NotFoundError("there is none");
  }
  const auto text = ReadText(path, kLargest);
  if (!text.ok()) return text.status();
  batch::v1::Checkpoint out;
  const absl::Status parsed = FromJson(*text, &out);
  if (parsed.ok()) return out;
  return absl::DataLossError(
      absl::StrCat("it is no checkpoint: ", parsed.message()));
}

absl::Status WriteCheckpoint(const std::string& path,
                             const batch::v1::Checkpoint& checkpoint) {
  const std::string fresh = path + ".new";
  OutputFile file;
  absl::Status status = file.Open(fresh, 0);
  if (status.ok()) status = file.Write(ToJson(checkpoint, false) + "\n");
  if (status.ok()) status = file.Sync().status();
  if (!status.ok()) return status;
  if (std::rename(fresh.c_str(), path.c_str()) == 0) return absl::OkStatus();
  return absl::UnavailableError(
      absl::StrCat("cannot be written: ", std::strerror(errno)));
}

DoneRecords::DoneRecords(const batch::v1::Checkpoint& checkpoint)
    : first_open_(checkpoint.done()),
      ahead_(checkpoint.done_ahead().begin(), checkpoint.done_ahead().end()) {}

void DoneRecords::Add(uint64_t record) {
  ahead_.insert(record);
  for (auto at = ahead_.begin(); at != ahead_.end() && *at == first_open_;
       at = ahead_.erase(at)) {
    ++first_open_;
  }
}

bool DoneRecords::Contains(uint64_t record) const {
  return record < first_open_ || ahead_.count(record) > 0;
}

void DoneRecords::WriteTo(batch::v1::Checkpoint* checkpoint) const {
  checkpoint->set_done(first_open_);
  checkpoint->clear_done_ahead();
  for (const uint64_t record : ahead_) checkpoint->add_done_ahead(record);
}

}  // namespace stance::client
