#include "client/report/report.h"

#include <CLI/CLI.hpp>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/strip.h"
#include "client/articles/expand_paths.h"
#include "client/articles/read_article.h"
#include "client/batch/article_reader.h"
#include "client/batch/output_file.h"
#include "client/commands/commands.h"
#include "client/errors.h"
#include "client/exit_codes.h"
#include "client/option_flags.h"
#include "client/source_flags.h"

namespace stance::client {
namespace {

struct ReportFlags {
  SourceFlags source;
  OptionFlags options;
  std::vector<std::string> files;
  std::string output = "-";
  std::string title;
  std::string columns;
  ArticleFacts facts;
  bool steps = true;
};

// A file that holds many articles.
bool IsBatch(absl::string_view path) {
  absl::ConsumeSuffix(&path, ".gz");
  return absl::EndsWith(path, ".jsonl") || absl::EndsWith(path, ".csv") ||
         absl::EndsWith(path, ".tsv");
}

// Asks about articles and keeps what comes back.
class Collector {
 public:
  Collector(const ReportFlags& flags, Answerer* answerer)
      : options_(flags.options.Options()),
        filter_(flags.options.Filter()),
        answerer_(*answerer),
        report_(flags.title) {
    options_.set_offset_encoding(v1::OFFSET_ENCODING_UTF16);
    options_.set_explain(flags.steps);
  }

  // False: nobody answers, after several attempts. No more is to be asked.
  bool Add(const std::string& where, const v1::Article& article) {
    v1::ClassifyArticleRequest request;
    *request.mutable_article() = article;
    *request.mutable_options() = options_;
    v1::ClassifyArticleResponse answer;
    const google::rpc::Status status = answerer_.Answer(request, &answer);
    if (ExitCode(status) == kExitUnavailable) {
      PrintError(where, OneLine(status) + "; no page is written");
      nobody_answers_ = true;
      return false;
    }
    if (status.code() == 0) {
      filter_.Apply(&answer);
      report_.Add(article, answer);
    } else {
      Fail(where, OneLine(status), ExitCode(status));
    }
    return true;
  }

  void Fail(const std::string& where, std::string_view why, int exit_code) {
    PrintError(where, why);
    report_.AddFailed();
    if (first_failure_ == kExitOk) first_failure_ = exit_code;
  }

  const Report& report() const { return report_; }
  int first_failure() const { return first_failure_; }
  bool nobody_answers() const { return nobody_answers_; }

 private:
  v1::ClassifyOptions options_;
  const StanceFilter filter_;
  Answerer& answerer_;
  Report report_;
  int first_failure_ = kExitOk;
  bool nobody_answers_ = false;
};

absl::Status AddBatch(const std::string& path, const std::string& columns,
                      Collector* collector) {
  const auto reader = OpenArticles({.path = path, .columns = columns});
  if (!reader.ok()) return reader.status();
  Record record;
  while ((*reader)->Next(&record)) {
    v1::Article article;
    const google::rpc::Status status = (*reader)->Parse(record, &article);
    if (status.code() == 0) {
      if (!collector->Add((*reader)->Where(record), article)) {
        return absl::OkStatus();
      }
    } else {
      collector->Fail((*reader)->Where(record), OneLine(status),
                      ExitCode(status));
    }
  }
  if (!(*reader)->IsBroken()) return absl::OkStatus();
  return absl::DataLossError(absl::StrCat(path, ": cannot be read to its end"));
}

absl::Status AddFiles(const ReportFlags& flags, Collector* collector) {
  for (const std::string& file : flags.files) {
    if (IsBatch(file)) {
      absl::Status status = AddBatch(file, flags.columns, collector);
      if (!status.ok() || collector->nobody_answers()) return status;
      continue;
    }
    const auto paths = ExpandPaths({file});
    if (!paths.ok()) return paths.status();
    for (const std::string& path : *paths) {
      const std::string name = path == "-" ? "standard input" : path;
      const auto article = ReadArticle(path, flags.facts);
      if (article.ok()) {
        if (!collector->Add(name, *article)) return absl::OkStatus();
      } else {
        const absl::string_view why = article.status().message();
        collector->Fail(name, std::string_view(why.data(), why.size()),
                        kExitUsage);
      }
    }
  }
  return absl::OkStatus();
}

int RunReport(ReportFlags flags) {
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
  Collector collector(flags, answerer.get());
  const absl::Status read = AddFiles(flags, &collector);
  if (!read.ok()) {
    PrintError("", read);
    return kExitUsage;
  }
  if (collector.nobody_answers()) return kExitUnavailable;
  if (collector.report().articles() == 0) {
    if (collector.first_failure() == kExitOk) {
      PrintError("", "there are no articles");
    }
    return std::max(collector.first_failure(), kExitUsage);
  }
  OutputFile output;
  absl::Status written = output.Open(flags.output, 0);
  if (written.ok()) {
    written = output.Write(collector.report().Render(STANCE_VERSION));
  }
  if (written.ok()) written = output.Sync().status();
  if (!written.ok()) {
    PrintError(flags.output == "-" ? "standard output" : flags.output, written);
    return kExitUsage;
  }
  return collector.first_failure() == kExitOk ? kExitOk : kExitSomeFailed;
}

}  // namespace

void AddReportCommand(CLI::App* program, int* exit_code) {
  auto flags = std::make_shared<ReportFlags>();
  CLI::App* command = program->add_subcommand(
      "report", "One HTML page with articles and who stands where in them");
  command->footer(
      "Examples:\n"
      "  stancectl report --embedded --output report.html article.txt\n"
      "  stancectl report --embedded --output report.html folder/\n"
      "  stancectl report --server stance:50051 --issue 'carbon tax' \\\n"
      "      --output report.html articles.jsonl.gz\n"
      "The page needs no network and no other file. Exits with 3 where some "
      "articles failed.");
  command
      ->add_option("FILE", flags->files,
                   "As for classify: text, web pages, directories, patterns, "
                   "\"-\"; or as for batch: *.jsonl, *.csv, *.tsv; all also "
                   "gzipped")
      ->required();
  command
      ->add_option("--output", flags->output,
                   "The page; \"-\" is standard output")
      ->capture_default_str();
  command->add_option("--columns", flags->columns,
                      "Which column of CSV is which field, as in batch");
  command->add_option("--heading", flags->title,
                      "Heading of the page (default: the one article's title)");
  command
      ->add_option("--date", flags->facts.date,
                   "Day of publication of text files, YYYY-MM-DD")
      ->check([](const std::string& text) -> std::string {
        google::protobuf::Timestamp ignored;
        if (text.size() == 10 && ParseTime(text, &ignored)) return {};
        return "\"" + text + "\" is no day; write it as 2024-05-31";
      });
  command->add_flag("!--no-steps", flags->steps,
                    "Leave out how each stance came about: a page of half the "
                    "size");
  flags->options.AddTo(command);
  flags->source.AddTo(command);
  command->callback([flags, exit_code] { *exit_code = RunReport(*flags); });
}

}  // namespace stance::client
