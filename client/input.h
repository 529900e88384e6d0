// Files and standard input.

#ifndef STANCE_CLIENT_INPUT_H_
#define STANCE_CLIENT_INPUT_H_

#include <cstddef>
#include <cstdint>
#include <istream>
#include <memory>
#include <string>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "client/gzip_input.h"

namespace stance::client {

// A stream over a file, gzipped or not.
class InputStream : public std::istream {
 public:
  // Takes the descriptor over.
  explicit InputStream(int descriptor)
      : std::istream(nullptr), buffer_(descriptor) {
    rdbuf(&buffer_);
  }

  // Bytes taken so far, as they are on the disk. Any thread.
  uint64_t position() const { return buffer_.position(); }

  // Whether the end that was met is none: the disk failed, the gzip is broken.
  bool IsBroken() const { return buffer_.IsBroken(); }

 private:
  GzipInputBuffer buffer_;
};

// A file opened for reading; "-" is standard input. The error says what is
// wrong with `path` ("No such file or directory", "is a directory").
absl::StatusOr<std::unique_ptr<InputStream>> OpenInput(const std::string& path);

// All of it. OUT_OF_RANGE: more than `limit` bytes.
absl::StatusOr<std::string> ReadText(const std::string& path, size_t limit);

// Lines of any length without holding more than one, and none of more than
// `limit` bytes.
class LineReader {
 public:
  enum class Result { kLine, kTooLong, kEnd };

  // `input` must outlive the reader.
  LineReader(std::istream* input, size_t limit);

  // The next line without its end ("\n" or "\r\n"). A line over the limit is
  // passed over and reported once.
  Result Next(std::string* line);

  // Of the line that Next() gave last, from 1.
  uint64_t line_number() const { return line_number_; }

 private:
  bool Fill();

  std::istream* const input_;
  const size_t limit_;
  std::string buffer_;
  size_t at_ = 0;
  uint64_t line_number_ = 0;
};

}  // namespace stance::client

#endif  // STANCE_CLIENT_INPUT_H_
