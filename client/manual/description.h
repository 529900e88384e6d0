// What the program can be told, as data: for completion and the man page, so
// that they say what --help says.

#ifndef STANCE_CLIENT_MANUAL_DESCRIPTION_H_
#define STANCE_CLIENT_MANUAL_DESCRIPTION_H_

#include <CLI/App.hpp>
#include <string>
#include <vector>

namespace stance::client {

struct OptionDescription {
  std::vector<std::string> names;    // "--format"; empty for a positional
  std::string value;                 // "TEXT", "FILE"; empty for a flag
  std::vector<std::string> choices;  // where there are only some values
  std::string text;
  bool required = false;
};

struct CommandDescription {
  std::string name;  // "classify"
  std::string text;
  std::string footer;  // examples, exit codes
  std::vector<OptionDescription> options;
  std::vector<CommandDescription> commands;  // "check" of "lexicon"
};

struct ProgramDescription {
  std::string name;
  std::string text;
  std::vector<CommandDescription> commands;
};

// Commands by name, options in the order in which they were added.
ProgramDescription DescribeProgram(const CLI::App& program);

}  // namespace stance::client

#endif  // STANCE_CLIENT_MANUAL_DESCRIPTION_H_
