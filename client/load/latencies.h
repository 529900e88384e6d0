// How long calls took, in constant memory.

#ifndef STANCE_CLIENT_LOAD_LATENCIES_H_
#define STANCE_CLIENT_LOAD_LATENCIES_H_

#include <array>
#include <chrono>
#include <cstddef>
#include <cstdint>

#include "stance/load/v1/report.pb.h"

namespace stance::client {

// Counts in buckets whose widths grow with what they hold: whatever is read out
// is right to within 1.2 %, from a microsecond to half an hour; above
// that, half an hour. For one thread.
class Latencies {
 public:
  using Duration = std::chrono::nanoseconds;

  void Add(Duration latency);
  void Merge(const Latencies& other);

  uint64_t count() const { return count_; }

  // Mean, extremes, percentiles 10 to 99.9, and ten buckets of equal width from
  // the fastest to the slowest. Empty where nothing was added.
  load::v1::Latencies Summarise() const;

 private:
  // A power of two of microseconds, each in 128 parts.
  static constexpr size_t kParts = 128;
  static constexpr size_t kPowers = 26;

  static size_t IndexOf(uint64_t microseconds);
  // The largest that falls in that bucket, in microseconds.
  static uint64_t Largest(size_t index);
  // The least number that so many are not above, in milliseconds.
  double AtRank(uint64_t rank) const;

  std::array<uint64_t, kParts * kPowers> counts_{};
  uint64_t count_ = 0;
  Duration sum_{0};
  Duration fastest_ = Duration::max();
  Duration slowest_{0};
};

}  // namespace stance::client

#endif  // STANCE_CLIENT_LOAD_LATENCIES_H_
