#include <CLI/CLI.hpp>
#include <iostream>
#include <memory>
#include <string>
#include <vector>

#include "client/commands/lexicon_commands.h"
#include "client/errors.h"
#include "client/exit_codes.h"
#include "client/json.h"
#include "client/lexicon/open_lexicon.h"
#include "client/lexicon/stats.h"

namespace stance::client {
namespace {

struct LexiconStatsFlags {
  std::vector<std::string> directories;
  std::string format = "table";
};

int RunLexiconStats(const LexiconStatsFlags& flags) {
  const auto opened = OpenLexicon(ChooseLexicon(flags.directories));
  if (!opened.ok()) {
    PrintError("", opened.status());
    return kExitUsage;
  }
  const authoring::v1::LexiconStats stats =
      CountLexicon(opened->sources, *opened->lexicon);
  std::cout << (flags.format == "json" ? ToJson(stats, /*indented=*/true)
                                       : StatsAsText(stats));
  return kExitOk;
}

}  // namespace

void AddLexiconStatsCommand(CLI::App* lexicon, int* exit_code) {
  auto flags = std::make_shared<LexiconStatsFlags>();
  CLI::App* command =
      lexicon->add_subcommand("stats", "How much a lexicon holds, by kind");
  command->footer(
      "Examples:\n"
      "  stancectl lexicon stats\n"
      "  stancectl lexicon stats --format=json my-lexicon\n"
      "A cue counts once for each lemma, class and frame in "
      "\"lemma-class-frame\"; examples that differ in nothing but the entry's "
      "own words are one of the \"templates\".");
  command->add_option("DIR", flags->directories,
                      "A directory of *.txtpb files; several are layers "
                      "(default: $STANCE_LEXICON, or the one that came with "
                      "stancectl)");
  command
      ->add_option("--format", flags->format,
                   "table, or json: stance.authoring.v1.LexiconStats")
      ->check(CLI::IsMember({"table", "json"}))
      ->capture_default_str();
  command->callback(
      [flags, exit_code] { *exit_code = RunLexiconStats(*flags); });
}

}  // namespace stance::client
