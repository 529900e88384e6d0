#include "client/manual/description.h"

#include <CLI/CLI.hpp>

#include "absl/strings/str_split.h"

namespace stance::client {
namespace {

// "TEXT:{table,json}" -> the two; nothing where any value goes.
std::vector<std::string> Choices(const std::string& type) {
  const size_t begin = type.find('{');
  const size_t end = type.find('}', begin);
  if (begin == std::string::npos || end == std::string::npos) return {};
  return absl::StrSplit(type.substr(begin + 1, end - begin - 1), ',');
}

OptionDescription DescribeOption(const CLI::Option& option) {
  OptionDescription out;
  for (const std::string& name : option.get_lnames()) {
    out.names.push_back("--" + name);
  }
  for (const std::string& name : option.get_snames()) {
    out.names.push_back("-" + name);
  }
  out.text = option.get_description();
  out.required = option.get_required();
  const bool takes_value = option.get_items_expected_max() > 0;
  if (takes_value) {
    const std::string type = option.get_type_name();
    out.choices = Choices(type);
    out.value =
        out.names.empty() ? option.get_name() : type.substr(0, type.find(':'));
  }
  return out;
}

std::vector<CommandDescription> DescribeCommands(const CLI::App& app) {
  std::vector<CommandDescription> out;
  for (const CLI::App* command : app.get_subcommands({})) {
    CommandDescription& described = out.emplace_back();
    described.name = command->get_name();
    described.text = command->get_description();
    described.footer = command->get_footer();
    for (const CLI::Option* option : command->get_options()) {
      described.options.push_back(DescribeOption(*option));
    }
    described.commands = DescribeCommands(*command);
  }
  return out;
}

}  // namespace

ProgramDescription DescribeProgram(const CLI::App& program) {
  ProgramDescription out = {.name = program.get_name(),
                            .text = program.get_description(),
                            .commands = DescribeCommands(program)};
  std::vector<std::string> names;
  for (const CommandDescription& command : out.commands) {
    names.push_back(command.name);
  }
  for (CommandDescription& command : out.commands) {
    if (command.name != "help") continue;
    // Its words are not checked by CLI11, which would not say "did you mean".
    for (OptionDescription& option : command.options) {
      if (option.names.empty()) option.choices = names;
    }
  }
  return out;
}

}  // namespace stance::client
