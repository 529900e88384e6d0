// The commands of `stancectl lexicon`, as those of commands.h.
//
// Those that read directories exit as grep and diff do: 0 nothing to say, 1
// something found, 2 arguments or files (exit_codes.h).

#ifndef STANCE_CLIENT_COMMANDS_LEXICON_COMMANDS_H_
#define STANCE_CLIENT_COMMANDS_LEXICON_COMMANDS_H_

#include <CLI/App.hpp>

namespace stance::client {

void AddLexiconCheckCommand(CLI::App* lexicon, int* exit_code);
void AddLexiconDiffCommand(CLI::App* lexicon, int* exit_code);
void AddLexiconImportCommand(CLI::App* lexicon, int* exit_code);
void AddLexiconStatsCommand(CLI::App* lexicon, int* exit_code);
void AddLexiconSuggestCommand(CLI::App* lexicon, int* exit_code);
// `info`, `list-actors`, `list-issues`.
void AddLexiconServerCommands(CLI::App* lexicon, int* exit_code);

}  // namespace stance::client

#endif  // STANCE_CLIENT_COMMANDS_LEXICON_COMMANDS_H_
