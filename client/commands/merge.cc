#include "client/batch/merge.h"

#include <CLI/CLI.hpp>
#include <iostream>
#include <memory>
#include <string>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "client/commands/commands.h"
#include "client/errors.h"
#include "client/exit_codes.h"

namespace stance::client {
namespace {

int RunMerge(const MergeFiles& files) {
  const auto counts = MergeShards(files);
  if (!counts.ok()) {
    PrintError("", counts.status());
    return kExitUsage;
  }
  std::cerr << "stancectl: " << files.shards << " shards: " << counts->answered
            << " answers, " << counts->failed << " errors\n";
  return kExitOk;
}

}  // namespace

void AddMergeCommand(CLI::App* program, int* exit_code) {
  auto files = std::make_shared<MergeFiles>();
  CLI::App* command = program->add_subcommand(
      "merge", "One file of what the shards of a batch wrote");
  command->footer(
      "Example:\n"
      "  stancectl merge --shards 8 --answers 'answers-{shard}.jsonl' \\\n"
      "      --errors 'errors-{shard}.jsonl' --output answers.jsonl \\\n"
      "      --output-errors errors.jsonl\n"
      "The files are those that `stancectl batch` with --errors would have "
      "written in one process, byte for byte.");
  const CLI::Validator pattern(
      [](std::string& path) {
        return absl::StrContains(path, "{shard}")
                   ? std::string()
                   : absl::StrCat(path, " has no {shard} in it");
      },
      "PATH WITH {shard}");
  command
      ->add_option("--answers", files->answers,
                   "What the shards answered, in JSON Lines and in order; gzip "
                   "too; {shard} in it stands for their numbers")
      ->required()
      ->check(pattern);
  command
      ->add_option("--errors", files->errors,
                   "What they wrote as --errors, likewise")
      ->required()
      ->check(pattern);
  CLI::Option* shards =
      command->add_option("--shards", files->shards, "How many there are")
          ->required()
          ->check(CLI::Range(1, 100000));
  // The variables of all commands are read, whichever was typed; what this one
  // holds is no business of the others.
  command->preparse_callback(
      [shards](size_t) { shards->envname("STANCE_SHARDS"); });
  command
      ->add_option("--output", files->merged_answers,
                   "Answers, gzipped where it ends in .gz; \"-\" is standard "
                   "output")
      ->required();
  command->add_option("--output-errors", files->merged_errors, "Errors")
      ->required();
  command->callback([files, exit_code] { *exit_code = RunMerge(*files); });
}

}  // namespace stance::client
