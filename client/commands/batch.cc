#include "client/batch/batch.h"

#include <CLI/CLI.hpp>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <memory>
#include <string>
#include <thread>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "client/commands/commands.h"
#include "client/errors.h"
#include "client/exit_codes.h"
#include "client/input.h"
#include "client/json.h"
#include "client/option_flags.h"
#include "client/source_flags.h"

namespace stance::client {
namespace {

struct Flags {
  SourceFlags source;
  OptionFlags options;
  std::string input;
  std::string output;
  std::string errors;
  size_t parallel = 0;
};

// A file that is written over, or standard output for "-".
class Output {
 public:
  bool Open(const std::string& path) {
    if (path == "-") {
      stream_ = &std::cout;
      return true;
    }
    file_.open(path, std::ios::binary | std::ios::trunc);
    stream_ = &file_;
    return file_.is_open();
  }
  bool is_open() const { return stream_ != nullptr; }
  bool Write(const std::string& line) {
    *stream_ << line << '\n';
    return stream_->good();
  }
  bool Close() {
    if (stream_ != nullptr) stream_->flush();
    return stream_ == nullptr || stream_->good();
  }

 private:
  std::ofstream file_;
  std::ostream* stream_ = nullptr;
};

// {"line":17,"articleId":"a","code":"INVALID_ARGUMENT","message":"…"}
std::string ErrorAsJson(const BatchResult& result) {
  std::string out = absl::StrCat("{\"line\":", result.line);
  if (!result.article_id.empty()) {
    absl::StrAppend(&out, ",\"articleId\":", JsonString(result.article_id));
  }
  absl::StrAppend(&out, ",\"code\":", JsonString(CodeName(result.error.code())),
                  ",\"message\":", JsonString(OneLine(result.error)), "}");
  return out;
}

bool SameFile(const std::string& a, const std::string& b) {
  std::error_code error;
  return std::filesystem::equivalent(a, b, error);
}

// What makes no sense together; empty where all is well.
std::string CheckFiles(const Flags& flags) {
  for (const std::string& written : {flags.output, flags.errors}) {
    if (!written.empty() && written != "-" && SameFile(flags.input, written)) {
      return absl::StrCat(written, " would be written over while it is read");
    }
  }
  if (!flags.errors.empty() &&
      (flags.output == flags.errors || SameFile(flags.output, flags.errors))) {
    return "answers and errors cannot go to the same file";
  }
  return {};
}

size_t Parallel(const Flags& flags) {
  if (flags.parallel > 0) return flags.parallel;
  return std::max<size_t>(std::thread::hardware_concurrency(), 1);
}

// Answers to `answers`, failures to `errors` or standard error. Counts them.
class Reporter {
 public:
  Reporter(const std::string& input, Output* answers, Output* errors)
      : name_(input == "-" ? "standard input" : input),
        answers_(answers),
        errors_(errors) {}

  bool operator()(const BatchResult& result) {
    if (result.error.code() == 0) return answers_->Write(result.answer);
    ++failed_;
    if (errors_->is_open()) return errors_->Write(ErrorAsJson(result));
    std::string where = absl::StrCat(name_, ":", result.line);
    if (!result.article_id.empty()) {
      absl::StrAppend(&where, ": ", result.article_id);
    }
    PrintError(where, OneLine(result.error));
    return true;
  }

  uint64_t failed() const { return failed_; }

 private:
  const std::string name_;
  Output* const answers_;
  Output* const errors_;
  uint64_t failed_ = 0;
};

int Answer(const Flags& flags, std::istream* input, Output* answers,
           Output* errors, Answerer* answerer) {
  Reporter reporter(flags.input, answers, errors);
  const BatchSummary summary =
      RunBatch(input, {flags.options.Options(), Parallel(flags)}, answerer,
               std::ref(reporter));
  if (!summary.unknown_fields.empty()) {
    PrintError("", absl::StrCat("fields that articles do not have were passed "
                                "over: ",
                                absl::StrJoin(summary.unknown_fields, ", ")));
  }
  if (summary.output_broken || !answers->Close() || !errors->Close()) {
    PrintError("", "the output cannot be written; is the disk full?");
    return kExitUsage;
  }
  if (input->bad()) {
    PrintError(flags.input, "cannot be read to its end");
    return kExitUsage;
  }
  if (reporter.failed() == 0) return kExitOk;
  PrintError("", absl::StrCat(reporter.failed(), " of ", summary.articles,
                              " articles failed"));
  return kExitSomeFailed;
}

int Run(const Flags& flags) {
  const auto input = OpenInput(flags.input);
  if (!input.ok()) {
    PrintError(flags.input, input.status());
    return kExitUsage;
  }
  // Before any file is written over: is there anyone to answer?
  std::unique_ptr<Answerer> answerer;
  v1::LexiconVersion ignored;
  google::rpc::Status status = flags.source.MakeAnswerer(&answerer);
  if (status.code() == 0) status = answerer->Lexicon(&ignored);
  if (status.code() != 0) {
    PrintError("", OneLine(status));
    return ExitCode(status);
  }
  Output answers;
  Output errors;
  if (!answers.Open(flags.output)) {
    PrintError(flags.output, "cannot be written");
    return kExitUsage;
  }
  if (!flags.errors.empty() && !errors.Open(flags.errors)) {
    PrintError(flags.errors, "cannot be written");
    return kExitUsage;
  }
  return Answer(flags, input->get(), &answers, &errors, answerer.get());
}

}  // namespace

void AddBatchCommand(CLI::App* program, int* exit_code) {
  auto flags = std::make_shared<Flags>();
  CLI::App* command = program->add_subcommand(
      "batch", "Answer a file of articles, one JSON object a line");
  command->footer(
      "Example:\n"
      "  stancectl batch --embedded --input articles.jsonl --output "
      "answers.jsonl\n"
      "Exits with 3 where some articles failed; the others are answered.");
  command
      ->add_option("--input", flags->input,
                   "JSON Lines of stance.v1.Article: id, title, text, "
                   "publishTime, …; \"-\" is standard input")
      ->required();
  command
      ->add_option("--output", flags->output,
                   "JSON Lines of stance.v1.ClassifyArticleResponse, in the "
                   "order of the input; \"-\" is standard output")
      ->required();
  command->add_option("--errors", flags->errors,
                      "JSON Lines of the articles that failed: line, "
                      "articleId, code, message (default: standard error)");
  command
      ->add_option("--parallel", flags->parallel,
                   "Articles at once (default: one for each core)")
      ->check(CLI::Range(1, 1024));
  flags->options.AddTo(command);
  flags->source.AddTo(command);
  command->callback([flags, exit_code] {
    const std::string wrong = CheckFiles(*flags);
    if (!wrong.empty()) throw CLI::ValidationError("batch", wrong);
    *exit_code = Run(*flags);
  });
}

}  // namespace stance::client
