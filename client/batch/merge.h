// What the shards of a batch wrote -> what one process would have written.

#ifndef STANCE_CLIENT_BATCH_MERGE_H_
#define STANCE_CLIENT_BATCH_MERGE_H_

#include <cstdint>
#include <string>

#include "absl/status/status.h"
#include "absl/status/statusor.h"

namespace stance::client {

// "{shard}" in a path to read stands for each number from 0 to `shards` - 1.
// All are JSON Lines, gzipped or not; written gzipped where the name says so.
struct MergeFiles {
  std::string answers;
  std::string errors;
  uint64_t shards = 1;
  std::string merged_answers;
  std::string merged_errors;
};

struct MergeCounts {
  uint64_t answered = 0;
  uint64_t failed = 0;
};

// Shard i of n has the records i, i + n, i + 2n, … of the input, each an answer
// or an error that names its record. Holds two files of each shard open, and a
// line of each.
// FAILED_PRECONDITION: a shard is not complete, or is of another batch; that
// the last records of one are missing is only known where its checkpoint is
// there, which a batch with --resume leaves.
// NOT_FOUND, INVALID_ARGUMENT, DATA_LOSS: a file that cannot be read.
absl::StatusOr<MergeCounts> MergeShards(const MergeFiles& files);

}  // namespace stance::client

#endif  // STANCE_CLIENT_BATCH_MERGE_H_
