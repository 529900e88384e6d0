// How sure figures are: articles drawn again, and two sets of answers compared
// article by article.

#ifndef STANCE_CLIENT_EVAL_RESAMPLING_H_
#define STANCE_CLIENT_EVAL_RESAMPLING_H_

#include <vector>

#include "client/eval/scoring.h"

namespace stance::client {

inline constexpr int kResamples = 2000;

// 95 of 100 samples lie between the two.
struct Interval {
  double low = 0;
  double high = 0;
};

struct Intervals {
  Interval precision;
  Interval recall;
  Interval f1;
};

// By the bootstrap: `kResamples` times as many articles are drawn, with
// replacement, as there are. The same counts give the same intervals. All zero
// where there are no articles.
Intervals BootstrapIntervals(const std::vector<ArticleCounts>& articles);

// F1 of two sets of answers to the same articles.
struct Comparison {
  double difference = 0;  // the first's F1 minus the second's
  Interval interval;      // of the difference, by the bootstrap
  // How often chance alone would make the difference as large: both answers to
  // an article are exchanged or not, at random (paired randomization).
  double p = 1;
};

// REQUIRES: the same articles in the same order.
Comparison CompareF1(const std::vector<ArticleCounts>& first,
                     const std::vector<ArticleCounts>& second);

}  // namespace stance::client

#endif  // STANCE_CLIENT_EVAL_RESAMPLING_H_
