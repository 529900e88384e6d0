// Figures in words and as JSON.

#ifndef STANCE_CLIENT_EVAL_REPORT_H_
#define STANCE_CLIENT_EVAL_REPORT_H_

#include <string>

#include "client/eval/scoring.h"

namespace stance::client {

// The figures, one idea a line, for people.
std::string FormatFigures(const Figures& figures);

// Up to `limit` missed and `limit` wrong stances, one a line:
// "missed: a17 · China · opposes · sanctions · China rejected the sanctions".
std::string FormatMistakes(const Figures& figures, size_t limit);

// 95 % intervals of precision, recall and F1, in the manner of FormatFigures.
std::string FormatIntervals(const Figures& figures);

// Whether one set of answers is better than another, in three lines.
std::string FormatComparison(const Figures& figures, const Figures& against);

// One JSON object on one line.
std::string FiguresAsJson(const Figures& figures);

}  // namespace stance::client

#endif  // STANCE_CLIENT_EVAL_REPORT_H_
