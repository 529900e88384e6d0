#include <CLI/CLI.hpp>
#include <filesystem>
#include <iostream>
#include <memory>
#include <string>

#include "client/articles/read_article.h"
#include "client/commands/commands.h"
#include "client/errors.h"
#include "client/exit_codes.h"
#include "client/explain/explanation.h"
#include "client/source_flags.h"
#include "client/terminal_flags.h"

namespace stance::client {
namespace {

struct ExplainFlags {
  SourceFlags source;
  TerminalFlags terminal;
  std::string text;
};

// One word that names a file rather than being a sentence.
bool LooksLikePath(const std::string& text) {
  if (text.find_first_of(" \t\n") != std::string::npos) return false;
  return text.find('/') != std::string::npos ||
         std::filesystem::path(text).extension().string().size() > 1;
}

int RunExplain(const ExplainFlags& flags) {
  v1::ClassifyArticleRequest request;
  std::error_code ignored;
  if (flags.text == "-" || std::filesystem::exists(flags.text, ignored) ||
      LooksLikePath(flags.text)) {
    auto article = ReadArticle(flags.text, {});
    if (!article.ok()) {
      PrintError(flags.text, article.status());
      return kExitUsage;
    }
    *request.mutable_article() = *std::move(article);
  } else {
    request.mutable_article()->set_text(flags.text);
  }
  *request.mutable_options() = ExplanationOptions();
  std::unique_ptr<Answerer> answerer;
  v1::ClassifyArticleResponse answer;
  google::rpc::Status status = flags.source.MakeAnswerer(&answerer);
  if (status.code() == 0) status = answerer->Answer(request, &answer);
  if (status.code() != 0) {
    PrintError("", OneLine(status));
    return ExitCode(status);
  }
  std::cout << Explain(request.article(), answer, flags.terminal.Output());
  return kExitOk;
}

}  // namespace

void AddExplainCommand(CLI::App* program, int* exit_code) {
  auto flags = std::make_shared<ExplainFlags>();
  CLI::App* command = program->add_subcommand(
      "explain", "How each stance in a sentence or an article came about");
  command->footer(
      "Examples:\n"
      "  stancectl explain --embedded 'Brazil urged Japan to stop whaling.'\n"
      "  stancectl explain --embedded article.txt\n"
      "Stances that answers leave out unless asked for (derived, only "
      "possible, "
      "counterfactual, superseded) are shown too, and cues to which a holder "
      "was missing.");
  command
      ->add_option("TEXT", flags->text,
                   "A sentence; or the path of an article; \"-\" is standard "
                   "input")
      ->required();
  flags->terminal.AddTo(command);
  flags->source.AddTo(command);
  command->callback([flags, exit_code] { *exit_code = RunExplain(*flags); });
}

}  // namespace stance::client
