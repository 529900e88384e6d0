#include <CLI/CLI.hpp>
#include <fstream>
#include <iostream>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "absl/strings/str_join.h"
#include "client/commands/commands.h"
#include "client/errors.h"
#include "client/eval/gold_files.h"
#include "client/eval/report.h"
#include "client/eval/scoring.h"
#include "client/exit_codes.h"
#include "client/number_checks.h"
#include "client/source_flags.h"

namespace stance::client {
namespace {

using eval::v1::GoldArticle;

struct EvalFlags {
  SourceFlags source;
  std::vector<std::string> gold;
  std::string answers;
  std::string against;
  float min_confidence = 0;
  std::string judged;
  size_t errors = 0;
  bool json = false;
  bool intervals = false;
};

// What answers a gold article: who the flags name, or a file of answers.
class AnswerSource {
 public:
  // Exit codes; they say on standard error what is wrong.
  int OpenFile(const std::string& path) {
    auto answers = ReadAnswers(path);
    if (!answers.ok()) {
      PrintError("", answers.status());
      return kExitUsage;
    }
    from_file_ = *std::move(answers);
    return kExitOk;
  }
  int Open(const EvalFlags& flags) {
    explain_ = !flags.judged.empty();
    if (!flags.answers.empty()) return OpenFile(flags.answers);
    google::rpc::Status status = flags.source.MakeAnswerer(&answerer_);
    v1::GetLexiconResponse ignored;
    if (status.code() == 0) status = answerer_->Lexicon(&ignored);
    if (status.code() != 0) PrintError("", OneLine(status));
    return ExitCode(status);
  }

  // False where there is no answer.
  bool Answer(const GoldArticle& article,
              v1::ClassifyArticleResponse* answer) const {
    if (answerer_ == nullptr) {
      const auto at = from_file_.find(article.id());
      if (at == from_file_.end()) return false;
      *answer = at->second;
      return true;
    }
    v1::ClassifyArticleRequest request;
    request.mutable_article()->set_id(article.id());
    request.mutable_article()->set_title(article.title());
    request.mutable_article()->set_text(article.text());
    request.mutable_options()->set_explain(explain_);
    const google::rpc::Status status = answerer_->Answer(request, answer);
    if (status.code() == 0) return true;
    PrintError(article.id(), OneLine(status));
    return false;
  }

 private:
  std::unique_ptr<Answerer> answerer_;
  std::map<std::string, v1::ClassifyArticleResponse> from_file_;
  bool explain_ = false;
};

int RunEval(const EvalFlags& flags) {
  const auto files = FindGoldFiles(flags.gold);
  if (!files.ok()) {
    PrintError("", files.status());
    return kExitUsage;
  }
  AnswerSource source;
  if (const int code = source.Open(flags); code != kExitOk) return code;
  AnswerSource other;
  if (!flags.against.empty()) {
    if (const int code = other.OpenFile(flags.against); code != kExitOk) {
      return code;
    }
  }
  Figures figures;
  Figures against;
  bool any_gold = false;
  for (const std::string& path : *files) {
    const auto gold = ReadGold(path);
    if (!gold.ok()) {
      PrintError("", gold.status());
      return kExitUsage;
    }
    for (const GoldArticle& article : *gold) {
      any_gold = any_gold || !article.stances().empty() ||
                 !article.distractors().empty();
      v1::ClassifyArticleResponse answer;
      const bool answered = source.Answer(article, &answer);
      ScoreArticle(article, answered ? &answer : nullptr, flags.min_confidence,
                   &figures);
      if (flags.against.empty()) continue;
      answer.Clear();
      const bool also = other.Answer(article, &answer);
      ScoreArticle(article, also ? &answer : nullptr, flags.min_confidence,
                   &against);
    }
  }
  if (!any_gold) {
    PrintError(absl::StrJoin(flags.gold, ", "),
               "no article is annotated; --gold takes those of "
               "proto/stance/eval/v1/gold.proto");
    return kExitUsage;
  }
  if (!flags.judged.empty()) {
    std::ofstream judged(flags.judged);
    judged << JudgedAsJsonLines(figures) << std::flush;
    if (!judged) {
      PrintError(flags.judged, "cannot be written");
      return kExitUsage;
    }
  }
  const EvalExtras extras = {
      .mistakes = flags.errors,
      .intervals = flags.intervals,
      .against = flags.against.empty() ? nullptr : &against};
  std::cout << (flags.json ? FiguresAsJson(figures, extras)
                           : FormatFigures(figures, extras));
  return figures.unanswered > 0 ? kExitSomeFailed : kExitOk;
}

}  // namespace

void AddEvalCommand(CLI::App* program, int* exit_code) {
  auto flags = std::make_shared<EvalFlags>();
  CLI::App* command = program->add_subcommand(
      "eval", "Precision, recall and F1 against annotated articles");
  command->footer(
      "Examples:\n"
      "  stancectl eval --embedded --gold tests/corpus\n"
      "  stancectl eval --gold gold.jsonl --answers new.jsonl --against "
      "old.jsonl\n"
      "Exits with 3 where articles were not answered.");
  command
      ->add_option("--gold", flags->gold,
                   "JSON Lines of annotated articles "
                   "(proto/stance/eval/v1/gold.proto), or a directory of them; "
                   "may be given several times")
      ->required();
  flags->source.AddTo(command);
  command
      ->add_option("--answers", flags->answers,
                   "Score these answers, as `stancectl batch` writes them, "
                   "instead of asking for any")
      ->excludes("--server")
      ->excludes("--embedded");
  command
      ->add_option("--min-confidence", flags->min_confidence,
                   "Pass over answers below it, 0 to 1")
      ->check(CheckConfidence);
  command
      ->add_option("--errors", flags->errors,
                   "First print up to N missed and N wrong stances")
      ->check(CheckCount);
  command->add_option("--judged", flags->judged,
                      "Also write the answers that count to this file, one "
                      "JSON object a line: right or wrong, and on what grounds "
                      "they have their confidence");
  command->add_flag("--json", flags->json,
                    "All of it as one JSON object on one line");
  command->add_flag("--intervals", flags->intervals,
                    "Also 95 % intervals of precision, recall and F1: the "
                    "bootstrap over articles");
  command->add_option("--against", flags->against,
                      "Also compare F1 with that of these answers, of another "
                      "lexicon or server, by a paired test");
  command->callback([flags, exit_code] { *exit_code = RunEval(*flags); });
}

}  // namespace stance::client
