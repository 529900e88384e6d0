#include "service/server/open_streams.h"

namespace stance {

bool OpenStreams::Add(Stream* stream) {
  const absl::MutexLock lock(&mutex_);
  if (ended_) return false;
  streams_.insert(stream);
  return true;
}

void OpenStreams::Remove(Stream* stream) {
  const absl::MutexLock lock(&mutex_);
  streams_.erase(stream);
}

size_t OpenStreams::count() const {
  const absl::MutexLock lock(&mutex_);
  return streams_.size();
}

void OpenStreams::EndAll() {
  // Under the lock, so that none of them is deleted meanwhile.
  const absl::MutexLock lock(&mutex_);
  if (ended_) return;
  ended_ = true;
  for (Stream* stream : streams_) stream->EndForShutdown();
}

}  // namespace stance
