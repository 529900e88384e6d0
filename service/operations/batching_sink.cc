#include "service/operations/batching_sink.h"

#include <chrono>
#include <utility>

#include "service/operations/json_fields.h"

namespace stance {
namespace {

constexpr std::chrono::milliseconds kBatch{10};
constexpr size_t kMostWaiting = 8 << 20;  // bytes
constexpr size_t kMostKept = 256 << 10;   // of a buffer that is empty

}  // namespace

BatchingSink::BatchingSink(std::FILE* file)
    : file_(file), writer_([this] { WriteLines(); }) {}

BatchingSink::~BatchingSink() {
  {
    const std::lock_guard lock(mutex_);
    stop_ = true;
  }
  changed_.notify_one();
  writer_.join();
}

void BatchingSink::sink_it_(const spdlog::details::log_msg& message) {
  if (waiting_.size() > kMostWaiting) {
    ++lost_;
    return;
  }
  spdlog::memory_buf_t line;
  formatter_->format(message, line);
  if (waiting_.empty()) changed_.notify_one();
  waiting_.append(line.data(), line.size());
}

void BatchingSink::AppendLost() {
  JsonFields fields;
  fields.Add("event", "log lines lost");
  fields.Add("lines", std::exchange(lost_, 0));
  spdlog::memory_buf_t line;
  formatter_->format({"", spdlog::level::warn, fields.text()}, line);
  waiting_.append(line.data(), line.size());
}

void BatchingSink::WriteLines() {
  std::string writing;
  std::unique_lock lock(mutex_);
  for (;;) {
    changed_.wait(lock, [this] { return stop_ || !waiting_.empty(); });
    if (waiting_.empty()) return;
    if (lost_ != 0) AppendLost();
    std::swap(waiting_, writing);
    lock.unlock();
    std::fwrite(writing.data(), 1, writing.size(), file_);
    std::fflush(file_);
    writing.clear();
    if (writing.capacity() > kMostKept) writing.shrink_to_fit();
    lock.lock();
    changed_.wait_for(lock, kBatch, [this] { return stop_; });
  }
}

}  // namespace stance
