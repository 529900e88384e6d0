#include "client/batch/batch.h"

#include <unistd.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <filesystem>
#include <memory>
#include <string>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "absl/strings/str_replace.h"
#include "client/batch/interruption.h"
#include "client/batch/recorder.h"
#include "client/batch/resume.h"
#include "client/batch/shard.h"
#include "client/batch/streams.h"
#include "client/commands/commands.h"
#include "client/errors.h"
#include "client/exit_codes.h"
#include "client/json.h"
#include "client/option_flags.h"
#include "client/output/csv.h"
#include "client/source_flags.h"
#include "service/machine/processors.h"

namespace stance::client {
namespace {

struct BatchFlags {
  SourceFlags source;
  OptionFlags options;
  BatchInput input;
  std::string output;
  std::string output_format = "auto";
  std::string errors;
  std::string shard;
  std::string progress = "auto";
  size_t parallel = 0;
  bool ordered = true;
  bool resume = false;
  bool failures_are_ok = false;
};

bool SameFile(const std::string& a, const std::string& b) {
  std::error_code error;
  return std::filesystem::equivalent(a, b, error);
}

// What makes no sense together; empty where all is well.
std::string CheckFiles(const BatchFlags& flags) {
  for (const std::string& written : {flags.output, flags.errors}) {
    if (!written.empty() && written != "-" &&
        SameFile(flags.input.path, written)) {
      return absl::StrCat(written, " would be written over while it is read");
    }
  }
  if (!flags.errors.empty() &&
      (flags.output == flags.errors || SameFile(flags.output, flags.errors))) {
    return "answers and errors cannot go to the same file";
  }
  if (flags.resume && flags.output == "-") {
    return "--resume goes on with a file; name one as --output";
  }
  return {};
}

bool IsCsv(const BatchFlags& flags) {
  if (flags.output_format != "auto") return flags.output_format == "csv";
  return absl::EndsWithIgnoreCase(flags.output, ".csv") ||
         absl::EndsWithIgnoreCase(flags.output, ".csv.gz");
}

// All that makes two runs the same: one may go on where the other stopped.
std::string DescribeRun(const BatchFlags& flags, const BatchOptions& options,
                        const v1::LexiconVersion& lexicon) {
  return absl::StrCat(
      "input ", flags.input.path, " ", flags.input.format, " ",
      flags.input.columns, "; shard ", options.shard, "/", options.shards,
      "; output ", options.csv ? "csv" : "jsonl", "; options ",
      ToJson(options.classify, false), " ", options.filter.Describe(),
      "; errors ", flags.errors, "; lexicon ", lexicon.checksum());
}

Progress::Form ProgressForm(const std::string& name) {
  if (name == "none") return Progress::Form::kNone;
  if (name == "bar") return Progress::Form::kBar;
  if (name == "lines") return Progress::Form::kLines;
  return CanRedraw(STDERR_FILENO) ? Progress::Form::kBar
                                  : Progress::Form::kLines;
}

int Fail(const absl::Status& status) {
  PrintError("", status);
  return kExitUsage;
}

// What is said when all is done; the exit code.
int ReportOutcome(const BatchFlags& flags, const ArticleReader& reader,
                  const Recorder& recorder) {
  const std::set<std::string> unknown = reader.UnknownFields();
  if (!unknown.empty()) {
    PrintError("", absl::StrCat("fields that articles do not have were passed "
                                "over: ",
                                absl::StrJoin(unknown, ", ")));
  }
  if (reader.IsBroken()) {
    PrintError(flags.input.path,
               "cannot be read to its end; what came before is answered");
    return kExitUsage;
  }
  if (recorder.failed() == 0) return kExitOk;
  PrintError("", absl::StrCat(recorder.failed(), " of ", recorder.done(),
                              " articles failed"));
  return flags.failures_are_ok ? kExitOk : kExitSomeFailed;
}

int RunBatchCommand(BatchFlags flags) {
  const auto shard = ParseShard(flags.shard);
  if (!shard.ok()) return Fail(shard.status());
  for (std::string* path : {&flags.output, &flags.errors}) {
    *path =
        absl::StrReplaceAll(*path, {{"{shard}", absl::StrCat(shard->index)}});
  }
  const auto reader = OpenArticles(flags.input);
  if (!reader.ok()) return Fail(reader.status());
  // Before any file is written over: is there anyone to answer?
  std::unique_ptr<Answerer> answerer;
  v1::GetLexiconResponse about;
  google::rpc::Status status = flags.source.MakeAnswerer(&answerer);
  if (status.code() == 0) status = answerer->Lexicon(&about);
  if (status.code() != 0) {
    PrintError("", OneLine(status));
    return ExitCode(status);
  }
  if (const int code = flags.options.FindNames(answerer.get());
      code != kExitOk) {
    return code;
  }

  BatchOptions options;
  options.classify = flags.options.Options();
  options.filter = flags.options.Filter();
  options.csv = IsCsv(flags);
  options.ordered = flags.ordered;
  options.parallel = flags.parallel > 0
                         ? flags.parallel
                         : static_cast<unsigned>(AvailableProcessors());
  options.shard = shard->index;
  options.shards = shard->count;

  RecorderOptions recording;
  recording.output = flags.output;
  recording.errors = flags.errors;
  if (options.csv) recording.header = StanceCsvHeader();
  recording.checkpoint_path = CheckpointPathFor(flags.output);
  recording.checkpoint.set_run(DescribeRun(flags, options, about.lexicon()));
  if (flags.resume) {
    const absl::Status resumed = ReadResumePoint(
        flags.output, recording.checkpoint_path, &recording.checkpoint);
    if (!resumed.ok()) return Fail(resumed);
    if (recording.checkpoint.complete()) {
      PrintError("", absl::StrCat(flags.output,
                                  " is complete: there is nothing to resume"));
      return recording.checkpoint.failed() > 0 && !flags.failures_are_ok
                 ? kExitSomeFailed
                 : kExitOk;
    }
    options.done = DoneRecords(recording.checkpoint);
  }
  recording.progress = ProgressForm(flags.progress);
  recording.terminal = ExamineTerminal(STDERR_FILENO);

  Recorder recorder(recording, reader->get());
  absl::Status written = recorder.Open();
  if (!written.ok()) return Fail(written);
  NoteInterruptions();
  options.is_interrupted = [] { return Interruption() != 0; };
  BatchQueue queue(reader->get(), options, [&](const BatchResult& result) {
    return recorder.Record(result);
  });
  if (flags.source.is_embedded()) {
    RunBatch(&queue, options.parallel, answerer.get());
  } else {
    RunBatchOverStreams(&queue, options.parallel,
                        flags.source.ServerConnection());
  }
  const google::rpc::Status stopped = queue.stopped();
  const int interruption = Interruption();
  const bool complete = stopped.code() == 0 && interruption == 0 &&
                        !queue.output_is_broken() && !(*reader)->IsBroken();
  written = recorder.Finish(complete, flags.resume);
  if (!written.ok() || queue.output_is_broken()) {
    PrintError("", "the output cannot be written; is the disk full?");
    return kExitUsage;
  }
  const char* resume =
      recording.checkpoint_path.empty() ? "" : "; go on with --resume";
  if (stopped.code() != 0) {
    PrintError(absl::StrCat("stopped after ", recorder.done(), " articles"),
               absl::StrCat(OneLine(stopped), resume));
    return ExitCode(stopped);
  }
  if (interruption != 0) {
    PrintError("", absl::StrCat("interrupted after ", recorder.done(),
                                " articles", resume));
    return kExitInterrupted + interruption;
  }
  return ReportOutcome(flags, **reader, recorder);
}

void AddFileFlags(CLI::App* command, BatchFlags* flags) {
  command
      ->add_option("--input", flags->input.path,
                   "JSON Lines of stance.v1.Article (id, title, text, "
                   "publishTime, …), CSV whose first row names the columns, or "
                   "a directory of *.txt and *.html; gzip too; \"-\" is "
                   "standard input")
      ->required();
  command
      ->add_option("--input-format", flags->input.format,
                   "jsonl, csv, tsv or directory (auto: by the name, jsonl "
                   "where it does not tell)")
      ->check(CLI::IsMember({"auto", "jsonl", "csv", "tsv", "directory"}))
      ->capture_default_str();
  command->add_option(
      "--columns", flags->input.columns,
      "Which column is which field, where their names differ: "
      "text=body,title=headline; fields are id, title, text, date, language, "
      "uri");
  command
      ->add_option("--output", flags->output,
                   "JSON Lines of stance.v1.ClassifyArticleResponse, or CSV "
                   "with one line a stance; gzipped where it ends in .gz; "
                   "{shard} in it stands for the shard's number; \"-\" is "
                   "standard output")
      ->required();
  command
      ->add_option("--output-format", flags->output_format,
                   "jsonl or csv (auto: by the name)")
      ->check(CLI::IsMember({"auto", "jsonl", "csv"}))
      ->capture_default_str();
  command->add_option("--errors", flags->errors,
                      "JSON Lines of the articles that failed: line, record "
                      "(from 0), articleId, code, message; {shard} as in "
                      "--output (default: standard error)");
}

void AddRunFlags(CLI::App* command, BatchFlags* flags) {
  constexpr const char* kGroup = "The run";
  command
      ->add_option("--parallel,--streams", flags->parallel,
                   "Articles at once, or streams to the server (default: one "
                   "for each core)")
      ->check(CLI::Range(1, 1024))
      ->group(kGroup);
  command
      ->add_flag("--ordered,!--unordered", flags->ordered,
                 "Answers in the order of the input (the default), or as they "
                 "are ready")
      ->group(kGroup);
  command
      ->add_flag("--resume", flags->resume,
                 "Go on where an interrupted run of the same batch stopped, as "
                 "OUTPUT.checkpoint says; begin where there is none")
      ->group(kGroup);
  command
      ->add_flag("--failures-ok", flags->failures_are_ok,
                 "Exit with 0, not 3, where articles failed and --errors has "
                 "them: for what runs a failed process again")
      ->needs("--errors")
      ->group(kGroup);
  command
      ->add_option("--shard", flags->shard,
                   "I/N: only every N-th article, from the I-th (from 0); "
                   "default: $JOB_COMPLETION_INDEX of $STANCE_SHARDS where the "
                   "latter is set")
      ->group(kGroup);
  command
      ->add_option("--progress", flags->progress,
                   "bar; lines (one every 10 s); none; auto: a bar on a "
                   "terminal that is not dumb, lines elsewhere. At the end "
                   "both say what was done, but of a short run to \"-\"")
      ->check(CLI::IsMember({"auto", "bar", "lines", "none"}))
      ->capture_default_str()
      ->group(kGroup);
}

}  // namespace

void AddBatchCommand(CLI::App* program, int* exit_code) {
  auto flags = std::make_shared<BatchFlags>();
  CLI::App* command =
      program->add_subcommand("batch", "Answer many articles, file to file");
  command->footer(
      "Examples:\n"
      "  stancectl batch --embedded --input articles.jsonl --output "
      "answers.jsonl\n"
      "  stancectl batch --embedded --input folder/ --output stances.csv\n"
      "  stancectl batch --server stance:50051 --input news.csv.gz --columns "
      "text=body \\\n"
      "      --output answers.jsonl.gz --errors failed.jsonl --resume\n"
      "Exits with 3 where some articles failed; the others are answered. ^C "
      "(or SIGTERM) ends it behind the articles that are under way, with 130 "
      "(143); --resume goes on there. "
      "`stancectl merge` makes one file of those of all shards.");
  AddFileFlags(command, flags.get());
  AddRunFlags(command, flags.get());
  flags->options.AddTo(command);
  flags->source.AddTo(command);
  command->callback([flags, exit_code] {
    const std::string wrong = CheckFiles(*flags);
    if (!wrong.empty()) throw CLI::ValidationError("batch", wrong);
    *exit_code = RunBatchCommand(*flags);
  });
}

}  // namespace stance::client
