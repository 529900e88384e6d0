#include <CLI/CLI.hpp>
#include <iostream>
#include <memory>
#include <string>

#include "client/commands/commands.h"
#include "client/exit_codes.h"
#include "client/manual/completion.h"
#include "client/manual/description.h"
#include "client/manual/man_page.h"

namespace stance::client {

void AddManualCommands(CLI::App* program, int* exit_code) {
  auto shell = std::make_shared<std::string>();
  CLI::App* completion = program->add_subcommand(
      "completion", "A script with which a shell completes command lines");
  completion->footer(
      "Examples:\n"
      "  source <(stancectl completion bash)     # in ~/.bashrc\n"
      "  source <(stancectl completion zsh)      # in ~/.zshrc, after "
      "compinit\n"
      "  stancectl completion fish | source      # in config.fish");
  completion->add_option("SHELL", *shell, "bash, zsh or fish")
      ->required()
      ->check(CLI::IsMember({"bash", "zsh", "fish"}));
  completion->callback([=] {
    const ProgramDescription description = DescribeProgram(*program);
    std::cout << (*shell == "bash"  ? BashCompletion(description)
                  : *shell == "zsh" ? ZshCompletion(description)
                                    : FishCompletion(description));
    *exit_code = kExitOk;
  });

  CLI::App* man = program->add_subcommand("man", "The man page");
  man->footer("Example:\n  stancectl man | man -l -");
  man->callback([=] {
    std::cout << ManPage(DescribeProgram(*program), STANCE_VERSION);
    *exit_code = kExitOk;
  });
}

}  // namespace stance::client
