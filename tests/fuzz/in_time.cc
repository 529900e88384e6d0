#include "tests/fuzz/in_time.h"

#include <time.h>

namespace stance {
namespace {

// Of the slowest build, with sanitizers and coverage: four times what a long
// article that is full of stances takes there.
constexpr double kSecondsAtLeast = 0.2;
constexpr double kSecondsAByte = 0.00005;

// Not the wall clock, which other programs stop.
double ThreadSeconds() {
  timespec time{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
  return static_cast<double>(time.tv_sec) +
         1e-9 * static_cast<double>(time.tv_nsec);
}

}  // namespace

std::string RunInTime(std::string (*target)(std::string_view input),
                      std::string_view input) {
  const double begin = ThreadSeconds();
  std::string complaint = target(input);
  const double seconds = ThreadSeconds() - begin;
  const double limit =
      kSecondsAtLeast + kSecondsAByte * static_cast<double>(input.size());
  if (complaint.empty() && seconds > limit) {
    complaint = std::to_string(seconds) + " s for " +
                std::to_string(input.size()) + " bytes";
  }
  return complaint;
}

}  // namespace stance
