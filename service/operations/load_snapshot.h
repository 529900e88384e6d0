// A directory of lexicon files -> what the services answer from.

#ifndef STANCE_OPERATIONS_LOAD_SNAPSHOT_H_
#define STANCE_OPERATIONS_LOAD_SNAPSHOT_H_

#include <memory>
#include <string>
#include <vector>

#include "service/lexicon_files/load.h"
#include "service/server/snapshot.h"

namespace stance {

// Loads the lexicon and runs its examples, on all processors. Null where a
// finding is an error; `findings` is appended to either way.
std::shared_ptr<const Snapshot> LoadSnapshot(const std::string& directory,
                                             std::vector<Finding>* findings);

}  // namespace stance

#endif  // STANCE_OPERATIONS_LOAD_SNAPSHOT_H_
