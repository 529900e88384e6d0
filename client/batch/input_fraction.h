// How much of a file has been read.

#ifndef STANCE_CLIENT_BATCH_INPUT_FRACTION_H_
#define STANCE_CLIENT_BATCH_INPUT_FRACTION_H_

#include <algorithm>
#include <filesystem>
#include <string>

#include "client/input.h"

namespace stance::client {

// Bytes of a regular file; 0 for all else, whose end nobody knows.
inline uint64_t FileSize(const std::string& path) {
  std::error_code error;
  if (!std::filesystem::is_regular_file(path, error)) return 0;
  const uintmax_t size = std::filesystem::file_size(path, error);
  return error ? 0 : size;
}

// 0 to 1; negative where `size` is 0.
inline double FractionRead(const InputStream& input, uint64_t size) {
  if (size == 0) return -1;
  return std::min(
      1.0, static_cast<double>(input.position()) / static_cast<double>(size));
}

}  // namespace stance::client

#endif  // STANCE_CLIENT_BATCH_INPUT_FRACTION_H_
