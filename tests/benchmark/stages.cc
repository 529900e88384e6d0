#include "tests/benchmark/stages.h"

#include <cstdlib>
#include <iostream>

namespace stance {

void StageRunner::RunPart(Stage stage, std::string_view source) {
  const Lexicon& lexicon = classifier_.lexicon();
  Tokenize(source, lexicon.text_rules, &text_);
  produced_ += text_.tokens.size();
  if (stage == Stage::kTokenise) return;
  LookUpWords(lexicon, &text_);
  MatchPhrases(lexicon, text_, &matches_);
  produced_ += matches_.size();
}

void StageRunner::Run(Stage stage,
                      const std::vector<BenchmarkArticle>& articles) {
  for (const BenchmarkArticle& article : articles) {
    if (stage != Stage::kEngine) {
      RunPart(stage, article.text);
      if (!article.title.empty()) RunPart(stage, article.title);
      continue;
    }
    const auto analysis = classifier_.Classify(
        {.title = article.title, .text = article.text}, {}, &scratch_);
    if (!analysis.ok()) {
      std::cerr << "engine_benchmark: " << analysis.status() << "\n";
      std::exit(1);
    }
    for (const ActorStances& actor : analysis->actors) {
      produced_ += actor.stances.size();
    }
  }
}

[[gnu::noinline]] void MeasuredPass(
    StageRunner& runner, Stage stage,
    const std::vector<BenchmarkArticle>& articles) {
  runner.Run(stage, articles);
}

}  // namespace stance
