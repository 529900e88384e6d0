#include <CLI/CLI.hpp>
#include <iostream>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/time/time.h"
#include "client/commands/lexicon_commands.h"
#include "client/embedded_answerer.h"
#include "client/errors.h"
#include "client/exit_codes.h"
#include "client/json.h"
#include "client/lexicon/corpus.h"
#include "client/lexicon/diff_report.h"

namespace stance::client {
namespace {

struct LexiconDiffFlags {
  std::vector<std::string> base;
  std::string old_directory;
  std::string new_directory;
  BatchInput corpus;
  std::string format = "text";
};

// Null where it does not load; says so.
std::unique_ptr<Answerer> Open(std::vector<std::string> layers,
                               const std::string& directory,
                               v1::LexiconVersion* version) {
  layers.push_back(directory);
  std::unique_ptr<Answerer> answerer;
  google::rpc::Status status =
      MakeEmbeddedAnswerer(layers, kArticleTimeout, &answerer);
  v1::GetLexiconResponse lexicon;
  if (status.code() == 0) status = answerer->Lexicon(&lexicon);
  if (status.code() == 0) {
    *version = lexicon.lexicon();
    return answerer;
  }
  PrintError(directory, OneLine(status));
  return nullptr;
}

int RunLexiconDiff(const LexiconDiffFlags& flags) {
  v1::LexiconVersion old_version, new_version;
  const auto old_lexicon = Open(flags.base, flags.old_directory, &old_version);
  const auto new_lexicon = Open(flags.base, flags.new_directory, &new_version);
  if (old_lexicon == nullptr || new_lexicon == nullptr) return kExitUsage;

  DiffBuilder builder(old_version, new_version);
  v1::ClassifyArticleRequest request;
  v1::ClassifyArticleResponse old_answer, new_answer;
  const auto failed = ForEachArticle(
      flags.corpus,
      [&](const std::string& where,
          v1::Article article) -> google::rpc::Status {
        *request.mutable_article() = std::move(article);
        old_answer.Clear();
        new_answer.Clear();
        google::rpc::Status status = old_lexicon->Answer(request, &old_answer);
        if (status.code() == 0) {
          status = new_lexicon->Answer(request, &new_answer);
        }
        if (status.code() == 0) {
          builder.Add(where, request.article().id(), old_answer, new_answer);
        }
        return status;
      });
  if (!failed.ok()) {
    PrintError("", failed.status());
    return kExitUsage;
  }
  const authoring::v1::LexiconDiff diff = builder.Finish(*failed);
  std::cout << (flags.format == "json" ? ToJson(diff, /*indented=*/true)
                                       : DiffAsText(diff));
  if (*failed > 0) return kExitUsage;
  return diff.changes().empty() ? kExitOk : kExitFound;
}

}  // namespace

void AddLexiconDiffCommand(CLI::App* lexicon, int* exit_code) {
  auto flags = std::make_shared<LexiconDiffFlags>();
  CLI::App* command = lexicon->add_subcommand(
      "diff", "Which stances of a corpus a change of the lexicon changes");
  command->footer(
      "Example:\n"
      "  stancectl lexicon diff old new --corpus articles.jsonl\n"
      "A stance is gained, lost, flipped (another polarity), or has moved to "
      "another actor or target: found by the same cue, or given an id. Exits "
      "with 0 no change, 1 some, 2 arguments or files, or an article that "
      "could not be answered.");
  command->add_option("OLD", flags->old_directory, "The lexicon in use")
      ->required()
      ->check(CLI::ExistingDirectory);
  command->add_option("NEW", flags->new_directory, "The lexicon to be used")
      ->required()
      ->check(CLI::ExistingDirectory);
  AddCorpusFlag(command, &flags->corpus);
  command
      ->add_option("--base", flags->base,
                   "A lexicon under both, where OLD and NEW are layers over "
                   "one; several by repeating the flag")
      ->allow_extra_args(false)
      ->check(CLI::ExistingDirectory);
  command
      ->add_option("--format", flags->format,
                   "text, or json: stance.authoring.v1.LexiconDiff")
      ->check(CLI::IsMember({"text", "json"}))
      ->capture_default_str();
  command->callback(
      [flags, exit_code] { *exit_code = RunLexiconDiff(*flags); });
}

}  // namespace stance::client
