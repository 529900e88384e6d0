#include <google/protobuf/util/time_util.h>
#include <unistd.h>

#include <CLI/CLI.hpp>
#include <iostream>
#include <memory>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "client/commands/commands.h"
#include "client/errors.h"
#include "client/exit_codes.h"
#include "client/input.h"
#include "client/json.h"
#include "client/option_flags.h"
#include "client/source_flags.h"
#include "client/table/columns.h"
#include "client/table/stance_table.h"

namespace stance::client {
namespace {

// More than any server takes: the answer says how much is allowed.
constexpr size_t kLargestFile = 64 << 20;

struct Flags {
  SourceFlags source;
  OptionFlags options;
  std::vector<std::string> files;
  std::string title;
  std::string date;
  std::string language;
  std::string format = "table";
};

// Empty where `text` is a day, YYYY-MM-DD.
std::string CheckDate(const std::string& text) {
  google::protobuf::Timestamp ignored;
  if (text.size() == 10 && google::protobuf::util::TimeUtil::FromString(
                               text + "T00:00:00Z", &ignored)) {
    return {};
  }
  return "\"" + text + "\" is no day; write it as 2024-05-31";
}

v1::ClassifyArticleRequest MakeRequest(const Flags& flags,
                                       const std::string& path,
                                       std::string text) {
  v1::ClassifyArticleRequest request;
  v1::Article* article = request.mutable_article();
  article->set_id(path);
  article->set_title(flags.title);
  article->set_text(std::move(text));
  article->set_language_code(flags.language);
  if (!flags.date.empty()) {
    google::protobuf::util::TimeUtil::FromString(
        flags.date + "T00:00:00Z", article->mutable_publish_time());
  }
  *request.mutable_options() = flags.options.Options();
  return request;
}

// Writes answers to standard output, one after another.
class Printer {
 public:
  Printer(std::string format, bool with_headings)
      : format_(std::move(format)),
        with_headings_(with_headings),
        terminal_(ExamineTerminal(STDOUT_FILENO)) {}

  void Print(const std::string& name,
             const v1::ClassifyArticleResponse& answer) {
    if (format_ != "table") {
      std::cout << ToJson(answer, format_ == "json");
      if (format_ == "jsonl") std::cout << "\n";
      return;
    }
    if (with_headings_) {
      if (printed_++ > 0) std::cout << "\n";
      std::cout << Draw({{absl::StrCat("== ", MakePrintable(name), " =="),
                          Look::kActor}},
                        {terminal_.colour})
                << "\n\n";
    }
    std::cout << FormatStanceTable(answer, terminal_);
  }

 private:
  const std::string format_;
  const bool with_headings_;
  const Terminal terminal_;
  int printed_ = 0;
};

// Reads, asks and prints one article; its exit code.
int ClassifyFile(const Flags& flags, const std::string& path,
                 Answerer* answerer, Printer* printer) {
  const std::string name = path == "-" ? "standard input" : path;
  absl::StatusOr<std::string> text = ReadText(path, kLargestFile);
  if (!text.ok()) {
    PrintError(name, text.status());
    return kExitUsage;
  }
  v1::ClassifyArticleResponse answer;
  const google::rpc::Status status =
      answerer->Answer(MakeRequest(flags, path, *std::move(text)), &answer);
  if (status.code() != 0) {
    PrintError(name, OneLine(status));
    return ExitCode(status);
  }
  printer->Print(name, answer);
  return kExitOk;
}

int Run(const Flags& flags) {
  std::unique_ptr<Answerer> answerer;
  const google::rpc::Status status = flags.source.MakeAnswerer(&answerer);
  if (status.code() != 0) {
    PrintError("", OneLine(status));
    return ExitCode(status);
  }
  Printer printer(flags.format, flags.files.size() > 1);
  int first_failure = kExitOk;
  bool any_answered = false;
  for (const std::string& path : flags.files) {
    const int code = ClassifyFile(flags, path, answerer.get(), &printer);
    if (code == kExitOk) any_answered = true;
    if (first_failure == kExitOk) first_failure = code;
  }
  return first_failure != kExitOk && any_answered ? kExitSomeFailed
                                                  : first_failure;
}

}  // namespace

void AddClassifyCommand(CLI::App* program, int* exit_code) {
  auto flags = std::make_shared<Flags>();
  CLI::App* command = program->add_subcommand(
      "classify",
      "Who supports and who opposes what, in one article or several");
  command->footer(
      "Examples:\n"
      "  stancectl classify --embedded article.txt\n"
      "  stancectl classify --server stance:50051 --date 2024-05-31 *.txt\n"
      "  curl … | stancectl classify --format=json -\n"
      "Exits with 3 where some of several articles failed.");
  command
      ->add_option("FILE", flags->files,
                   "Plain text, UTF-8; \"-\" is standard input")
      ->required();
  command->add_option("--title", flags->title, "Title of the one article");
  command
      ->add_option("--date", flags->date,
                   "Day of publication, YYYY-MM-DD: tells who held which "
                   "office")
      ->check(CheckDate);
  command->add_option("--language", flags->language,
                      "BCP 47; English where it is not given");
  command
      ->add_option("--format", flags->format,
                   "table; json (one object after another); jsonl (one a line)")
      ->check(CLI::IsMember({"table", "json", "jsonl"}))
      ->capture_default_str();
  flags->options.AddTo(command);
  flags->source.AddTo(command);
  command->callback([flags, exit_code] {
    if (!flags->title.empty() && flags->files.size() > 1) {
      throw CLI::ValidationError("--title", "is for one article, not several");
    }
    *exit_code = Run(*flags);
  });
}

}  // namespace stance::client
