#include "client/batch/output_file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"

namespace stance::client {
namespace {

constexpr size_t kBuffer = 256 << 10;
constexpr int kGzipWindow = 15 + 16;  // the largest, with gzip's header
// Quicker than zlib's default and nearly as small on JSON.
constexpr int kGzipLevel = 4;
constexpr int kGzipMemory = 8;

absl::Status CannotWrite() {
  return absl::UnavailableError(
      absl::StrCat("cannot be written: ", std::strerror(errno)));
}

}  // namespace

OutputFile::OutputFile() = default;

OutputFile::~OutputFile() {
  if (gzip_ != nullptr) deflateEnd(gzip_.get());
  if (descriptor_ >= 0) close(descriptor_);
}

absl::Status OutputFile::Open(const std::string& path, uint64_t keep) {
  if (path == "-") {
    descriptor_ = dup(STDOUT_FILENO);
  } else {
    descriptor_ = open(path.c_str(), O_WRONLY | O_CREAT | O_CLOEXEC, 0666);
  }
  struct stat info {};
  if (descriptor_ < 0 || fstat(descriptor_, &info) != 0) return CannotWrite();
  is_regular_ = path != "-" && S_ISREG(info.st_mode);
  if (is_regular_) {
    if (static_cast<uint64_t>(info.st_size) < keep) {
      return absl::DataLossError(absl::StrCat(
          "is shorter than the checkpoint beside it says: ", info.st_size,
          " bytes, not ", keep));
    }
    if (ftruncate(descriptor_, static_cast<off_t>(keep)) != 0 ||
        lseek(descriptor_, 0, SEEK_END) < 0) {
      return CannotWrite();
    }
    size_ = keep;
  }
  if (absl::EndsWith(path, ".gz")) {
    gzip_ = std::make_unique<z_stream>();
    deflateInit2(gzip_.get(), kGzipLevel, Z_DEFLATED, kGzipWindow, kGzipMemory,
                 Z_DEFAULT_STRATEGY);
  }
  return absl::OkStatus();
}

absl::Status OutputFile::Write(std::string_view bytes) {
  if (gzip_ != nullptr) {
    gzip_->next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
    gzip_->avail_in = static_cast<uInt>(bytes.size());
    member_is_open_ = true;
    return Deflate(Z_NO_FLUSH);
  }
  buffer_ += bytes;
  return buffer_.size() >= kBuffer ? Flush() : absl::OkStatus();
}

absl::Status OutputFile::Deflate(int flush) {
  char chunk[16 << 10];
  do {
    gzip_->next_out = reinterpret_cast<Bytef*>(chunk);
    gzip_->avail_out = sizeof chunk;
    deflate(gzip_.get(), flush);
    buffer_.append(chunk, sizeof chunk - gzip_->avail_out);
  } while (gzip_->avail_out == 0);
  return buffer_.size() >= kBuffer ? Flush() : absl::OkStatus();
}

absl::Status OutputFile::Flush() {
  for (size_t at = 0; at < buffer_.size();) {
    const ssize_t wrote =
        write(descriptor_, buffer_.data() + at, buffer_.size() - at);
    if (wrote < 0 && errno == EINTR) continue;
    if (wrote < 0) return CannotWrite();
    at += static_cast<size_t>(wrote);
  }
  size_ += buffer_.size();
  buffer_.clear();
  return absl::OkStatus();
}

absl::StatusOr<uint64_t> OutputFile::HandOver() {
  if (member_is_open_) {
    gzip_->avail_in = 0;
    absl::Status status = Deflate(Z_FINISH);
    if (!status.ok()) return status;
    deflateReset(gzip_.get());
    member_is_open_ = false;
  }
  absl::Status status = Flush();
  if (!status.ok()) return status;
  return size_;
}

absl::Status OutputFile::SyncToDisk() const {
  return is_regular_ && fdatasync(descriptor_) != 0 ? CannotWrite()
                                                    : absl::OkStatus();
}

absl::StatusOr<uint64_t> OutputFile::Sync() {
  const absl::StatusOr<uint64_t> size = HandOver();
  if (!size.ok()) return size;
  if (absl::Status status = SyncToDisk(); !status.ok()) return status;
  return size;
}

}  // namespace stance::client
