// A file that grows, may be gzipped, and may be gone on with.

#ifndef STANCE_CLIENT_BATCH_OUTPUT_FILE_H_
#define STANCE_CLIENT_BATCH_OUTPUT_FILE_H_

#include <zlib.h>

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "absl/status/status.h"
#include "absl/status/statusor.h"

namespace stance::client {

// One thread at a time, SyncToDisk excepted.
class OutputFile {
 public:
  OutputFile();
  ~OutputFile();
  OutputFile(const OutputFile&) = delete;
  OutputFile& operator=(const OutputFile&) = delete;

  // "-" is standard output. A file keeps its first `keep` bytes and goes on
  // behind them; 0 writes it anew. Gzipped where its name ends in ".gz".
  // DATA_LOSS: it is shorter than `keep`.
  absl::Status Open(const std::string& path, uint64_t keep);
  bool is_open() const { return descriptor_ >= 0; }

  absl::Status Write(std::string_view bytes);

  // Hands all that was written to the system; the size of the file then. What
  // is gzipped is complete up to there: a member of its own begins behind it.
  absl::StatusOr<uint64_t> HandOver();
  // Waits until what was handed over is on the disk. Any thread while the file
  // is open.
  absl::Status SyncToDisk() const;
  // Both.
  absl::StatusOr<uint64_t> Sync();

 private:
  absl::Status Flush();
  absl::Status Deflate(int flush);

  int descriptor_ = -1;
  bool is_regular_ = false;
  uint64_t size_ = 0;
  std::string buffer_;  // not written yet; as it is on the disk
  std::unique_ptr<z_stream> gzip_;
  bool member_is_open_ = false;
};

}  // namespace stance::client

#endif  // STANCE_CLIENT_BATCH_OUTPUT_FILE_H_
