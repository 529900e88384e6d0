#include <CLI/CLI.hpp>
#include <iostream>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "client/articles/expand_paths.h"
#include "client/articles/read_article.h"
#include "client/commands/commands.h"
#include "client/errors.h"
#include "client/exit_codes.h"
#include "client/option_flags.h"
#include "client/output/answer_printer.h"
#include "client/source_flags.h"
#include "client/terminal_flags.h"

namespace stance::client {
namespace {

struct ClassifyFlags {
  SourceFlags source;
  OptionFlags options;
  TerminalFlags terminal;
  std::vector<std::string> files;
  ArticleFacts facts;
  std::string form = "auto";
  std::string format = "table";
  bool summary_only = false;
  std::optional<size_t> top;
};

constexpr size_t kMostShown = 10;

// Empty where `text` is a day, YYYY-MM-DD.
std::string CheckDate(const std::string& text) {
  google::protobuf::Timestamp ignored;
  if (text.size() == 10 && ParseTime(text, &ignored)) return {};
  return "\"" + text + "\" is no day; write it as 2024-05-31";
}

ArticleForm ParseForm(const std::string& name) {
  if (name == "text") return ArticleForm::kText;
  return name == "html" ? ArticleForm::kHtml : ArticleForm::kAuto;
}

// Reads, asks and prints one article, behind which `left` more come; its exit
// code.
int ClassifyFile(const ClassifyFlags& flags, const std::string& path,
                 size_t left, Answerer* answerer, AnswerPrinter* printer) {
  const std::string name = path == "-" ? "standard input" : path;
  absl::StatusOr<v1::Article> article = ReadArticle(path, flags.facts);
  if (!article.ok()) {
    PrintError(name, article.status());
    return kExitUsage;
  }
  v1::ClassifyArticleRequest request;
  *request.mutable_article() = *std::move(article);
  *request.mutable_options() = flags.options.Options();
  v1::ClassifyArticleResponse answer;
  const google::rpc::Status status = answerer->Answer(request, &answer);
  if (status.code() != 0) {
    const int code = ExitCode(status);
    PrintError(
        name, absl::StrCat(OneLine(status),
                           code == kExitUnavailable && left > 0
                               ? absl::StrCat("; ", left, " more were not sent")
                               : ""));
    return code;
  }
  flags.options.Filter().Apply(&answer);
  printer->Print(name, answer);
  return kExitOk;
}

int RunClassify(ClassifyFlags flags, const std::vector<std::string>& paths) {
  std::unique_ptr<Answerer> answerer;
  const google::rpc::Status status = flags.source.MakeAnswerer(&answerer);
  if (status.code() != 0) {
    PrintError("", OneLine(status));
    return ExitCode(status);
  }
  if (const int code = flags.options.FindNames(answerer.get());
      code != kExitOk) {
    return code;
  }
  AnswerPrinter printer(
      &std::cout,
      {.format = ParseFormat(flags.format),
       .several = paths.size() > 1 || flags.summary_only,
       .summary_only = flags.summary_only,
       .top = flags.top.value_or(flags.options.Narrow() ? 0 : kMostShown),
       .terminal = flags.terminal.Output()});
  int first_failure = kExitOk;
  bool any_answered = false;
  for (size_t i = 0; i < paths.size(); ++i) {
    const size_t left = paths.size() - i - 1;
    const int code =
        ClassifyFile(flags, paths[i], left, answerer.get(), &printer);
    if (code == kExitOk) {
      any_answered = true;
      continue;
    }
    printer.NoteFailure();
    if (first_failure == kExitOk) first_failure = code;
    // Nobody answers, and it has been tried several times.
    if (code == kExitUnavailable) {
      for (size_t j = 0; j < left; ++j) printer.NoteFailure();
      break;
    }
  }
  if (any_answered) printer.Finish();
  return first_failure != kExitOk && any_answered ? kExitSomeFailed
                                                  : first_failure;
}

void AddArticleFlags(CLI::App* command, ClassifyFlags* flags) {
  constexpr const char* kGroup = "The article";
  command->add_option("--title", flags->facts.title, "Title of the one article")
      ->group(kGroup);
  command
      ->add_option("--date", flags->facts.date,
                   "Day of publication, YYYY-MM-DD: tells who held which "
                   "office (default: what a web page says)")
      ->check(CheckDate)
      ->group(kGroup);
  command
      ->add_option("--language", flags->facts.language,
                   "BCP 47 (default: what a web page says, else English)")
      ->group(kGroup);
  command
      ->add_option(
          "--input-format", flags->form,
          "text; html: the main text of a web page, its title, date "
          "and language; auto: html where it begins or is named as one")
      ->check(CLI::IsMember({"auto", "text", "html"}))
      ->capture_default_str()
      ->group(kGroup);
}

}  // namespace

void AddClassifyCommand(CLI::App* program, int* exit_code) {
  auto flags = std::make_shared<ClassifyFlags>();
  CLI::App* command = program->add_subcommand(
      "classify",
      "Who supports and who opposes what, in one article or several");
  command->footer(
      "Examples:\n"
      "  stancectl classify --embedded article.txt\n"
      "  stancectl classify --server stance:50051 --date 2024-05-31 *.txt\n"
      "  stancectl classify --embedded --polarity opposes --issue 'carbon "
      "tax' folder/\n"
      "  curl -s https://… | stancectl classify --embedded --format=json -\n"
      "Of several articles those with stances are shown, and a summary.\n"
      "Exits with 3 where some of several articles failed.");
  command
      ->add_option("FILE", flags->files,
                   "Plain text or a web page, also gzipped; a directory: its "
                   "*.txt and *.html, and those below it; a pattern (*, ?, "
                   "[…]); \"-\" is standard input")
      ->required();
  AddArticleFlags(command, flags.get());
  command
      ->add_option("--format", flags->format,
                   "table; json (one object after another); jsonl (one a "
                   "line); csv (one line a stance); markdown")
      ->check(CLI::IsMember({"table", "json", "jsonl", "csv", "markdown"}))
      ->capture_default_str();
  command->add_flag("--summary-only", flags->summary_only,
                    "Of several articles only the summary, as a table or in "
                    "Markdown");
  command->add_option("--top", flags->top,
                      "Actors and targets in the summary, 0 for all (default: "
                      "10; all with --actor, --issue, --target or --polarity)");
  flags->options.AddTo(command);
  flags->terminal.AddTo(command);
  flags->source.AddTo(command);
  command->callback([flags, exit_code] {
    const auto paths = ExpandPaths(flags->files);
    if (!paths.ok()) {
      PrintError("", paths.status());
      *exit_code = kExitUsage;
      return;
    }
    if (!flags->facts.title.empty() && paths->size() > 1) {
      throw CLI::ValidationError("--title", "is for one article, not several");
    }
    if (flags->summary_only && flags->format != "table" &&
        flags->format != "markdown") {
      throw CLI::ValidationError(
          "--summary-only", "goes with --format=table or --format=markdown");
    }
    flags->facts.form = ParseForm(flags->form);
    *exit_code = RunClassify(*flags, *paths);
  });
}

}  // namespace stance::client
