// A lexicon that changes while the server runs.

#ifndef STANCE_OPERATIONS_LEXICON_RELOAD_H_
#define STANCE_OPERATIONS_LEXICON_RELOAD_H_

#include <atomic>
#include <chrono>
#include <functional>
#include <memory>
#include <string>
#include <thread>
#include <vector>

#include "service/lexicon_files/load.h"
#include "service/lexicon_files/watch.h"
#include "service/server/snapshot.h"

namespace stance {

// Loads the lexicon again when its files have changed or when it is asked to,
// and puts the new one in the old one's place where no finding is an error.
// What is broken, half written or vanished leaves the old one in force.
//
// Works on one thread of its own, at a lower priority than those that answer:
// a call never waits for a reload. Calls in flight keep the snapshot that they
// began with; it is freed here when the last of them is done.
class LexiconReload {
 public:
  enum class Outcome { kTaken, kKept, kUnchanged };

  struct Result {
    Outcome outcome;
    // kTaken: the new one; else the one that stays.
    std::shared_ptr<const Snapshot> snapshot;
    std::vector<Finding> findings;
    std::chrono::milliseconds duration;
  };
  // From the thread of the reload.
  using OnReload = std::function<void(const Result&)>;

  struct Options {
    std::vector<std::string> directories;
    bool watch = true;  // false: only when asked to
    // A change is taken up when nothing has changed for so long: a lexicon is
    // many files, and each is written in several steps. At the latest after ten
    // times as long.
    std::chrono::milliseconds quiet{250};
  };

  // `watch` was made before the files were read for `current`, which holds a
  // snapshot and must outlive the reload.
  LexiconReload(Options options, DirectoryWatch watch, CurrentSnapshot* current,
                OnReload on_reload);
  // Waits for the reload under way.
  ~LexiconReload();
  LexiconReload(const LexiconReload&) = delete;
  LexiconReload& operator=(const LexiconReload&) = delete;

  // Loads the lexicon again, at once or, where that is under way, once more
  // behind it: a hundred requests are one. From any thread.
  void Request();

 private:
  enum class Event { kNone, kChange, kRequest, kEnd };

  void Run();
  // The first thing that happens in that time.
  Event WaitFor(std::chrono::milliseconds time);
  // Waits until the files are left alone for a while.
  void WaitUntilQuiet();
  void Reload();
  // Frees a snapshot that has been replaced, when no call has it any more.
  void Retire(std::shared_ptr<const Snapshot> old) const;

  const Options options_;
  DirectoryWatch watch_;
  CurrentSnapshot& current_;
  const OnReload on_reload_;
  const int wake_;  // an eventfd: requests, and the end
  std::atomic<bool> ending_ = false;
  std::thread thread_;
};

}  // namespace stance

#endif  // STANCE_OPERATIONS_LEXICON_RELOAD_H_
