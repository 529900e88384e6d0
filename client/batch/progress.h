// How a batch gets on: a bar on a terminal, a line now and then elsewhere.

#ifndef STANCE_CLIENT_BATCH_PROGRESS_H_
#define STANCE_CLIENT_BATCH_PROGRESS_H_

#include <cstdint>
#include <ostream>
#include <string>

#include "absl/time/time.h"
#include "client/table/terminal.h"

namespace stance::client {

struct ProgressCounts {
  uint64_t done = 0;     // articles, those of an interrupted run included
  uint64_t failed = 0;   // of these
  double fraction = -1;  // of the input that has been read; negative: unknown
};

// Not thread-safe. Knows no clock: the caller says what time it is.
class Progress {
 public:
  enum class Form {
    kBar,    // redrawn five times a second
    kLines,  // every 10 s
    kNone,
  };

  // `out` must outlive it. `before` is what an interrupted run had done: the
  // rate is of what came after.
  Progress(Form form, const Terminal& terminal, std::ostream* out,
           const ProgressCounts& before, absl::Time now);

  // Shows how far the batch is where it is time to.
  void Update(const ProgressCounts& counts, absl::Time now);

  // Takes the bar away; says what was done and how fast, if anything has been
  // shown or `always`.
  void Finish(const ProgressCounts& counts, absl::Time now, bool always);

  // Makes room for another line on the terminal: the bar is drawn again behind
  // it.
  void Clear();

 private:
  std::string Line(const ProgressCounts& counts, absl::Time now) const;

  const Form form_;
  const Terminal terminal_;
  std::ostream& out_;
  const ProgressCounts before_;
  const absl::Time start_;
  absl::Time next_;
  bool shown_ = false;
};

// "1,234,567".
std::string WithCommas(uint64_t number);

// "0:07", "12:05", "3:04:05".
std::string ClockTime(absl::Duration duration);

}  // namespace stance::client

#endif  // STANCE_CLIENT_BATCH_PROGRESS_H_
