#include "client/eval/resampling.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <random>

namespace stance::client {
namespace {

// Fixed: figures that are printed twice are to be the same.
constexpr uint64_t kSeed = 20240531;

ArticleCounts Sum(const std::vector<ArticleCounts>& articles,
                  const std::vector<size_t>& which) {
  ArticleCounts out;
  for (const size_t i : which) out.Add(articles[i]);
  return out;
}

// As many articles as there are, drawn with replacement. Not
// std::uniform_int_distribution: it differs from library to library.
std::vector<size_t> Draw(size_t count, std::mt19937_64* random) {
  std::vector<size_t> out(count);
  for (size_t& i : out) i = (*random)() % count;
  return out;
}

Interval Middle95(std::vector<double> samples) {
  std::sort(samples.begin(), samples.end());
  const size_t cut = samples.size() / 40;  // 2.5 of 100 at each end
  return {samples[cut], samples[samples.size() - 1 - cut]};
}

std::vector<size_t> Everyone(size_t count) {
  std::vector<size_t> out(count);
  for (size_t i = 0; i < count; ++i) out[i] = i;
  return out;
}

}  // namespace

Intervals BootstrapIntervals(const std::vector<ArticleCounts>& articles) {
  if (articles.empty()) return {};
  std::mt19937_64 random(kSeed);
  std::vector<double> precision;
  std::vector<double> recall;
  std::vector<double> f1;
  for (int i = 0; i < kResamples; ++i) {
    const ArticleCounts sample = Sum(articles, Draw(articles.size(), &random));
    precision.push_back(sample.Precision());
    recall.push_back(sample.Recall());
    f1.push_back(sample.F1());
  }
  return {Middle95(precision), Middle95(recall), Middle95(f1)};
}

Comparison CompareF1(const std::vector<ArticleCounts>& first,
                     const std::vector<ArticleCounts>& second) {
  Comparison out;
  if (first.empty()) return out;
  const std::vector<size_t> everyone = Everyone(first.size());
  out.difference = Sum(first, everyone).F1() - Sum(second, everyone).F1();
  std::mt19937_64 random(kSeed);
  std::vector<double> differences;
  for (int i = 0; i < kResamples; ++i) {
    const std::vector<size_t> which = Draw(first.size(), &random);
    differences.push_back(Sum(first, which).F1() - Sum(second, which).F1());
  }
  out.interval = Middle95(differences);

  int as_large = 0;
  std::vector<ArticleCounts> a = first;
  std::vector<ArticleCounts> b = second;
  constexpr double kRounding = 1e-12;
  for (int i = 0; i < kResamples; ++i) {
    for (size_t j = 0; j < a.size(); ++j) {
      if ((random() & 1) != 0) std::swap(a[j], b[j]);
    }
    const double difference = Sum(a, everyone).F1() - Sum(b, everyone).F1();
    if (std::abs(difference) >= std::abs(out.difference) - kRounding) {
      ++as_large;
    }
  }
  // The answers as they are count as one of the samples.
  out.p = (as_large + 1.0) / (kResamples + 1.0);
  return out;
}

}  // namespace stance::client
