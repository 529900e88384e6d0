#include <CLI/CLI.hpp>
#include <iostream>
#include <memory>
#include <string>
#include <vector>

#include "client/commands/commands.h"
#include "client/exit_codes.h"
#include "client/manual/completion.h"
#include "client/manual/description.h"
#include "client/manual/man_page.h"
#include "client/usage_error.h"

namespace stance::client {
namespace {

const CLI::App* Find(const CLI::App& app, const std::string& name) {
  for (const CLI::App* command : app.get_subcommands({})) {
    if (command->get_name() == name) return command;
  }
  return nullptr;
}

}  // namespace

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

  auto words = std::make_shared<std::vector<std::string>>();
  CLI::App* help = program->add_subcommand("help", "As --help of a command");
  help->footer("Examples:\n  stancectl help\n  stancectl help lexicon check");
  help->add_option("COMMAND", *words, "Which (default: stancectl itself)");
  help->callback([=] {
    const CLI::App* command = program;
    std::string name = program->get_name();
    for (const std::string& word : *words) {
      const CLI::App* found = Find(*command, word);
      if (found == nullptr) {
        throw CLI::ValidationError(NoSuchCommand(*command, word));
      }
      command = found;
      name += " " + word;
    }
    std::cout << command->get_formatter()->make_help(
        command, name, CLI::AppFormatMode::Normal);
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
