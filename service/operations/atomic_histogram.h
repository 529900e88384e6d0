// A histogram that calls may add to without a lock.

#ifndef STANCE_OPERATIONS_ATOMIC_HISTOGRAM_H_
#define STANCE_OPERATIONS_ATOMIC_HISTOGRAM_H_

#include <prometheus/client_metric.h>

#include <array>
#include <atomic>
#include <cstddef>
#include <cstdint>
#include <span>

namespace stance {

// Upper bounds of buckets, ascending, inclusive, in the values' own unit; above
// the last there is one more bucket. Those of durations and sizes are the ones
// that gRFC A66 prescribes.
extern const std::span<const double> kDurationBounds;  // seconds
extern const std::span<const double> kSizeBounds;      // bytes

// Safe to use from any number of threads. Collect() may see an observation in
// the buckets and not yet in the sum.
class AtomicHistogram {
 public:
  static constexpr size_t kMostBounds = 41;

  // `bounds` must outlive the histogram and hold at most kMostBounds.
  explicit AtomicHistogram(std::span<const double> bounds) : bounds_(bounds) {}

  void Observe(double value);

  uint64_t count() const;
  prometheus::ClientMetric::Histogram Collect() const;

 private:
  const std::span<const double> bounds_;
  std::array<std::atomic<uint64_t>, kMostBounds + 1> counts_{};
  std::atomic<double> sum_ = 0;
};

}  // namespace stance

#endif  // STANCE_OPERATIONS_ATOMIC_HISTOGRAM_H_
