// Figures in words and as JSON.

#ifndef STANCE_CLIENT_EVAL_REPORT_H_
#define STANCE_CLIENT_EVAL_REPORT_H_

#include <cstddef>
#include <string>

#include "client/eval/scoring.h"

namespace stance::client {

// What is shown beside the figures.
struct EvalExtras {
  size_t mistakes = 0;               // up to so many missed, and so many wrong
  bool intervals = false;            // of precision, recall and F1
  const Figures* against = nullptr;  // of other answers to the same articles
};

// First the mistakes, one a line:
// "missed: a17 (wire, negated) · China · opposes · sanctions · China rejected
// the sanctions"; then the figures, one idea a line.
std::string FormatFigures(const Figures& figures, const EvalExtras& extras);

// The answers that count, a JSON object on a line each.
std::string JudgedAsJsonLines(const Figures& figures);

// All of it as one JSON object on one line.
std::string FiguresAsJson(const Figures& figures, const EvalExtras& extras);

}  // namespace stance::client

#endif  // STANCE_CLIENT_EVAL_REPORT_H_
