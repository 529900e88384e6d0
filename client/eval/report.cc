#include "client/eval/report.h"

#include <algorithm>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "client/eval/resampling.h"
#include "client/json.h"

namespace stance::client {
namespace {

std::string FormatShare(const std::string& name, const Share& share) {
  return absl::StrFormat("  %-14s %.3f   %d of %d\n", name, share.Ratio(),
                         share.hits, share.of);
}

void AppendMistakes(const char* kind, const std::vector<Mistake>& mistakes,
                    size_t limit, std::string* out) {
  for (size_t i = 0; i < std::min(limit, mistakes.size()); ++i) {
    const Mistake& m = mistakes[i];
    absl::StrAppend(out, kind, ": ", m.article_id, " · ", m.actor, " · ",
                    m.polarity, " · ", m.target, " · ", m.evidence, "\n");
  }
}

}  // namespace

std::string FormatFigures(const Figures& f) {
  std::string out = absl::StrFormat(
      "articles %d, gold stances %d, answers that count %d\n\n"
      "  precision      %.3f   %d of %d\n"
      "  recall         %.3f   %d of %d\n"
      "  F1             %.3f\n\n",
      f.articles, f.correct + f.missed, f.correct + f.wrong, f.Precision(),
      f.correct, f.correct + f.wrong, f.Recall(), f.correct,
      f.correct + f.missed, f.F1());
  absl::StrAppend(&out, "recall by difficulty\n");
  for (const auto& [name, share] : f.recall_by_difficulty) {
    absl::StrAppend(&out, FormatShare(name, share));
  }
  absl::StrAppend(&out, "\nprecision by confidence\n");
  for (const auto& [confidence, share] : f.precision_by_confidence) {
    absl::StrAppend(
        &out, FormatShare(absl::StrFormat("%.2f", confidence / 1e6), share));
  }
  absl::StrAppend(&out, "\nof the correct\n",
                  FormatShare("right sentence", f.evidence),
                  FormatShare("right speaker", f.speakers), "\n");
  absl::StrAppendFormat(&out,
                        "distractors taken for stances %d of %d, bad spans %d, "
                        "articles unanswered %d\n",
                        f.distractors.hits, f.distractors.of, f.bad_spans,
                        f.unanswered);
  return out;
}

std::string FormatMistakes(const Figures& figures, size_t limit) {
  std::string out;
  AppendMistakes("missed", figures.mistakes_missed, limit, &out);
  AppendMistakes("wrong", figures.mistakes_wrong, limit, &out);
  return out;
}

std::string FormatIntervals(const Figures& figures) {
  const Intervals intervals = BootstrapIntervals(figures.by_article);
  const auto line = [](const char* name, const Interval& interval) {
    return absl::StrFormat("  %-14s %.3f to %.3f\n", name, interval.low,
                           interval.high);
  };
  return absl::StrCat(
      absl::StrFormat("\n95 %% intervals (bootstrap over %d articles)\n",
                      figures.articles),
      line("precision", intervals.precision), line("recall", intervals.recall),
      line("F1", intervals.f1));
}

std::string FormatComparison(const Figures& figures, const Figures& against) {
  const Comparison result = CompareF1(figures.by_article, against.by_article);
  return absl::StrFormat(
      "\nagainst the other answers\n"
      "  F1             %.3f and %.3f, difference %+.3f\n"
      "  95 %% interval  %+.3f to %+.3f (paired bootstrap)\n"
      "  p              %.3f (paired randomization)\n",
      figures.F1(), against.F1(), result.difference, result.interval.low,
      result.interval.high, result.p);
}

std::string FiguresAsJson(const Figures& f) {
  std::string out = absl::StrFormat(
      "{\"precision\":%.6f,\"recall\":%.6f,\"f1\":%.6f,\"evidence\":%.6f,"
      "\"speaker\":%.6f,\"articles\":%d,\"unanswered\":%d,\"correct\":%d,"
      "\"wrong\":%d,\"missed\":%d,\"speakers\":%d,\"distractors\":%d,"
      "\"fooled\":%d,\"badSpans\":%d,\"recallByDifficulty\":{",
      f.Precision(), f.Recall(), f.F1(), f.evidence.Ratio(), f.speakers.Ratio(),
      f.articles, f.unanswered, f.correct, f.wrong, f.missed, f.speakers.of,
      f.distractors.of, f.distractors.hits, f.bad_spans);
  const char* separator = "";
  for (const auto& [name, share] : f.recall_by_difficulty) {
    absl::StrAppendFormat(&out, "%s%s:{\"found\":%d,\"of\":%d}", separator,
                          JsonString(name), share.hits, share.of);
    separator = ",";
  }
  absl::StrAppend(&out, "},\"precisionByConfidence\":{");
  separator = "";
  for (const auto& [confidence, share] : f.precision_by_confidence) {
    absl::StrAppendFormat(&out, "%s\"%.6f\":{\"correct\":%d,\"of\":%d}",
                          separator, confidence / 1e6, share.hits, share.of);
    separator = ",";
  }
  return absl::StrCat(out, "}}\n");
}

}  // namespace stance::client
