#include "client/batch/merge.h"

#include <simdjson.h>

#include <filesystem>
#include <memory>
#include <optional>
#include <system_error>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_replace.h"
#include "client/batch/checkpoint.h"
#include "client/batch/output_file.h"
#include "client/input.h"

namespace stance::client {
namespace {

// Longer than any answer to an article of the default limit.
constexpr size_t kLongestAnswer = 256 << 20;

std::string OfShard(const std::string& pattern, uint64_t shard) {
  return absl::StrReplaceAll(pattern, {{"{shard}", absl::StrCat(shard)}});
}

// The lines of a file, one looked at before it is taken.
class Lines {
 public:
  absl::Status Open(const std::string& path) {
    path_ = path;
    auto input = OpenInput(path);
    if (!input.ok()) {
      return absl::NotFoundError(
          absl::StrCat(path, ": ", input.status().message()));
    }
    input_ = *std::move(input);
    reader_ = std::make_unique<LineReader>(input_.get(), kLongestAnswer);
    return Next();
  }

  bool AtEnd() const { return at_end_; }
  const std::string& line() const { return line_; }

  // "errors-3.jsonl:17"
  std::string Where() const {
    return absl::StrCat(path_, ":", reader_->line_number());
  }

  absl::Status Next() {
    switch (reader_->Next(&line_)) {
      case LineReader::Result::kLine:
        return absl::OkStatus();
      case LineReader::Result::kTooLong:
        return absl::InvalidArgumentError(
            absl::StrCat(Where(), ": the line is too long for an answer"));
      case LineReader::Result::kEnd:
        break;
    }
    at_end_ = true;
    if (!input_->IsBroken()) return absl::OkStatus();
    return absl::DataLossError(
        absl::StrCat(path_, ": cannot be read to its end"));
  }

 private:
  std::string path_;
  std::unique_ptr<InputStream> input_;
  std::unique_ptr<LineReader> reader_;
  std::string line_;
  bool at_end_ = false;
};

class ShardFiles {
 public:
  absl::Status Open(const MergeFiles& files, uint64_t shard) {
    name_ = OfShard(files.answers, shard);
    const std::string errors = OfShard(files.errors, shard);
    absl::Status status = answers_.Open(name_);
    if (status.ok()) status = errors_.Open(errors);
    if (status.ok()) status = CheckComplete(errors);
    return status.ok() ? ReadRecord() : status;
  }

  const std::string& name() const { return name_; }
  bool AtEnd() const { return answers_.AtEnd() && errors_.AtEnd(); }

  // What became of `record`, which is the shard's next.
  absl::Status Take(uint64_t record, OutputFile* answers, OutputFile* errors,
                    MergeCounts* counts) {
    const bool failed = failed_record_ == record;
    if (!failed && answers_.AtEnd()) {
      return absl::FailedPreconditionError(absl::StrCat(
          errors_.Where(), ": record ", *failed_record_, " is not the next, ",
          record, "; are answers and errors of one run, with all its shards?"));
    }
    ++(failed ? counts->failed : counts->answered);
    Lines& lines = failed ? errors_ : answers_;
    absl::Status status =
        (failed ? errors : answers)->Write(absl::StrCat(lines.line(), "\n"));
    if (status.ok()) status = lines.Next();
    return status.ok() && failed ? ReadRecord() : status;
  }

 private:
  // As the checkpoint says that a batch with --resume leaves.
  absl::Status CheckComplete(const std::string& errors) const {
    const auto checkpoint = ReadCheckpoint(CheckpointPath(name_));
    if (!checkpoint.ok()) return absl::OkStatus();
    if (!checkpoint->complete()) {
      return absl::FailedPreconditionError(absl::StrCat(
          name_, " is not complete; go on with stancectl batch --resume"));
    }
    for (const auto& [path, bytes] :
         {std::pair(name_, checkpoint->output_bytes()),
          std::pair(errors, checkpoint->errors_bytes())}) {
      std::error_code error;
      const uint64_t size = std::filesystem::file_size(path, error);
      if (!error && size == bytes) continue;
      return absl::FailedPreconditionError(
          absl::StrCat(path, " has ", size, " bytes, not the ", bytes,
                       " that the batch wrote, as its checkpoint says"));
    }
    return absl::OkStatus();
  }

  // Which record the error is of that comes next.
  absl::Status ReadRecord() {
    failed_record_.reset();
    if (errors_.AtEnd()) return absl::OkStatus();
    uint64_t record = 0;
    if (parser_.parse(errors_.line())["record"].get(record) !=
        simdjson::SUCCESS) {
      return absl::InvalidArgumentError(absl::StrCat(
          errors_.Where(), ": not an error of stancectl batch: no record"));
    }
    failed_record_ = record;
    return absl::OkStatus();
  }

  std::string name_;
  Lines answers_;
  Lines errors_;
  std::optional<uint64_t> failed_record_;
  simdjson::dom::parser parser_;
};

absl::Status Merge(std::vector<ShardFiles>* shards, OutputFile* answers,
                   OutputFile* errors, MergeCounts* counts) {
  const uint64_t count = shards->size();
  uint64_t record = 0;
  for (; !(*shards)[record % count].AtEnd(); ++record) {
    const absl::Status status =
        (*shards)[record % count].Take(record, answers, errors, counts);
    if (!status.ok()) return status;
  }
  for (const ShardFiles& shard : *shards) {
    if (shard.AtEnd()) continue;
    return absl::FailedPreconditionError(
        absl::StrCat((*shards)[record % count].name(), " ends at record ",
                     record, " of the input, but ", shard.name(),
                     " goes on: they are not of one batch, or not complete"));
  }
  return absl::OkStatus();
}

}  // namespace

absl::StatusOr<MergeCounts> MergeShards(const MergeFiles& files) {
  std::vector<ShardFiles> shards(files.shards);
  for (uint64_t i = 0; i < files.shards; ++i) {
    const absl::Status status = shards[i].Open(files, i);
    if (!status.ok()) return status;
  }
  OutputFile answers;
  OutputFile errors;
  MergeCounts counts;
  absl::Status status = answers.Open(files.merged_answers, 0);
  if (status.ok()) status = errors.Open(files.merged_errors, 0);
  if (status.ok()) status = Merge(&shards, &answers, &errors, &counts);
  for (OutputFile* file : {&answers, &errors}) {
    if (status.ok()) status = file->Sync().status();
  }
  if (status.ok()) return counts;
  // Nobody is to take what there is for the whole.
  for (const auto& [file, path] : {std::pair(&answers, files.merged_answers),
                                   std::pair(&errors, files.merged_errors)}) {
    std::error_code ignored;
    if (file->is_open() && std::filesystem::is_regular_file(path, ignored)) {
      std::filesystem::remove(path, ignored);
    }
  }
  return status;
}

}  // namespace stance::client
