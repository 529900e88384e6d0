#include <CLI/CLI.hpp>
#include <iostream>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "absl/time/time.h"
#include "client/commands/lexicon_commands.h"
#include "client/embedded_answerer.h"
#include "client/errors.h"
#include "client/exit_codes.h"
#include "client/json.h"
#include "client/lexicon/corpus.h"
#include "client/lexicon/open_lexicon.h"
#include "client/lexicon/suggestions.h"
#include "client/number_checks.h"

namespace stance::client {
namespace {

struct LexiconSuggestFlags {
  std::vector<std::string> directories;
  BatchInput corpus;
  std::string format = "text";
  SuggestOptions options;
};

int RunLexiconSuggest(const LexiconSuggestFlags& flags) {
  const auto opened = OpenLexicon(ChooseLexicon(flags.directories));
  if (!opened.ok()) {
    PrintError("", opened.status());
    return kExitUsage;
  }
  const auto answerer = MakeEmbeddedAnswerer(opened->lexicon, kArticleTimeout);
  SuggestionBuilder builder(opened->lexicon);
  v1::ClassifyArticleRequest request;
  v1::ClassifyArticleResponse answer;
  const auto failed = ForEachArticle(
      flags.corpus, [&](const std::string&, v1::Article article) {
        *request.mutable_article() = std::move(article);
        answer.Clear();
        google::rpc::Status status = answerer->Answer(request, &answer);
        if (status.code() == 0) builder.Add(request.article(), answer);
        return status;
      });
  if (!failed.ok()) {
    PrintError("", failed.status());
    return kExitUsage;
  }
  const authoring::v1::Suggestions suggestions =
      builder.Finish(flags.options, *failed);
  std::cout << (flags.format == "json" ? ToJson(suggestions, /*indented=*/true)
                                       : SuggestionsAsText(suggestions));
  return *failed > 0 ? kExitUsage : kExitOk;
}

}  // namespace

void AddLexiconSuggestCommand(CLI::App* lexicon, int* exit_code) {
  auto flags = std::make_shared<LexiconSuggestFlags>();
  CLI::App* command = lexicon->add_subcommand(
      "suggest", "What a corpus speaks of and the lexicon does not know");
  command->footer(
      "Example:\n"
      "  stancectl lexicon suggest --corpus articles.jsonl > new.txtpb\n"
      "Unknown names that hold stances, unknown phrases that stances are "
      "about, "
      "and unknown verbs between known actors, most frequent first, as entries "
      "to be edited.");
  AddCorpusFlag(command, &flags->corpus);
  command
      ->add_option("--lexicon", flags->directories,
                   "A directory of *.txtpb files; several are layers "
                   "(default: $STANCE_LEXICON, or the one that came with "
                   "stancectl)")
      ->allow_extra_args(false);
  command
      ->add_option("--top", flags->options.top, "Show at most so many of each")
      ->check(CheckCount)
      ->capture_default_str();
  command
      ->add_option("--min-count", flags->options.min_count,
                   "Leave out what is found in fewer places")
      ->check(CheckPositiveCount)
      ->capture_default_str();
  command
      ->add_option("--sentences", flags->options.sentences,
                   "Show at most so many sentences of each")
      ->check(CLI::Range(0, 10))
      ->capture_default_str();
  command
      ->add_option(
          "--format", flags->format,
          "text: a lexicon file; json: stance.authoring.v1.Suggestions")
      ->check(CLI::IsMember({"text", "json"}))
      ->capture_default_str();
  command->callback(
      [flags, exit_code] { *exit_code = RunLexiconSuggest(*flags); });
}

}  // namespace stance::client
