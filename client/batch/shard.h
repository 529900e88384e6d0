// Which part of the input is this process's.

#ifndef STANCE_CLIENT_BATCH_SHARD_H_
#define STANCE_CLIENT_BATCH_SHARD_H_

#include <cstdint>
#include <string>

#include "absl/status/statusor.h"

namespace stance::client {

// Of `count` shards number `index`, from 0.
struct Shard {
  uint64_t index = 0;
  uint64_t count = 1;
};

// "2/8". Where `text` is empty: STANCE_SHARDS says how many there are, and
// JOB_COMPLETION_INDEX, which Kubernetes gives the pods of an Indexed Job,
// which this is; without STANCE_SHARDS all is one shard. INVALID_ARGUMENT:
// numbers that make no sense, or half of them.
absl::StatusOr<Shard> ParseShard(const std::string& text);

}  // namespace stance::client

#endif  // STANCE_CLIENT_BATCH_SHARD_H_
