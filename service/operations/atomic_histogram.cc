#include "service/operations/atomic_histogram.h"

#include <algorithm>
#include <limits>

namespace stance {
namespace {

constexpr std::array<double, AtomicHistogram::kMostBounds> kDurations = {
    0,     0.00001, 0.00005, 0.0001, 0.0003, 0.0006, 0.0008, 0.001, 0.002,
    0.003, 0.004,   0.005,   0.006,  0.008,  0.01,   0.013,  0.016, 0.02,
    0.025, 0.03,    0.04,    0.05,   0.065,  0.08,   0.1,    0.13,  0.16,
    0.2,   0.25,    0.3,     0.4,    0.5,    0.65,   0.8,    1,     2,
    5,     10,      20,      50,     100};

constexpr std::array<double, 14> kSizes = {
    0,       1024,    2048,     4096,     16384,     65536,      262144,
    1048576, 4194304, 16777216, 67108864, 268435456, 1073741824, 4294967296};

}  // namespace

const std::span<const double> kDurationBounds = kDurations;
const std::span<const double> kSizeBounds = kSizes;

void AtomicHistogram::Observe(double value) {
  const auto bucket =
      std::lower_bound(bounds_.begin(), bounds_.end(), value) - bounds_.begin();
  counts_[static_cast<size_t>(bucket)].fetch_add(1, std::memory_order_relaxed);
  sum_.fetch_add(value, std::memory_order_relaxed);
}

uint64_t AtomicHistogram::count() const {
  uint64_t count = 0;
  for (const auto& bucket : counts_) {
    count += bucket.load(std::memory_order_relaxed);
  }
  return count;
}

prometheus::ClientMetric::Histogram AtomicHistogram::Collect() const {
  prometheus::ClientMetric::Histogram out;
  for (size_t i = 0; i <= bounds_.size(); ++i) {
    out.sample_count += counts_[i].load(std::memory_order_relaxed);
    out.bucket.push_back(
        {out.sample_count, i < bounds_.size()
                               ? bounds_[i]
                               : std::numeric_limits<double>::infinity()});
  }
  out.sample_sum = sum_.load(std::memory_order_relaxed);
  return out;
}

}  // namespace stance
