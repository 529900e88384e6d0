// Going on where an interrupted batch stopped.

#ifndef STANCE_CLIENT_BATCH_RESUME_H_
#define STANCE_CLIENT_BATCH_RESUME_H_

#include <string>

#include "absl/status/status.h"
#include "stance/batch/v1/checkpoint.pb.h"

namespace stance::client {

// Where the checkpoint of `output` is kept; empty where it has none: a pipe or
// a device keeps nothing.
std::string CheckpointPathFor(const std::string& output);

// Replaces `checkpoint`, that of a run which has not begun, by the one in the
// file at `path`; leaves it where there is neither file nor output.
// FAILED_PRECONDITION: an output without checkpoint, or a checkpoint of another
// run. DATA_LOSS: a file that is no checkpoint.
absl::Status ReadResumePoint(const std::string& output, const std::string& path,
                             batch::v1::Checkpoint* checkpoint);

}  // namespace stance::client

#endif  // STANCE_CLIENT_BATCH_RESUME_H_
