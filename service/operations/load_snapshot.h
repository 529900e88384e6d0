// Directories of lexicon files -> what the services answer from.

#ifndef STANCE_OPERATIONS_LOAD_SNAPSHOT_H_
#define STANCE_OPERATIONS_LOAD_SNAPSHOT_H_

#include <memory>
#include <string>
#include <vector>

#include "service/lexicon_files/load.h"
#include "service/server/snapshot.h"

namespace stance {

// Loads the lexicon, in layers where there are several directories, and runs
// its examples. Null where a finding is an error; `findings` is appended to
// either way. `threads`: 0 for one a processor. `parsed` as in ProvenLexicon;
// where it is null, it is let go of here.
std::shared_ptr<const Snapshot> LoadSnapshot(
    const std::vector<std::string>& directories, unsigned threads,
    std::vector<Finding>* findings,
    std::shared_ptr<const void>* parsed = nullptr);

}  // namespace stance

#endif  // STANCE_OPERATIONS_LOAD_SNAPSHOT_H_
