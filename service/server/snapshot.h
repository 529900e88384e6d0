// What the services answer from.

#ifndef STANCE_SERVER_SNAPSHOT_H_
#define STANCE_SERVER_SNAPSHOT_H_

#include <chrono>
#include <cstddef>
#include <memory>
#include <string>
#include <utility>

#include "service/engine/classifier.h"
#include "service/lexicon_files/catalogue.h"
#include "service/server/shared_cell.h"

namespace stance {

// A loaded lexicon. Immutable; a request holds a shared_ptr to the one that it
// began with.
struct Snapshot {
  Classifier classifier;
  std::chrono::system_clock::time_point load_time;
  size_t examples = 0;  // of the lexicon's entries; all of them hold
  Catalogue catalogue;
};

// Why a changed lexicon is not served.
struct ReloadError {
  std::string message;  // the first finding that is an error
  std::chrono::system_clock::time_point time;
};

// Where the services find the snapshot that a request begins with. Safe to use
// from any number of threads.
class CurrentSnapshot {
 public:
  CurrentSnapshot() = default;
  explicit CurrentSnapshot(std::shared_ptr<const Snapshot> snapshot)
      : snapshot_(std::move(snapshot)) {}

  // Null until one has been set: the server listens before it has a lexicon.
  std::shared_ptr<const Snapshot> Get() const { return snapshot_.Get(); }
  void Set(std::shared_ptr<const Snapshot> snapshot) {
    snapshot_.Set(std::move(snapshot));
  }

  // Null where the files of the lexicon, as far as is known, are those that are
  // served.
  std::shared_ptr<const ReloadError> reload_error() const {
    return reload_error_.Get();
  }
  void SetReloadError(std::shared_ptr<const ReloadError> error) {
    reload_error_.Set(std::move(error));
  }

 private:
  SharedCell<Snapshot> snapshot_;
  SharedCell<ReloadError> reload_error_;
};

}  // namespace stance

#endif  // STANCE_SERVER_SNAPSHOT_H_
