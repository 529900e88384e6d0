// stancectl's commands. Each adds itself to the program; when it is the one
// that was typed it runs while the arguments are parsed, and leaves its exit
// code in `exit_code` (exit_codes.h).

#ifndef STANCE_CLIENT_COMMANDS_COMMANDS_H_
#define STANCE_CLIENT_COMMANDS_COMMANDS_H_

#include <CLI/App.hpp>
#include <string>

namespace stance::client {

void AddBatchCommand(CLI::App* program, int* exit_code);
void AddClassifyCommand(CLI::App* program, int* exit_code);
void AddEvalCommand(CLI::App* program, int* exit_code);
void AddExplainCommand(CLI::App* program, int* exit_code);
void AddHealthCommand(CLI::App* program, int* exit_code);
// `lexicon check` and others, in lexicon_commands.h.
void AddLexiconCommand(CLI::App* program, int* exit_code);
void AddLoadCommand(CLI::App* program, int* exit_code);
// `completion`, `help` and `man`, which describe all that the program has been
// given.
void AddManualCommands(CLI::App* program, int* exit_code);
void AddMatrixCommand(CLI::App* program, int* exit_code);
void AddMergeCommand(CLI::App* program, int* exit_code);
void AddReportCommand(CLI::App* program, int* exit_code);
void AddVersionCommand(CLI::App* program, int* exit_code);

// "stancectl 0.1.0 (gRPC …, protobuf …)".
std::string VersionText();

}  // namespace stance::client

#endif  // STANCE_CLIENT_COMMANDS_COMMANDS_H_
