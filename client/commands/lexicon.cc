#include <CLI/CLI.hpp>

#include "client/commands/commands.h"
#include "client/commands/lexicon_commands.h"

namespace stance::client {

void AddLexiconCommand(CLI::App* program, int* exit_code) {
  CLI::App* lexicon = program->add_subcommand(
      "lexicon", "Check, count, compare and extend lexicons");
  lexicon->footer(
      "Examples:\n"
      "  stancectl lexicon check service/lexicon/en\n"
      "  stancectl lexicon list-issues --embedded --filter tax\n"
      "  stancectl lexicon info --server stance:50051");
  lexicon->require_subcommand(1);
  AddLexiconCheckCommand(lexicon, exit_code);
  AddLexiconStatsCommand(lexicon, exit_code);
  AddLexiconDiffCommand(lexicon, exit_code);
  AddLexiconSuggestCommand(lexicon, exit_code);
  AddLexiconImportCommand(lexicon, exit_code);
  AddLexiconServerCommands(lexicon, exit_code);
}

}  // namespace stance::client
