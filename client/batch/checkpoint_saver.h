// Brings checkpoints to the disk while the batch goes on.

#ifndef STANCE_CLIENT_BATCH_CHECKPOINT_SAVER_H_
#define STANCE_CLIENT_BATCH_CHECKPOINT_SAVER_H_

#include <condition_variable>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <vector>

#include "absl/status/status.h"
#include "client/batch/checkpoint.h"
#include "client/batch/output_file.h"

namespace stance::client {

// A disk may take its time: it is waited for by a thread of the saver's own.
// The members are for one thread at a time.
class CheckpointSaver {
 public:
  // Written at `path`; empty: the files only. Those of `files` that are open
  // are on the disk before a checkpoint that counts their bytes. They must
  // outlive the saver.
  CheckpointSaver(std::string path, std::vector<const OutputFile*> files);
  // Without what has not been begun.
  ~CheckpointSaver();
  CheckpointSaver(const CheckpointSaver&) = delete;
  CheckpointSaver& operator=(const CheckpointSaver&) = delete;

  // Whether the last one is still on its way.
  bool IsBusy() const;

  // Hands on a checkpoint; not while it is busy. What became of the ones
  // before.
  absl::Status Begin(const batch::v1::Checkpoint& checkpoint);

  // Waits for the last one; what became of all.
  absl::Status Wait();

 private:
  void Run();
  absl::Status Save(const batch::v1::Checkpoint& checkpoint) const;

  const std::string path_;
  const std::vector<const OutputFile*> files_;
  mutable std::mutex mutex_;  // guards what follows
  std::condition_variable changed_;
  std::optional<batch::v1::Checkpoint> next_;  // until it is saved
  absl::Status status_;
  bool ending_ = false;
  std::thread thread_;
};

}  // namespace stance::client

#endif  // STANCE_CLIENT_BATCH_CHECKPOINT_SAVER_H_
