#include <CLI/CLI.hpp>
#include <algorithm>
#include <chrono>
#include <cmath>
#include <iostream>
#include <memory>
#include <string>

#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "absl/time/time.h"
#include "client/batch/article_reader.h"
#include "client/commands/commands.h"
#include "client/errors.h"
#include "client/exit_codes.h"
#include "client/json.h"
#include "client/load/format.h"
#include "client/load/runner.h"
#include "client/load/target.h"
#include "client/number_checks.h"
#include "client/option_flags.h"
#include "client/server_answerer.h"
#include "client/source_flags.h"

namespace stance::client {
namespace {

// Of the corpus: more only fills memory.
constexpr size_t kMostArticles = 10'000;
constexpr size_t kMostBytes = 256 << 20;

struct LoadFlags {
  SourceFlags source;
  OptionFlags options;
  BatchInput input;
  size_t concurrency = 16;
  size_t connections = 1;
  double rate = 0;
  std::string duration;
  uint64_t count = 0;
  std::string warm_up = "1s";
  bool streaming = false;
  std::string format = "text";
  bool yes = false;
};

// Empty where it is a time from `least` to a day.
std::string CheckTime(const std::string& text, absl::Duration least) {
  absl::Duration time;
  if (absl::ParseDuration(text, &time) && time >= least &&
      time <= absl::Hours(24)) {
    return {};
  }
  return absl::StrCat("\"", text, "\" is no length of time from ",
                      absl::FormatDuration(least),
                      " to 24h; write 10s, 500ms "
                      "or 2m");
}

std::string CheckRate(const std::string& text) {
  double rate = 0;
  if (absl::SimpleAtod(text, &rate) && rate >= 0.001 && rate <= 1e6) return {};
  return absl::StrCat("\"", text, "\" is no rate from 0.001 to 1000000");
}

std::chrono::nanoseconds ToTime(const std::string& text) {
  absl::Duration time;
  absl::ParseDuration(text, &time);
  return absl::ToChronoNanoseconds(time);
}

absl::Status ReadArticles(const BatchInput& input,
                          std::vector<v1::Article>* articles) {
  auto reader = OpenArticles(input);
  if (!reader.ok()) return reader.status();
  size_t bytes = 0;
  Record record;
  while (articles->size() < kMostArticles && bytes < kMostBytes &&
         (*reader)->Next(&record)) {
    v1::Article article;
    const google::rpc::Status status = (*reader)->Parse(record, &article);
    if (status.code() != 0) {
      return absl::InvalidArgumentError(
          absl::StrCat((*reader)->Where(record), ": ", OneLine(status)));
    }
    bytes += article.ByteSizeLong();
    articles->push_back(std::move(article));
  }
  if ((*reader)->IsBroken()) {
    return absl::InvalidArgumentError("the input breaks off");
  }
  if (articles->empty()) {
    return absl::InvalidArgumentError("there is no article in the input");
  }
  return absl::OkStatus();
}

// The code of the run: that of the only kind of failure where nothing was
// answered.
int ExitCodeOf(const load::v1::LoadReport& report) {
  const bool all = report.articles() > 0 && report.not_sent() == 0 &&
                   report.answered() == report.articles();
  if (all) return kExitOk;
  if (report.answered() > 0 || report.statuses().empty()) {
    return kExitSomeFailed;
  }
  for (int code = 1; code <= 16; ++code) {
    if (CodeName(code) == report.statuses(0).code()) {
      return kExitCallFailed + code;
    }
  }
  return kExitSomeFailed;
}

int RunLoad(const LoadFlags& flags) {
  LoadPlan plan;
  plan.connection = flags.source.ServerConnection();
  const std::string address = FindPublicAddress(plan.connection.server);
  if (!address.empty() && !flags.yes) {
    PrintError("", absl::StrCat(
                       plan.connection.server, " is at ", address,
                       ", which is neither this machine nor a private network; "
                       "say --yes where that server is yours to load"));
    return kExitUsage;
  }
  if (const absl::Status status = ReadArticles(flags.input, &plan.articles);
      !status.ok()) {
    PrintError("", status);
    return kExitUsage;
  }
  plan.connections = std::min(flags.connections, flags.concurrency);
  plan.concurrency = flags.concurrency;
  plan.streaming = flags.streaming;
  OptionFlags options = flags.options;
  const auto server = MakeServerAnswerer(plan.connection);
  if (const int code = options.FindNames(server.get()); code != kExitOk) {
    return code;
  }
  plan.options = options.Options();
  plan.pace.rate = flags.rate;
  plan.pace.count = flags.count;
  plan.pace.warm_up = ToTime(flags.warm_up);
  if (!flags.duration.empty()) {
    plan.pace.duration = ToTime(flags.duration);
  } else if (flags.count == 0) {
    plan.pace.duration = std::chrono::seconds(10);
  }
  load::v1::LoadReport report;
  const google::rpc::Status status = RunLoad(plan, &report);
  if (status.code() != 0) {
    PrintError("", OneLine(status));
    return ExitCode(status);
  }
  std::cout << (flags.format == "json" ? ToJson(report, /*indented=*/true)
                                       : FormatLoadReport(report));
  return ExitCodeOf(report);
}

void AddLoadFlags(CLI::App* command, LoadFlags* flags) {
  constexpr const char* kGroup = "The load";
  command
      ->add_option("--concurrency", flags->concurrency,
                   "Calls, or streams, under way at once")
      ->check(CLI::Range(1, 4096))
      ->capture_default_str()
      ->group(kGroup);
  command
      ->add_option("--connections", flags->connections,
                   "Connections that they share")
      ->check(CLI::Range(1, 4096))
      ->capture_default_str()
      ->group(kGroup);
  command
      ->add_option("--rate", flags->rate,
                   "Calls a second, due at fixed moments whether or not those "
                   "before have come back; latencies count from these moments "
                   "(default: each as soon as the last is answered)")
      ->check(CheckRate)
      ->group(kGroup);
  command
      ->add_option("--duration", flags->duration,
                   "How long to measure: 30s, 2m (default: 10s, where there is "
                   "no --count)")
      ->check([](const std::string& text) {
        return CheckTime(text, absl::Milliseconds(1));
      })
      ->group(kGroup);
  command
      ->add_option("--count", flags->count,
                   "How many calls to measure; with --duration whichever ends "
                   "first")
      ->check(CheckPositiveCount)
      ->group(kGroup);
  command
      ->add_option("--warm-up", flags->warm_up,
                   "How long to call before that, without measuring")
      ->check([](const std::string& text) {
        return CheckTime(text, absl::ZeroDuration());
      })
      ->capture_default_str()
      ->group(kGroup);
  command
      ->add_flag("--streaming", flags->streaming,
                 "Over ClassifyArticles, one article at a time a stream, "
                 "instead of a call for each")
      ->group(kGroup);
}

}  // namespace

void AddLoadCommand(CLI::App* program, int* exit_code) {
  auto flags = std::make_shared<LoadFlags>();
  CLI::App* command = program->add_subcommand(
      "load", "How many articles a second a server answers, and how quickly");
  command->footer(
      "Examples:\n"
      "  stancectl load --server stance:50051 --input articles.jsonl\n"
      "  stancectl load --input folder/ --rate 500 --concurrency 200 "
      "--duration 1m\n"
      "  stancectl load --input articles.jsonl --streaming --count 10000 "
      "--format=json\n"
      "Exits with 0 all were answered, 3 not all, or the rate was not reached, "
      "64 + gRPC status code none.");
  command
      ->add_option("--input", flags->input.path,
                   "Articles to send, in turn: JSON Lines, CSV or a directory, "
                   "as in batch; the first 10,000 of them")
      ->required();
  command
      ->add_option("--input-format", flags->input.format,
                   "jsonl, csv, tsv or directory (auto: by the name)")
      ->check(CLI::IsMember({"auto", "jsonl", "csv", "tsv", "directory"}))
      ->capture_default_str();
  command->add_option("--columns", flags->input.columns,
                      "Which column of CSV is which field, as in batch");
  command
      ->add_option("--format", flags->format,
                   "text; json: stance.load.v1.LoadReport")
      ->check(CLI::IsMember({"text", "json"}))
      ->capture_default_str();
  command->add_flag("--yes", flags->yes,
                    "Also where the server is neither on this machine nor in a "
                    "private network");
  AddLoadFlags(command, flags.get());
  flags->options.AddAskedTo(command);
  flags->source.AddServerTo(command);
  command->callback([flags, exit_code] { *exit_code = RunLoad(*flags); });
}

}  // namespace stance::client
