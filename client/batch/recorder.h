// What becomes of a batch's results: files, counts, progress, checkpoints.

#ifndef STANCE_CLIENT_BATCH_RECORDER_H_
#define STANCE_CLIENT_BATCH_RECORDER_H_

#include <cstdint>
#include <memory>
#include <string>

#include "absl/status/status.h"
#include "absl/time/time.h"
#include "client/batch/article_reader.h"
#include "client/batch/checkpoint.h"
#include "client/batch/checkpoint_saver.h"
#include "client/batch/ordered_writer.h"
#include "client/batch/output_file.h"
#include "client/batch/progress.h"

namespace stance::client {

struct RecorderOptions {
  std::string output;  // a path, or "-"
  std::string errors;  // a path; empty: failures go to standard error
  std::string header;  // the output's first line, with its end; or empty
  // Where checkpoints are written, about once a second; empty: nowhere.
  std::string checkpoint_path;
  // How far an interrupted run came; `run` names this one.
  batch::v1::Checkpoint checkpoint;
  Progress::Form progress = Progress::Form::kNone;
  Terminal terminal;  // standard error
};

// A sink for results. One thread at a time.
class Recorder {
 public:
  // `reader` must outlive the recorder.
  Recorder(const RecorderOptions& options, const ArticleReader* reader);

  // Opens the files, cut to what the checkpoint says. An error names its file.
  absl::Status Open();

  // False: a file cannot be written.
  bool Record(const BatchResult& result);

  // Brings everything to the disk and shows the final figures. `complete`: the
  // input has been read to its end, and there is nothing to resume.
  absl::Status Finish(bool complete, bool keep_checkpoint);

  uint64_t done() const { return done_.count(); }
  uint64_t failed() const { return checkpoint_.failed(); }

 private:
  absl::Status RecordError(const BatchResult& result);
  // Up to here; goes on before it is on the disk.
  absl::Status BeginCheckpoint();
  ProgressCounts Counts() const;

  const RecorderOptions options_;
  const ArticleReader& reader_;
  OutputFile output_;
  OutputFile errors_;
  DoneRecords done_;
  batch::v1::Checkpoint checkpoint_;
  absl::Time next_checkpoint_;
  CheckpointSaver saver_;
  std::unique_ptr<Progress> progress_;
};

}  // namespace stance::client

#endif  // STANCE_CLIENT_BATCH_RECORDER_H_
