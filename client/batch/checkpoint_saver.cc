#include "client/batch/checkpoint_saver.h"

#include <utility>

namespace stance::client {

CheckpointSaver::CheckpointSaver(std::string path,
                                 std::vector<const OutputFile*> files)
    : path_(std::move(path)),
      files_(std::move(files)),
      thread_([this] { Run(); }) {}

CheckpointSaver::~CheckpointSaver() {
  {
    const std::lock_guard lock(mutex_);
    ending_ = true;
  }
  changed_.notify_all();
  thread_.join();
}

bool CheckpointSaver::IsBusy() const {
  const std::lock_guard lock(mutex_);
  return next_.has_value();
}

absl::Status CheckpointSaver::Begin(const batch::v1::Checkpoint& checkpoint) {
  const std::lock_guard lock(mutex_);
  if (!status_.ok()) return status_;
  next_ = checkpoint;
  changed_.notify_all();
  return absl::OkStatus();
}

absl::Status CheckpointSaver::Wait() {
  std::unique_lock lock(mutex_);
  changed_.wait(lock, [&] { return !next_.has_value(); });
  return status_;
}

void CheckpointSaver::Run() {
  std::unique_lock lock(mutex_);
  while (true) {
    changed_.wait(lock, [&] { return ending_ || next_.has_value(); });
    if (ending_) return;
    const batch::v1::Checkpoint checkpoint = *next_;
    lock.unlock();
    absl::Status status = Save(checkpoint);
    lock.lock();
    status_.Update(status);
    next_.reset();
    changed_.notify_all();
  }
}

absl::Status CheckpointSaver::Save(
    const batch::v1::Checkpoint& checkpoint) const {
  for (const OutputFile* file : files_) {
    if (!file->is_open()) continue;
    if (absl::Status status = file->SyncToDisk(); !status.ok()) return status;
  }
  return path_.empty() ? absl::OkStatus() : WriteCheckpoint(path_, checkpoint);
}

}  // namespace stance::client
