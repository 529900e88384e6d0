// Intervals and comparisons: what must hold whatever the random numbers are.

#include "client/eval/resampling.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace stance::client {
namespace {

using Articles = std::vector<ArticleCounts>;

TEST(BootstrapIntervals, Rows) {
  const struct {
    const char* name;
    Articles articles;
    Interval f1;  // what the true interval is, within 0.03
  } kRows[] = {
      {"none", {}, {0, 0}},
      {"one article has no spread", {{5, 5, 5}}, {0.5, 0.5}},
      {"articles that are alike neither",
       Articles(20, {3, 1, 2}),
       {2. / 3, 2. / 3}},
      // Half of 100 right: 0.5 and twice sqrt(0.25 / 100).
      {"half of them",
       [] {
         Articles out;
         for (int i = 0; i < 100; ++i) {
           out.push_back(i % 2 == 0 ? ArticleCounts{1, 0, 0}
                                    : ArticleCounts{0, 1, 1});
         }
         return out;
       }(),
       {0.4, 0.6}},
  };
  for (const auto& row : kRows) {
    SCOPED_TRACE(row.name);
    const Intervals found = BootstrapIntervals(row.articles);
    EXPECT_NEAR(found.f1.low, row.f1.low, 0.03);
    EXPECT_NEAR(found.f1.high, row.f1.high, 0.03);
    EXPECT_LE(found.precision.low, found.precision.high);
    EXPECT_LE(found.recall.low, found.recall.high);
    EXPECT_EQ(BootstrapIntervals(row.articles).f1.low, found.f1.low);
  }
}

TEST(CompareF1, Rows) {
  const Articles half(30, {5, 5, 5});
  const Articles better(30, {8, 2, 2});
  Articles mixed = half;
  for (size_t i = 0; i < mixed.size(); i += 2) {
    mixed[i] = {6, 4, 4};
    mixed[i + 1] = {4, 6, 6};
  }
  const struct {
    const char* name;
    const Articles& first;
    const Articles& second;
    double difference;
    double least_p;
    double most_p;
  } kRows[] = {
      {"the same", half, half, 0, 1, 1},
      {"better in every article", better, half, 0.3, 0, 0.001},
      {"worse in every article", half, better, -0.3, 0, 0.001},
      {"better in as many as worse", mixed, half, 0, 0.99, 1},
  };
  for (const auto& row : kRows) {
    SCOPED_TRACE(row.name);
    const Comparison found = CompareF1(row.first, row.second);
    EXPECT_NEAR(found.difference, row.difference, 1e-9);
    EXPECT_LE(found.interval.low, row.difference + 1e-9);
    EXPECT_GE(found.interval.high, row.difference - 1e-9);
    EXPECT_GE(found.p, row.least_p);
    EXPECT_LE(found.p, row.most_p);
  }
}

}  // namespace
}  // namespace stance::client
