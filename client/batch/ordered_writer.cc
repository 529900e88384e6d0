#include "client/batch/ordered_writer.h"

#include <utility>

namespace stance::client {

OrderedWriter::OrderedWriter(size_t window, Sink sink)
    : window_(window), sink_(std::move(sink)) {}

bool OrderedWriter::Put(uint64_t sequence, BatchResult result) {
  std::unique_lock lock(mutex_);
  if (window_ == 0) {
    if (!broken_ && !sink_(result)) broken_ = true;
    return !broken_;
  }
  // The one that all wait for is never too far ahead: somebody always moves.
  moved_.wait(lock, [&] { return broken_ || sequence - next_ <= window_; });
  if (broken_) return false;
  waiting_.emplace(sequence, std::move(result));
  for (auto at = waiting_.begin(); at != waiting_.end() && at->first == next_;
       at = waiting_.erase(at), ++next_) {
    if (!sink_(at->second)) {
      broken_ = true;
      break;
    }
  }
  moved_.notify_all();
  return !broken_;
}

void OrderedWriter::Stop() {
  const std::lock_guard lock(mutex_);
  broken_ = true;
  moved_.notify_all();
}

}  // namespace stance::client
