#include "client/usage_error.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <numeric>
#include <vector>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"

namespace stance::client {
namespace {

constexpr size_t kNear = 2;

// How many letters have to be put in, left out or exchanged for others.
size_t EditDistance(const std::string& a, const std::string& b) {
  std::vector<size_t> row(b.size() + 1);
  std::iota(row.begin(), row.end(), 0);
  for (size_t i = 1; i <= a.size(); ++i) {
    size_t diagonal = row[0]++;
    for (size_t j = 1; j <= b.size(); ++j) {
      const size_t exchanged = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
      diagonal = row[j];
      row[j] = std::min({row[j] + 1, row[j - 1] + 1, exchanged});
    }
  }
  return row.back();
}

// "; did you mean --format?"; empty where no name is near.
std::string DidYouMean(const std::string& word,
                       const std::vector<std::string>& names) {
  const std::string* nearest = nullptr;
  size_t least = kNear + 1;
  for (const std::string& name : names) {
    const size_t distance = EditDistance(word, name);
    // Of a short word two letters are too much of it.
    if (distance >= least || 2 * distance >= name.size()) continue;
    nearest = &name;
    least = distance;
  }
  return nearest == nullptr ? std::string()
                            : absl::StrCat("; did you mean ", *nearest, "?");
}

std::string NoSuchFlag(const CLI::App& command, const std::string& word) {
  const std::string flag = word.substr(0, word.find('='));
  std::vector<std::string> names;
  for (const CLI::Option* option : command.get_options()) {
    for (const std::string& name : option->get_lnames()) {
      names.push_back("--" + name);
    }
  }
  return absl::StrCat("there is no flag ", flag, DidYouMean(flag, names));
}

// What was typed to `command` and is not known, if anything.
std::string WhatIsUnknown(const CLI::App& command) {
  std::vector<std::string> words = command.remaining();
  words.erase(std::remove(words.begin(), words.end(), "--"), words.end());
  if (words.empty()) return {};
  if (absl::StartsWith(words[0], "-")) return NoSuchFlag(command, words[0]);
  if (!command.get_subcommands({}).empty()) {
    return NoSuchCommand(command, words[0]);
  }
  return absl::StrCat("not expected: ", absl::StrJoin(words, " "));
}

}  // namespace

std::string NoSuchCommand(const CLI::App& app, const std::string& word) {
  std::vector<std::string> names;
  for (const CLI::App* command : app.get_subcommands({})) {
    names.push_back(command->get_name());
  }
  return absl::StrCat("there is no command ", word, DidYouMean(word, names));
}

std::string DescribeUsageError(const CLI::App& program,
                               const CLI::ParseError& error) {
  std::string command = program.get_name();
  const CLI::App* chosen = &program;
  std::string unknown = WhatIsUnknown(*chosen);
  while (!chosen->get_subcommands().empty()) {
    chosen = chosen->get_subcommands().front();
    absl::StrAppend(&command, " ", chosen->get_name());
    if (unknown.empty()) unknown = WhatIsUnknown(*chosen);
  }
  if (unknown.empty()) {
    const bool no_command =
        dynamic_cast<const CLI::RequiredError*>(&error) != nullptr &&
        !chosen->get_subcommands({}).empty();
    unknown = no_command ? "a command is required" : error.what();
  }
  return absl::StrCat(unknown, " (try ", command, " --help)");
}

}  // namespace stance::client
