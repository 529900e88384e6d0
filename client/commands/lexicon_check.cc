#include <CLI/CLI.hpp>
#include <iostream>
#include <memory>
#include <string>
#include <thread>
#include <vector>

#include "client/commands/lexicon_commands.h"
#include "client/exit_codes.h"
#include "client/json.h"
#include "client/lexicon/check_report.h"
#include "service/lexicon_files/check.h"

namespace stance::client {
namespace {

struct LexiconCheckFlags {
  std::vector<std::string> directories;
  std::string format = "text";
  bool strict = false;
};

int RunLexiconCheck(const LexiconCheckFlags& flags) {
  const LexiconCheck check = CheckLexiconDirectories(
      flags.directories, {.threads = std::thread::hardware_concurrency()});
  if (flags.format == "json") {
    std::cout << ToJson(CheckAsMessage(check), /*indented=*/true);
  } else {
    std::cout << CheckAsText(check);
  }
  const FindingCounts counts = CountFindings(check.findings);
  const bool bad = counts.errors > 0 || (flags.strict && counts.warnings > 0);
  return bad ? kExitFound : kExitOk;
}

}  // namespace

void AddLexiconCheckCommand(CLI::App* lexicon, int* exit_code) {
  auto flags = std::make_shared<LexiconCheckFlags>();
  CLI::App* command = lexicon->add_subcommand(
      "check", "What is wrong with a lexicon, by file and line");
  command->footer(
      "Examples:\n"
      "  stancectl lexicon check my-lexicon\n"
      "  stancectl lexicon check base house      # house overrides base\n"
      "  stancectl lexicon check --strict --format=json my-lexicon\n"
      "docs/AUTHORING.md has the table of codes. Exits with 0 no errors (with "
      "--strict: no warnings either), 1 some, 2 arguments or files.");
  command
      ->add_option("DIR", flags->directories,
                   "A directory of *.txtpb files; of several, each overrides "
                   "the entries of those before it")
      ->required()
      ->check(CLI::ExistingDirectory);
  command
      ->add_option("--format", flags->format,
                   "text: one line a finding; json: "
                   "stance.v1.CheckLexiconResponse")
      ->check(CLI::IsMember({"text", "json"}))
      ->capture_default_str();
  command->add_flag("--strict", flags->strict, "Take warnings for errors");
  command->callback(
      [flags, exit_code] { *exit_code = RunLexiconCheck(*flags); });
}

}  // namespace stance::client
