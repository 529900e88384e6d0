// What the services answer from.

#ifndef STANCE_SERVER_SNAPSHOT_H_
#define STANCE_SERVER_SNAPSHOT_H_

#include <chrono>

#include "service/engine/classifier.h"

namespace stance {

// A loaded lexicon. Immutable; a request holds a shared_ptr to the one that it
// began with.
struct Snapshot {
  Classifier classifier;
  std::chrono::system_clock::time_point load_time;
};

}  // namespace stance

#endif  // STANCE_SERVER_SNAPSHOT_H_
