// The engine cut off after a stage, to tell what each stage costs.

#ifndef STANCE_TESTS_BENCHMARK_STAGES_H_
#define STANCE_TESTS_BENCHMARK_STAGES_H_

#include <cstddef>
#include <cstdint>
#include <vector>

#include "service/engine/classifier.h"
#include "service/engine/match.h"
#include "service/engine/text/text.h"
#include "tests/benchmark/articles.h"

namespace stance {

enum class Stage : uint8_t {
  kTokenise,  // Tokenize alone
  kMatch,     // Tokenize, look words up, find the lexicon's phrases
  kEngine,    // Classifier::Classify, whole
};

inline constexpr Stage kStages[] = {Stage::kTokenise, Stage::kMatch,
                                    Stage::kEngine};

// Runs stages over articles, with scratch that is used again from one article
// to the next as a server's is. One thread at a time.
class StageRunner {
 public:
  // `classifier` must outlive it.
  explicit StageRunner(const Classifier& classifier)
      : classifier_(classifier) {}

  void Run(Stage stage, const std::vector<BenchmarkArticle>& articles);

  // Something that every article run has added to, so that no work can be
  // optimised away: tokens, matches, stances.
  size_t produced() const { return produced_; }

 private:
  void RunPart(Stage stage, std::string_view source);

  const Classifier& classifier_;
  Classifier::Scratch scratch_;
  Text text_;
  std::vector<Match> matches_;
  size_t produced_ = 0;
};

// What callgrind counts: one pass, never inlined. Its name is known to
// bench.py.
void MeasuredPass(StageRunner& runner, Stage stage,
                  const std::vector<BenchmarkArticle>& articles);

}  // namespace stance

#endif  // STANCE_TESTS_BENCHMARK_STAGES_H_
