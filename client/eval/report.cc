#include "client/eval/report.h"

#include <algorithm>
#include <map>
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

// "a17 (wire, negated)".
std::string Where(const Mistake& mistake) {
  std::string what = mistake.article_kind;
  if (!mistake.difficulty.empty()) {
    absl::StrAppend(&what, what.empty() ? "" : ", ", mistake.difficulty);
  }
  return what.empty() ? mistake.article_id
                      : absl::StrCat(mistake.article_id, " (", what, ")");
}

void AppendMistakes(const char* kind, const std::vector<Mistake>& mistakes,
                    size_t limit, std::string* out) {
  for (size_t i = 0; i < std::min(limit, mistakes.size()); ++i) {
    const Mistake& m = mistakes[i];
    absl::StrAppend(out, kind, ": ", Where(m), " · ", m.actor, " · ",
                    m.polarity, " · ", m.target, " · ", m.evidence, "\n");
  }
}

void AppendByKind(const std::map<std::string, ArticleCounts>& by_kind,
                  std::string* out) {
  if (by_kind.empty()) return;
  absl::StrAppend(out, "\nby kind          precision  recall  F1\n");
  for (const auto& [kind, counts] : by_kind) {
    absl::StrAppendFormat(out, "  %-14s %.3f      %.3f   %.3f\n", kind,
                          counts.Precision(), counts.Recall(), counts.F1());
  }
}

// Tenths: the lexicon has more confidences than a reader wants to see, and few
// answers of each.
void AppendByConfidence(const std::map<int64_t, Share>& by_confidence,
                        std::string* out) {
  constexpr int64_t kTenth = 100'000;  // in millionths
  std::map<int64_t, Share> tenths;
  for (const auto& [confidence, share] : by_confidence) {
    Share& sum = tenths[std::min<int64_t>(confidence / kTenth, 9)];
    sum.hits += share.hits;
    sum.of += share.of;
  }
  absl::StrAppend(out, "\nprecision by confidence\n");
  for (const auto& [tenth, share] : tenths) {
    const auto low = static_cast<double>(tenth);
    *out += FormatShare(
        absl::StrFormat("%.1f to %.1f", low / 10, (low + 1) / 10), share);
  }
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
  const std::string p =
      result.p < 0.001 ? "< 0.001" : absl::StrFormat("%.3f", result.p);
  return absl::StrFormat(
      "\nagainst the other answers\n"
      "  F1             %.3f and %.3f, difference %+.3f\n"
      "  95 %% interval  %+.3f to %+.3f (paired bootstrap)\n"
      "  p              %s (paired randomization)\n",
      figures.all.F1(), against.all.F1(), result.difference,
      result.interval.low, result.interval.high, p);
}

// The pieces of a JSON object, which are found one after another.
class JsonObject {
 public:
  void Add(const std::string& name, const std::string& json) {
    absl::StrAppend(&out_, out_.empty() ? "" : ",", JsonString(name), ":",
                    json);
  }
  void Add(const std::string& name, int number) {
    Add(name, absl::StrCat(number));
  }
  void Add(const std::string& name, double number) {
    Add(name, absl::StrFormat("%.6f", number));
  }
  std::string Text() const { return absl::StrCat("{", out_, "}"); }

 private:
  std::string out_;
};

std::string IntervalAsJson(const Interval& interval) {
  return absl::StrFormat("[%.6f,%.6f]", interval.low, interval.high);
}

std::string ByKindAsJson(const std::map<std::string, ArticleCounts>& by_kind) {
  JsonObject out;
  for (const auto& [kind, counts] : by_kind) {
    JsonObject one;
    one.Add("precision", counts.Precision());
    one.Add("recall", counts.Recall());
    one.Add("f1", counts.F1());
    one.Add("correct", counts.correct);
    one.Add("wrong", counts.wrong);
    one.Add("missed", counts.missed);
    out.Add(kind, one.Text());
  }
  return out.Text();
}

std::string IntervalsAsJson(const Figures& figures) {
  const Intervals intervals = BootstrapIntervals(figures.by_article);
  JsonObject out;
  out.Add("precision", IntervalAsJson(intervals.precision));
  out.Add("recall", IntervalAsJson(intervals.recall));
  out.Add("f1", IntervalAsJson(intervals.f1));
  return out.Text();
}

std::string ComparisonAsJson(const Figures& figures, const Figures& against) {
  const Comparison result = CompareF1(figures.by_article, against.by_article);
  JsonObject out;
  out.Add("f1", against.all.F1());
  out.Add("difference", result.difference);
  out.Add("interval", IntervalAsJson(result.interval));
  out.Add("p", result.p);
  return out.Text();
}

std::string MistakesAsJson(const std::vector<Mistake>& mistakes, size_t limit) {
  std::string out;
  for (size_t i = 0; i < std::min(limit, mistakes.size()); ++i) {
    const Mistake& m = mistakes[i];
    JsonObject one;
    one.Add("article", JsonString(m.article_id));
    if (!m.article_kind.empty()) one.Add("kind", JsonString(m.article_kind));
    if (!m.difficulty.empty()) one.Add("difficulty", JsonString(m.difficulty));
    one.Add("actor", JsonString(m.actor));
    one.Add("polarity", JsonString(m.polarity));
    one.Add("target", JsonString(m.target));
    one.Add("evidence", JsonString(m.evidence));
    absl::StrAppend(&out, out.empty() ? "" : ",", one.Text());
  }
  return absl::StrCat("[", out, "]");
}

}  // namespace

std::string FormatFigures(const Figures& f, const EvalExtras& extras) {
  const ArticleCounts& all = f.all;
  std::string out;
  AppendMistakes("missed", f.mistakes_missed, extras.mistakes, &out);
  AppendMistakes("wrong", f.mistakes_wrong, extras.mistakes, &out);
  absl::StrAppendFormat(
      &out,
      "articles %d, gold stances %d, answers that count %d\n\n"
      "  precision      %.3f   %d of %d\n"
      "  recall         %.3f   %d of %d\n"
      "  F1             %.3f\n\n",
      f.articles, all.correct + all.missed, all.correct + all.wrong,
      all.Precision(), all.correct, all.correct + all.wrong, all.Recall(),
      all.correct, all.correct + all.missed, all.F1());
  absl::StrAppend(&out, "recall by difficulty\n");
  for (const auto& [name, share] : f.recall_by_difficulty) {
    absl::StrAppend(&out, FormatShare(name, share));
  }
  AppendByKind(f.by_kind, &out);
  AppendByConfidence(f.precision_by_confidence, &out);
  absl::StrAppend(&out, "\nof the correct\n",
                  FormatShare("right sentence", f.evidence),
                  FormatShare("right speaker", f.speakers), "\n");
  absl::StrAppendFormat(&out,
                        "distractors taken for stances %d of %d, bad spans %d, "
                        "articles unanswered %d\n",
                        f.distractors.hits, f.distractors.of, f.bad_spans,
                        f.unanswered);
  if (extras.intervals) out += FormatIntervals(f);
  if (extras.against != nullptr) out += FormatComparison(f, *extras.against);
  return out;
}

std::string JudgedAsJsonLines(const Figures& figures) {
  std::string out;
  for (const JudgedAnswer& answer : figures.judged) {
    JsonObject one;
    one.Add("article", JsonString(answer.article_id));
    one.Add("actor", JsonString(answer.actor));
    one.Add("polarity", JsonString(answer.polarity));
    one.Add("target", JsonString(answer.target));
    if (!answer.cue.empty()) one.Add("cue", JsonString(answer.cue));
    if (!answer.grounds.empty()) one.Add("grounds", JsonString(answer.grounds));
    one.Add("evidence", answer.evidence);
    one.Add("confidence", absl::StrFormat("%.2f", answer.confidence));
    one.Add("correct", answer.correct ? "true" : "false");
    absl::StrAppend(&out, one.Text(), "\n");
  }
  return out;
}

std::string FiguresAsJson(const Figures& f, const EvalExtras& extras) {
  JsonObject out;
  out.Add("precision", f.all.Precision());
  out.Add("recall", f.all.Recall());
  out.Add("f1", f.all.F1());
  out.Add("evidence", f.evidence.Ratio());
  out.Add("speaker", f.speakers.Ratio());
  out.Add("articles", f.articles);
  out.Add("unanswered", f.unanswered);
  out.Add("correct", f.all.correct);
  out.Add("wrong", f.all.wrong);
  out.Add("missed", f.all.missed);
  out.Add("speakers", f.speakers.of);
  out.Add("distractors", f.distractors.of);
  out.Add("fooled", f.distractors.hits);
  out.Add("badSpans", f.bad_spans);
  JsonObject by_difficulty;
  for (const auto& [name, share] : f.recall_by_difficulty) {
    by_difficulty.Add(name, absl::StrFormat("{\"found\":%d,\"of\":%d}",
                                            share.hits, share.of));
  }
  out.Add("recallByDifficulty", by_difficulty.Text());
  if (!f.by_kind.empty()) out.Add("byKind", ByKindAsJson(f.by_kind));
  JsonObject by_confidence;
  for (const auto& [confidence, share] : f.precision_by_confidence) {
    by_confidence.Add(
        absl::StrFormat("%.6f", confidence / 1e6),
        absl::StrFormat("{\"correct\":%d,\"of\":%d}", share.hits, share.of));
  }
  out.Add("precisionByConfidence", by_confidence.Text());
  if (extras.intervals) out.Add("intervals", IntervalsAsJson(f));
  if (extras.against != nullptr) {
    out.Add("against", ComparisonAsJson(f, *extras.against));
  }
  if (extras.mistakes > 0) {
    out.Add("mistakesMissed",
            MistakesAsJson(f.mistakes_missed, extras.mistakes));
    out.Add("mistakesWrong", MistakesAsJson(f.mistakes_wrong, extras.mistakes));
  }
  return out.Text() + "\n";
}

}  // namespace stance::client
