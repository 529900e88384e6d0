#include "client/batch/progress.h"

#include <algorithm>
#include <cmath>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "client/table/display.h"

namespace stance::client {
namespace {

constexpr absl::Duration kRedraw = absl::Milliseconds(200);
constexpr absl::Duration kBetweenLines = absl::Seconds(10);
constexpr size_t kWidestBar = 30;
constexpr size_t kNarrowestBar = 10;
// A rate of the first moments says nothing.
constexpr absl::Duration kFirstRate = absl::Milliseconds(500);

std::string Bar(double fraction, size_t width) {
  const auto full =
      static_cast<size_t>(std::floor(fraction * static_cast<double>(width)));
  std::string out = "[";
  for (size_t i = 0; i < width; ++i) out += i < full ? '#' : '-';
  return out + "] ";
}

}  // namespace

std::string WithCommas(uint64_t number) {
  std::string out = absl::StrCat(number);
  for (size_t at = out.size(); at > 3;) out.insert(at -= 3, 1, ',');
  return out;
}

std::string ClockTime(absl::Duration duration) {
  const int64_t all = absl::ToInt64Seconds(duration + absl::Milliseconds(500));
  const int64_t hours = all / 3600;
  const int64_t minutes = all / 60 % 60;
  const int64_t seconds = all % 60;
  if (hours == 0) return absl::StrFormat("%d:%02d", minutes, seconds);
  return absl::StrFormat("%d:%02d:%02d", hours, minutes, seconds);
}

Progress::Progress(Form form, const Terminal& terminal, std::ostream* out,
                   const ProgressCounts& before, absl::Time now)
    : form_(form),
      terminal_(terminal),
      out_(*out),
      before_(before),
      start_(now),
      next_(now + (form == Form::kBar ? kRedraw : kBetweenLines)) {}

// "12,345 articles, 1,234/s, 0:12 left, 3 failed".
std::string Progress::Line(const ProgressCounts& counts, absl::Time now) const {
  std::string out = absl::StrCat(WithCommas(counts.done),
                                 counts.done == 1 ? " article" : " articles");
  const absl::Duration elapsed = now - start_;
  if (elapsed >= kFirstRate) {
    const double rate = static_cast<double>(counts.done - before_.done) /
                        absl::ToDoubleSeconds(elapsed);
    absl::StrAppend(&out, ", ",
                    rate < 10 ? absl::StrFormat("%.1f", rate)
                              : WithCommas(static_cast<uint64_t>(rate)),
                    "/s");
    const double read = counts.fraction - std::max(before_.fraction, 0.0);
    if (counts.fraction < 1 && read > 0) {
      absl::StrAppend(&out, ", ",
                      ClockTime(elapsed * ((1 - counts.fraction) / read)),
                      " left");
    }
  }
  if (counts.failed > 0) {
    absl::StrAppend(&out, ", ", WithCommas(counts.failed), " failed");
  }
  return out;
}

void Progress::Update(const ProgressCounts& counts, absl::Time now) {
  if (form_ == Form::kNone || now < next_) return;
  std::string line = Line(counts, now);
  if (counts.fraction >= 0) {
    line = absl::StrFormat("%3.0f%% %s", 100 * counts.fraction, line);
  }
  shown_ = true;
  if (form_ == Form::kLines) {
    next_ = now + kBetweenLines;
    out_ << "stancectl: " << line << std::endl;
    return;
  }
  next_ = now + kRedraw;
  // One column stays free: terminals wrap in different ways.
  const size_t width = terminal_.width - 1;
  if (counts.fraction >= 0 && width > DisplayWidth(line) + 3 + kNarrowestBar) {
    line =
        absl::StrCat(Bar(counts.fraction,
                         std::min(kWidestBar, width - DisplayWidth(line) - 3)),
                     line);
  }
  out_ << "\r" << line.substr(0, width) << "\x1b[K" << std::flush;
}

void Progress::Clear() {
  if (form_ == Form::kBar && shown_) out_ << "\r\x1b[K" << std::flush;
}

void Progress::Finish(const ProgressCounts& counts, absl::Time now,
                      bool always) {
  if (form_ == Form::kNone || (!shown_ && !always)) return;
  Clear();
  ProgressCounts all = counts;
  all.fraction = 1;
  out_ << "stancectl: " << Line(all, now) << " in " << ClockTime(now - start_)
       << std::endl;
}

}  // namespace stance::client
