#include "client/batch/recorder.h"

#include <filesystem>
#include <iostream>

#include "absl/strings/str_cat.h"
#include "absl/time/clock.h"
#include "client/errors.h"
#include "client/json.h"

namespace stance::client {
namespace {

constexpr absl::Duration kBetweenCheckpoints = absl::Seconds(1);

absl::Status About(const std::string& path, const absl::Status& status) {
  if (status.ok()) return status;
  return absl::Status(status.code(),
                      absl::StrCat(path, ": ", status.message()));
}

// {"line":17,"record":16,"articleId":"a","code":"INVALID_ARGUMENT",
// "message":"…"}
std::string ErrorAsJson(const BatchResult& result) {
  std::string out = absl::StrCat("{\"line\":", result.line,
                                 ",\"record\":", result.record_of_input);
  if (!result.article_id.empty()) {
    absl::StrAppend(&out, ",\"articleId\":", JsonString(result.article_id));
  }
  absl::StrAppend(&out, ",\"code\":", JsonString(CodeName(result.error.code())),
                  ",\"message\":", JsonString(OneLine(result.error)), "}\n");
  return out;
}

}  // namespace

Recorder::Recorder(const RecorderOptions& options, const ArticleReader* reader)
    : options_(options),
      reader_(*reader),
      done_(options.checkpoint),
      checkpoint_(options.checkpoint),
      next_checkpoint_(absl::Now() + kBetweenCheckpoints),
      saver_(options.checkpoint_path, {&output_, &errors_}) {}

absl::Status Recorder::Open() {
  // First the checkpoint: an output without one is complete.
  if (!options_.checkpoint_path.empty()) {
    const absl::Status status =
        WriteCheckpoint(options_.checkpoint_path, checkpoint_);
    if (!status.ok()) return About(options_.checkpoint_path, status);
  }
  absl::Status status =
      output_.Open(options_.output, checkpoint_.output_bytes());
  if (status.ok() && checkpoint_.output_bytes() == 0) {
    status = output_.Write(options_.header);
  }
  if (!status.ok()) return About(options_.output, status);
  if (!options_.errors.empty()) {
    status = errors_.Open(options_.errors, checkpoint_.errors_bytes());
    if (!status.ok()) return About(options_.errors, status);
  }
  progress_ = std::make_unique<Progress>(options_.progress, options_.terminal,
                                         &std::cerr, Counts(), absl::Now());
  return absl::OkStatus();
}

ProgressCounts Recorder::Counts() const {
  return {.done = done(), .failed = failed(), .fraction = reader_.Fraction()};
}

absl::Status Recorder::RecordError(const BatchResult& result) {
  checkpoint_.set_failed(checkpoint_.failed() + 1);
  if (errors_.is_open()) return errors_.Write(ErrorAsJson(result));
  progress_->Clear();
  const bool has_name =
      !result.article_id.empty() && result.article_id != result.where;
  PrintError(has_name ? absl::StrCat(result.where, ": ", result.article_id)
                      : result.where,
             OneLine(result.error));
  return absl::OkStatus();
}

bool Recorder::Record(const BatchResult& result) {
  absl::Status status = result.error.code() == 0 ? output_.Write(result.answer)
                                                 : RecordError(result);
  done_.Add(result.record);
  const absl::Time now = absl::Now();
  if (status.ok() && now >= next_checkpoint_ && !saver_.IsBusy()) {
    status = BeginCheckpoint();
    next_checkpoint_ = now + kBetweenCheckpoints;
  }
  progress_->Update(Counts(), now);
  return status.ok();
}

absl::Status Recorder::BeginCheckpoint() {
  // Standard output has no use for it, but whoever reads it has.
  const auto output_bytes = output_.HandOver();
  if (!output_bytes.ok()) return output_bytes.status();
  checkpoint_.set_output_bytes(*output_bytes);
  if (errors_.is_open()) {
    const auto errors_bytes = errors_.HandOver();
    if (!errors_bytes.ok()) return errors_bytes.status();
    checkpoint_.set_errors_bytes(*errors_bytes);
  }
  done_.WriteTo(&checkpoint_);
  return saver_.Begin(checkpoint_);
}

absl::Status Recorder::Finish(bool complete, bool keep_checkpoint) {
  checkpoint_.set_complete(complete);
  absl::Status status = saver_.Wait();
  if (status.ok()) status = BeginCheckpoint();
  if (status.ok()) status = saver_.Wait();
  if (status.ok()) {
    // Whoever reads the answers as they come has seen that all are there.
    progress_->Finish(Counts(), absl::Now(),
                      /*always=*/complete && options_.output != "-");
  } else {
    progress_->Clear();
  }
  if (status.ok() && complete && !keep_checkpoint &&
      !options_.checkpoint_path.empty()) {
    std::error_code ignored;
    std::filesystem::remove(options_.checkpoint_path, ignored);
  }
  return status;
}

}  // namespace stance::client
