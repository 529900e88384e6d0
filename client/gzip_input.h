// Files that are gzipped or are not, read alike.

#ifndef STANCE_CLIENT_GZIP_INPUT_H_
#define STANCE_CLIENT_GZIP_INPUT_H_

#include <zlib.h>

#include <array>
#include <atomic>
#include <cstdint>
#include <streambuf>

namespace stance::client {

// What a file descriptor gives, inflated where it begins as gzip does (several
// members one after another are one text). Bytes that break off or are no gzip
// any more end it, and IsBroken() says so.
class GzipInputBuffer : public std::streambuf {
 public:
  // Takes the descriptor over.
  explicit GzipInputBuffer(int descriptor);
  ~GzipInputBuffer() override;
  GzipInputBuffer(const GzipInputBuffer&) = delete;
  GzipInputBuffer& operator=(const GzipInputBuffer&) = delete;

  // Bytes of the file taken so far, as they are on the disk. Any thread.
  uint64_t position() const { return position_; }

  bool IsBroken() const { return broken_; }

 protected:
  int_type underflow() override;

 private:
  gzFile file_;
  std::array<char, 64 << 10> buffer_;
  std::atomic<uint64_t> position_ = 0;
  bool broken_ = false;
};

}  // namespace stance::client

#endif  // STANCE_CLIENT_GZIP_INPUT_H_
