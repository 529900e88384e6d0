#include "client/input.h"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <filesystem>

#include "absl/strings/str_cat.h"

namespace stance::client {
namespace {

constexpr size_t kChunk = 64 << 10;

}  // namespace

absl::StatusOr<std::unique_ptr<InputStream>> OpenInput(
    const std::string& path) {
  std::error_code ignored;
  if (std::filesystem::is_directory(path, ignored)) {
    return absl::InvalidArgumentError("it is a directory, not a file");
  }
  const int descriptor = path == "-" ? dup(STDIN_FILENO)
                                     : open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor < 0) {
    return absl::NotFoundError(
        absl::StrCat("cannot be read: ", std::strerror(errno)));
  }
  return std::make_unique<InputStream>(descriptor);
}

absl::StatusOr<std::string> ReadText(const std::string& path, size_t limit) {
  auto input = OpenInput(path);
  if (!input.ok()) return input.status();
  std::string text;
  std::string chunk(kChunk, '\0');
  while (text.size() <= limit) {
    (*input)->read(chunk.data(), static_cast<std::streamsize>(chunk.size()));
    const auto got = static_cast<size_t>((*input)->gcount());
    if (got == 0) break;
    text.append(chunk, 0, got);
  }
  if ((*input)->IsBroken()) {
    return absl::DataLossError(
        "cannot be read to its end: it is broken gzip, or the disk failed");
  }
  if (text.size() > limit) {
    return absl::OutOfRangeError(
        absl::StrCat("it is larger than ", limit, " bytes; is it an article?"));
  }
  return text;
}

LineReader::LineReader(std::istream* input, size_t limit)
    : input_(input), limit_(limit) {}

bool LineReader::Fill() {
  buffer_.resize(kChunk);
  input_->read(buffer_.data(), static_cast<std::streamsize>(kChunk));
  buffer_.resize(static_cast<size_t>(input_->gcount()));
  at_ = 0;
  return !buffer_.empty();
}

LineReader::Result LineReader::Next(std::string* line) {
  line->clear();
  bool any = false;
  bool too_long = false;
  while (at_ < buffer_.size() || Fill()) {
    any = true;
    const size_t end = buffer_.find('\n', at_);
    const size_t stop = std::min(end, buffer_.size());
    if (line->size() + (stop - at_) > limit_) {
      too_long = true;
      line->clear();
    }
    if (!too_long) line->append(buffer_, at_, stop - at_);
    at_ = stop;
    if (end != std::string::npos) {
      ++at_;
      break;
    }
  }
  if (!any) return Result::kEnd;
  ++line_number_;
  if (too_long) return Result::kTooLong;
  if (!line->empty() && line->back() == '\r') line->pop_back();
  return Result::kLine;
}

}  // namespace stance::client
