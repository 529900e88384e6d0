#include "client/run.h"

#include <CLI/CLI.hpp>
#include <cstdlib>
#include <iostream>

#include "client/commands/commands.h"
#include "client/errors.h"
#include "client/exit_codes.h"

namespace stance::client {
namespace {

// Errors of usage in one line that names the command to ask for help.
int ReportUsage(const CLI::App& program, const CLI::ParseError& error) {
  std::string command = "stancectl";
  const CLI::App* chosen = &program;
  while (!chosen->get_subcommands().empty()) {
    chosen = chosen->get_subcommands().front();
    command += " " + chosen->get_name();
  }
  PrintError("", std::string(error.what()) + " (try " + command + " --help)");
  return program.got_subcommand("lexicon") ? kExitTrouble : kExitUsage;
}

}  // namespace

int RunStancectl(int argc, const char* const* argv) {
  // gRPC's own log would stand among our errors.
  setenv("GRPC_VERBOSITY", "NONE", /*replace=*/0);

  CLI::App program(
      "Who supports what, and who opposes what, in English news articles.\n"
      "Exit codes: 0 done; 1 arguments or files; 3 some of several articles\n"
      "failed; 64 + gRPC status code: the call failed. health and lexicon "
      "have\n"
      "exit codes of their own.",
      "stancectl");
  program.require_subcommand(0, 1);
  int exit_code = 0;
  AddClassifyCommand(&program, &exit_code);
  AddBatchCommand(&program, &exit_code);
  AddMergeCommand(&program, &exit_code);
  AddExplainCommand(&program, &exit_code);
  AddReportCommand(&program, &exit_code);
  AddMatrixCommand(&program, &exit_code);
  AddEvalCommand(&program, &exit_code);
  AddLexiconCommand(&program, &exit_code);
  AddLoadCommand(&program, &exit_code);
  AddHealthCommand(&program, &exit_code);
  AddVersionCommand(&program, &exit_code);
  AddManualCommands(&program, &exit_code);
  try {
    program.parse(argc, argv);
    if (program.get_subcommands().empty()) {
      throw CLI::RequiredError("a command");
    }
  } catch (const CLI::Success& help) {
    return program.exit(help);
  } catch (const CLI::ParseError& error) {
    return ReportUsage(program, error);
  }
  std::cout.flush();
  if (!std::cout) {
    PrintError("", "standard output cannot be written");
    return kExitUsage;
  }
  return exit_code;
}

}  // namespace stance::client
