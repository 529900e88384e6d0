// The load of the lexicon at the start of the process.

#ifndef STANCE_OPERATIONS_FIRST_LOAD_H_
#define STANCE_OPERATIONS_FIRST_LOAD_H_

#include <memory>
#include <string>
#include <vector>

#include "service/machine/heap_for_loading.h"
#include "service/operations/load_snapshot.h"

namespace stance {

// Holds what the load was made from, some 50 MB, until it is destroyed: a
// process serves first and cleans up then.
class FirstLoad {
 public:
  // As LoadSnapshot, with one thread a processor.
  FirstLoad(const std::vector<std::string>& directories,
            std::vector<Finding>* findings);
  ~FirstLoad();
  FirstLoad(const FirstLoad&) = delete;
  FirstLoad& operator=(const FirstLoad&) = delete;

  // Null where a finding is an error.
  const std::shared_ptr<const Snapshot>& snapshot() const { return snapshot_; }

 private:
  HeapForLoading heap_;
  std::shared_ptr<const void> parsed_;
  const std::shared_ptr<const Snapshot> snapshot_;
};

}  // namespace stance

#endif  // STANCE_OPERATIONS_FIRST_LOAD_H_
