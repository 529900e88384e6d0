#include "service/operations/lexicon_reload.h"

#include <malloc.h>
#include <poll.h>
#include <sys/eventfd.h>
#include <sys/resource.h>
#include <unistd.h>

#include <algorithm>
#include <cstdint>
#include <utility>

#include "service/operations/load_snapshot.h"

namespace stance {
namespace {

using std::chrono::milliseconds;
using SteadyClock = std::chrono::steady_clock;

constexpr int kLongestRestlessness = 10;  // times Options::quiet
constexpr int kNiceness = 5;
// How long a replaced snapshot waits for its last call before it is left to it.
constexpr std::chrono::seconds kLongestCall{5};
constexpr milliseconds kLook{20};

bool IsSame(const Lexicon& a, const Lexicon& b) {
  return a.checksum == b.checksum && a.version == b.version && a.name == b.name;
}

std::shared_ptr<const ReloadError> FirstError(
    const std::vector<Finding>& findings) {
  const auto error = std::find_if(
      findings.begin(), findings.end(),
      [](const Finding& f) { return f.severity == Severity::kError; });
  return std::make_shared<const ReloadError>(
      ReloadError{error == findings.end() ? "" : FormatFinding(*error),
                  std::chrono::system_clock::now()});
}

}  // namespace

LexiconReload::LexiconReload(Options options, DirectoryWatch watch,
                             CurrentSnapshot* current, OnReload on_reload)
    : options_(std::move(options)),
      watch_(std::move(watch)),
      current_(*current),
      on_reload_(std::move(on_reload)),
      wake_(eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC)),
      thread_([this] { Run(); }) {}

LexiconReload::~LexiconReload() {
  ending_ = true;
  Request();
  thread_.join();
  close(wake_);
}

void LexiconReload::Request() { eventfd_write(wake_, 1); }

void LexiconReload::Run() {
  setpriority(PRIO_PROCESS, 0, kNiceness);  // on Linux: of this thread
  while (true) {
    const Event event = WaitFor(milliseconds(-1));
    if (event == Event::kEnd) return;
    if (event == Event::kNone) continue;
    if (event == Event::kChange) WaitUntilQuiet();
    if (ending_) return;
    Reload();
  }
}

LexiconReload::Event LexiconReload::WaitFor(milliseconds time) {
  pollfd polled[] = {{.fd = wake_, .events = POLLIN},
                     {.fd = watch_.descriptor(), .events = POLLIN}};
  if (poll(polled, std::size(polled), static_cast<int>(time.count())) <= 0) {
    return Event::kNone;
  }
  if (polled[0].revents != 0) {
    eventfd_t requests;
    eventfd_read(wake_, &requests);
    return ending_ ? Event::kEnd : Event::kRequest;
  }
  return watch_.Take() ? Event::kChange : Event::kNone;
}

void LexiconReload::WaitUntilQuiet() {
  const auto give_up =
      SteadyClock::now() + kLongestRestlessness * options_.quiet;
  while (SteadyClock::now() < give_up) {
    if (WaitFor(options_.quiet) != Event::kChange) return;
  }
}

void LexiconReload::Reload() {
  const auto start = SteadyClock::now();
  // Before the files are read: what changes meanwhile is told by this one.
  if (options_.watch) watch_ = DirectoryWatch(options_.directories);
  std::shared_ptr<const Snapshot> old = current_.Get();
  Result result{.outcome = Outcome::kTaken, .snapshot = old};
  std::shared_ptr<const Snapshot> loaded =
      LoadSnapshot(options_.directories, /*threads=*/1, &result.findings);
  if (loaded == nullptr) {
    result.outcome = Outcome::kKept;
    current_.SetReloadError(FirstError(result.findings));
  } else if (IsSame(loaded->classifier.lexicon(), old->classifier.lexicon())) {
    result.outcome = Outcome::kUnchanged;
    current_.SetReloadError(nullptr);
  } else {
    result.snapshot = loaded;
    current_.Set(loaded);
    current_.SetReloadError(nullptr);
  }
  loaded.reset();
  result.duration =
      std::chrono::duration_cast<milliseconds>(SteadyClock::now() - start);
  on_reload_(result);
  if (result.outcome == Outcome::kTaken) Retire(std::move(old));
  malloc_trim(0);  // what was parsed, and the old one
}

void LexiconReload::Retire(std::shared_ptr<const Snapshot> old) const {
  const auto give_up = SteadyClock::now() + kLongestCall;
  while (old.use_count() > 1 && !ending_ && SteadyClock::now() < give_up) {
    std::this_thread::sleep_for(kLook);
  }
}

}  // namespace stance
