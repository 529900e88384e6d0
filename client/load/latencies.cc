#include "client/load/latencies.h"

#include <algorithm>
#include <bit>
#include <cmath>

namespace stance::client {
namespace {

constexpr double kPercents[] = {10, 25, 50, 75, 90, 95, 99, 99.9};
constexpr int kBuckets = 10;

double Milliseconds(Latencies::Duration duration) {
  return std::chrono::duration<double, std::milli>(duration).count();
}

}  // namespace

// The first kParts buckets are a microsecond wide; from there each power of two
// has kParts / 2 of them, its upper half of the parts.
size_t Latencies::IndexOf(uint64_t microseconds) {
  if (microseconds < kParts) return microseconds;
  const int shift = std::bit_width(microseconds) - std::bit_width(kParts - 1);
  const size_t index =
      static_cast<size_t>(shift) * (kParts / 2) + (microseconds >> shift);
  return std::min(index, kParts * kPowers - 1);
}

uint64_t Latencies::Largest(size_t index) {
  if (index < kParts) return index;
  const size_t shift = index / (kParts / 2) - 1;
  const uint64_t part = index - shift * (kParts / 2);
  return ((part + 1) << shift) - 1;
}

void Latencies::Add(Duration latency) {
  latency = std::max(latency, Duration(0));
  const auto microseconds =
      std::chrono::duration_cast<std::chrono::microseconds>(latency).count();
  ++counts_[IndexOf(static_cast<uint64_t>(microseconds))];
  ++count_;
  sum_ += latency;
  fastest_ = std::min(fastest_, latency);
  slowest_ = std::max(slowest_, latency);
}

void Latencies::Merge(const Latencies& other) {
  for (size_t i = 0; i < counts_.size(); ++i) counts_[i] += other.counts_[i];
  count_ += other.count_;
  sum_ += other.sum_;
  fastest_ = std::min(fastest_, other.fastest_);
  slowest_ = std::max(slowest_, other.slowest_);
}

double Latencies::AtRank(uint64_t rank) const {
  uint64_t passed = 0;
  for (size_t i = 0; i < counts_.size(); ++i) {
    passed += counts_[i];
    if (passed >= rank) {
      const double largest = static_cast<double>(Largest(i)) / 1000;
      return std::clamp(largest, Milliseconds(fastest_),
                        Milliseconds(slowest_));
    }
  }
  return Milliseconds(slowest_);
}

load::v1::Latencies Latencies::Summarise() const {
  load::v1::Latencies out;
  if (count_ == 0) return out;
  out.set_mean(Milliseconds(sum_) / static_cast<double>(count_));
  out.set_fastest(Milliseconds(fastest_));
  out.set_slowest(Milliseconds(slowest_));
  for (const double percent : kPercents) {
    load::v1::Percentile* percentile = out.add_percentiles();
    percentile->set_percent(percent);
    percentile->set_milliseconds(AtRank(static_cast<uint64_t>(
        std::ceil(static_cast<double>(count_) * percent / 100))));
  }
  const double width = (out.slowest() - out.fastest()) / kBuckets;
  size_t next = 0;
  for (int b = 1; b <= kBuckets; ++b) {
    const bool is_last = b == kBuckets;
    const double end = is_last ? out.slowest() : out.fastest() + b * width;
    load::v1::Bucket* bucket = out.add_histogram();
    bucket->set_up_to_milliseconds(end);
    uint64_t count = 0;
    for (; next < counts_.size() &&
           (is_last || static_cast<double>(Largest(next)) / 1000 <= end);
         ++next) {
      count += counts_[next];
    }
    bucket->set_count(count);
  }
  return out;
}

}  // namespace stance::client
