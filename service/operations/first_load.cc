#include "service/operations/first_load.h"

namespace stance {

FirstLoad::FirstLoad(const std::vector<std::string>& directories,
                     std::vector<Finding>* findings)
    : snapshot_(LoadSnapshot(directories, /*threads=*/0, findings, &parsed_)) {}

FirstLoad::~FirstLoad() {
  // The threads' parts of the heap shrink only while something is freed there.
  heap_.StopGrowing();
  parsed_.reset();
}

}  // namespace stance
