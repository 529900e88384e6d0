#include "client/run.h"

#include <CLI/CLI.hpp>
#include <cstdlib>
#include <iostream>

#include "client/commands/commands.h"
#include "client/errors.h"
#include "client/exit_codes.h"
#include "client/usage_error.h"

namespace stance::client {
namespace {

int UsageExitCode(const CLI::App& program) {
  return program.got_subcommand("health") ? kExitHealthUsage : kExitUsage;
}

}  // namespace

int RunStancectl(int argc, const char* const* argv) {
  // gRPC's own log would stand among our errors.
  setenv("GRPC_VERBOSITY", "NONE", /*replace=*/0);

  CLI::App program(
      "Who supports what, and who opposes what, in English news articles.\n"
      "Exit codes: 0 done; 1 a lexicon has errors or differences; 2 arguments\n"
      "or files; 3 some of several articles failed; 64 + gRPC status code: "
      "the\n"
      "call failed. health has exit codes of its own.",
      "stancectl");
  program.require_subcommand(0, 1);
  program.set_version_flag("--version", VersionText,
                           "The version of stancectl");
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
    PrintError("", DescribeUsageError(program, error));
    return UsageExitCode(program);
  }
  std::cout.flush();
  if (!std::cout) {
    PrintError("", "standard output cannot be written");
    return UsageExitCode(program);
  }
  return exit_code;
}

}  // namespace stance::client
