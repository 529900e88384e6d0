// How far a batch has come, on the disk.

#ifndef STANCE_CLIENT_BATCH_CHECKPOINT_H_
#define STANCE_CLIENT_BATCH_CHECKPOINT_H_

#include <cstdint>
#include <set>
#include <string>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "stance/batch/v1/checkpoint.pb.h"

namespace stance::client {

// Where the checkpoint of an output is kept: beside it, ".checkpoint" behind.
std::string CheckpointPath(const std::string& output);

// NOT_FOUND: there is none. DATA_LOSS: it is none.
absl::StatusOr<batch::v1::Checkpoint> ReadCheckpoint(const std::string& path);

// Replaces the file as a whole: whoever reads it, whenever the program is
// killed, finds the old one or the new one.
absl::Status WriteCheckpoint(const std::string& path,
                             const batch::v1::Checkpoint& checkpoint);

// Which records are done: those up to one, and some behind it. Not thread-safe.
class DoneRecords {
 public:
  DoneRecords() = default;
  explicit DoneRecords(const batch::v1::Checkpoint& checkpoint);

  void Add(uint64_t record);
  bool Contains(uint64_t record) const;
  uint64_t count() const { return first_open_ + ahead_.size(); }

  void WriteTo(batch::v1::Checkpoint* checkpoint) const;

 private:
  uint64_t first_open_ = 0;   // all before it are done
  std::set<uint64_t> ahead_;  // and these; each is greater
};

}  // namespace stance::client

#endif  // STANCE_CLIENT_BATCH_CHECKPOINT_H_
