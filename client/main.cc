// stancectl: the command line of Stance.

#include <CLI/CLI.hpp>
#include <cstdlib>
#include <iostream>

#include "client/commands/commands.h"
#include "client/errors.h"
#include "client/exit_codes.h"

namespace {

using stance::client::kExitTrouble;
using stance::client::kExitUsage;

// Errors of usage in one line that names the command to ask for help.
int ReportUsage(const CLI::App& program, const CLI::ParseError& error) {
  std::string command = "stancectl";
  const CLI::App* chosen = &program;
  while (!chosen->get_subcommands().empty()) {
    chosen = chosen->get_subcommands().front();
    command += " " + chosen->get_name();
  }
  stance::client::PrintError(
      "", std::string(error.what()) + " (try " + command + " --help)");
  return program.got_subcommand("lexicon") ? kExitTrouble : kExitUsage;
}

}  // namespace

int main(int argc, char** argv) {
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
  stance::client::AddClassifyCommand(&program, &exit_code);
  stance::client::AddBatchCommand(&program, &exit_code);
  stance::client::AddMergeCommand(&program, &exit_code);
  stance::client::AddExplainCommand(&program, &exit_code);
  stance::client::AddReportCommand(&program, &exit_code);
  stance::client::AddMatrixCommand(&program, &exit_code);
  stance::client::AddEvalCommand(&program, &exit_code);
  stance::client::AddLexiconCommand(&program, &exit_code);
  stance::client::AddLoadCommand(&program, &exit_code);
  stance::client::AddHealthCommand(&program, &exit_code);
  stance::client::AddVersionCommand(&program, &exit_code);
  stance::client::AddManualCommands(&program, &exit_code);
  program.footer(
      "Examples:\n"
      "  stancectl classify --embedded article.txt\n"
      "  stancectl explain --embedded 'Brazil urged Japan to stop whaling.'\n"
      "  stancectl report --embedded --issue 'carbon tax' --output report.html "
      "folder/\n"
      "  stancectl health --server stance:50051\n"
      "`stancectl COMMAND --help` has more of each.");
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
    stance::client::PrintError("", "standard output cannot be written");
    return kExitUsage;
  }
  return exit_code;
}
