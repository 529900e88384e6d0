#include "client/manual/completion.h"

#include <algorithm>
#include <set>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "absl/strings/str_replace.h"

namespace stance::client {
namespace {

std::string CommandNames(const std::vector<CommandDescription>& commands) {
  return absl::StrJoin(commands, " ",
                       [](std::string* out, const CommandDescription& command) {
                         *out += command.name;
                       });
}

// Names that do not depend on the shell: "-h,--help" twice.
std::vector<std::string> FlagNames(const CommandDescription& command) {
  std::vector<std::string> out;
  for (const OptionDescription& option : command.options) {
    out.insert(out.end(), option.names.begin(), option.names.end());
  }
  return out;
}

// Whether the value is a file as far as anyone can tell: no number, and not of
// an option that takes words.
bool TakesFile(const OptionDescription& option) {
  static const std::set<std::string>& words = *new std::set<std::string>{
      "--actor", "--columns",  "--date",    "--filter", "--heading",
      "--issue", "--language", "--profile", "--server", "--service",
      "--shard", "--target",   "--timeout", "--title",  "--tls-server-name"};
  return option.choices.empty() && option.value != "UINT" &&
         option.value != "INT" && option.value != "FLOAT" &&
         std::none_of(
             option.names.begin(), option.names.end(),
             [&](const std::string& name) { return words.contains(name); });
}

// In single quotes, for every shell.
std::string Quoted(const std::string& text) {
  return absl::StrCat("'", absl::StrReplaceAll(text, {{"'", "'\\''"}}), "'");
}

// The words of a flag in zsh's _arguments, whose brackets and colons mean
// something.
std::string ZshText(const std::string& text) {
  return absl::StrReplaceAll(
      text, {{"[", "("}, {"]", ")"}, {":", " -"}, {"\n", " "}, {"\\", ""}});
}

std::string FishText(const std::string& text) {
  return absl::StrReplaceAll(text, {{"\\", "\\\\"}, {"'", "\\'"}});
}

constexpr const char* kBashHead = R"(# bash completion for stancectl:
#   source <(stancectl completion bash)
_stancectl() {
  local cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD-1]}
  # "--format=json" comes as three words.
  if [ "$cur" = = ]; then
    cur=
  elif [ "$prev" = = ]; then
    prev=${COMP_WORDS[COMP_CWORD-2]}
  fi
  COMPREPLY=()
)";

// Offers the commands where `condition` holds: they are the word being typed.
void AppendBashNames(const char* condition,
                     const std::vector<CommandDescription>& commands,
                     std::string* out) {
  absl::StrAppend(out, "  if [ \"$", condition,
                  " ]; then\n"
                  "    COMPREPLY=($(compgen -W \"--help ",
                  CommandNames(commands),
                  "\" -- \"$cur\"))\n    return\n  fi\n");
}

void AppendBashCommand(const std::string& pattern,
                       const CommandDescription& command, std::string* out) {
  absl::StrAppend(out, "    ", pattern, ")\n      case $prev in\n");
  std::string positional;
  for (const OptionDescription& option : command.options) {
    if (option.names.empty()) positional = absl::StrJoin(option.choices, " ");
    if (option.names.empty() || option.value.empty()) continue;
    absl::StrAppend(
        out, "        ", absl::StrJoin(option.names, "|"), ") ",
        "COMPREPLY=($(compgen ",
        TakesFile(option)
            ? std::string("-f")
            : absl::StrCat("-W \"", absl::StrJoin(option.choices, " "), "\""),
        " -- \"$cur\")); return ;;\n");
  }
  absl::StrAppend(out,
                  "      esac\n"
                  "      case $cur in\n"
                  "        -*) COMPREPLY=($(compgen -W \"",
                  absl::StrJoin(FlagNames(command), " "),
                  "\" -- \"$cur\")) ;;\n        *) COMPREPLY=($(compgen ",
                  positional.empty() ? std::string("-f")
                                     : absl::StrCat("-W \"", positional, "\""),
                  " -- \"$cur\")) ;;\n      esac ;;\n");
}

void AppendZshNames(const char* array,
                    const std::vector<CommandDescription>& commands,
                    std::string* out) {
  absl::StrAppend(out, "  ", array, "=(\n");
  for (const CommandDescription& command : commands) {
    absl::StrAppend(
        out, "    ",
        Quoted(absl::StrCat(command.name, ":", ZshText(command.text))), "\n");
  }
  *out += "  )\n";
}

void AppendZshCommand(const CommandDescription& command, std::string* out) {
  absl::StrAppend(out, "        ", command.name, ") _arguments");
  std::string rest = "'*:file:_files'";
  for (const OptionDescription& option : command.options) {
    const std::string values =
        TakesFile(option) ? std::string("_files")
        : option.choices.empty()
            ? std::string(" ")  // nothing to offer
            : absl::StrCat("(", absl::StrJoin(option.choices, " "), ")");
    if (option.names.empty()) rest = absl::StrCat("'*:value:", values, "'");
    for (const std::string& name : option.names) {
      absl::StrAppend(
          out, " \\\n          ",
          Quoted(absl::StrCat("*", name, option.value.empty() ? "" : "=", "[",
                              ZshText(option.text), "]",
                              option.value.empty()
                                  ? std::string()
                                  : absl::StrCat(":value:", values))));
    }
  }
  absl::StrAppend(out, " \\\n          ", rest, " ;;\n");
}

// What fish completes behind the words that `condition` asks for.
void AppendFishOptions(const std::string& condition,
                       const CommandDescription& command, std::string* out) {
  for (const OptionDescription& option : command.options) {
    const std::string values = absl::StrJoin(option.choices, " ");
    std::string line =
        absl::StrCat("complete -c stancectl -n '", condition, "'");
    for (const std::string& name : option.names) {
      if (name.size() == 2) {
        absl::StrAppend(&line, " -s ", name.substr(1));
      } else {
        absl::StrAppend(&line, " -l ", name.substr(2));
      }
    }
    if (option.names.empty() && values.empty()) continue;  // files, as ever
    if (!option.value.empty() && !option.names.empty()) {
      line += TakesFile(option) ? " -r" : " -x";
    }
    if (!values.empty()) {
      absl::StrAppend(&line, option.names.empty() ? " -f" : "", " -a '", values,
                      "'");
    }
    absl::StrAppend(out, line, " -d '", FishText(option.text), "'\n");
  }
}

}  // namespace

std::string BashCompletion(const ProgramDescription& program) {
  std::string out = kBashHead;
  AppendBashNames("COMP_CWORD\" = 1", program.commands, &out);
  out += "  local command=${COMP_WORDS[1]}\n";
  for (const CommandDescription& command : program.commands) {
    if (command.commands.empty()) continue;
    absl::StrAppend(&out, "  if [ \"$command\" = ", command.name,
                    " ]; then\n  command=\"$command ${COMP_WORDS[2]}\"\n");
    AppendBashNames("COMP_CWORD\" = 2", command.commands, &out);
    out += "  fi\n";
  }
  out += "  case $command in\n";
  for (const CommandDescription& command : program.commands) {
    if (command.commands.empty())
      AppendBashCommand(command.name, command, &out);
    for (const CommandDescription& part : command.commands) {
      AppendBashCommand(absl::StrCat("\"", command.name, " ", part.name, "\""),
                        part, &out);
    }
  }
  return absl::StrCat(out,
                      "  esac\n}\n"
                      "complete -o filenames -F _stancectl stancectl\n");
}

std::string ZshCompletion(const ProgramDescription& program) {
  std::string out =
      "#compdef stancectl\n# zsh completion for stancectl:\n"
      "#   source <(stancectl completion zsh)\n_stancectl() {\n"
      "  local line state\n  local -a commands\n";
  AppendZshNames("commands", program.commands, &out);
  out +=
      "  _arguments -C '1:command:->command' '*::argument:->rest'\n"
      "  case $state in\n"
      "    command) _describe command commands ;;\n"
      "    rest)\n      case $line[1] in\n";
  for (const CommandDescription& command : program.commands) {
    if (command.commands.empty()) {
      AppendZshCommand(command, &out);
      continue;
    }
    // `words` begins with the command here: what it is made of comes next.
    absl::StrAppend(&out, "        ", command.name, ")\n");
    AppendZshNames("commands", command.commands, &out);
    out +=
        "  if (( CURRENT == 2 )); then _describe command commands; return; fi\n"
        "  shift words; (( CURRENT-- ))\n  case $words[1] in\n";
    for (const CommandDescription& part : command.commands) {
      AppendZshCommand(part, &out);
    }
    out += "  esac ;;\n";
  }
  return absl::StrCat(out,
                      "      esac ;;\n  esac\n}\n"
                      "compdef _stancectl stancectl\n");
}

std::string FishCompletion(const ProgramDescription& program) {
  std::string out =
      "# fish completion for stancectl:\n"
      "#   stancectl completion fish | source\n";
  for (const CommandDescription& command : program.commands) {
    absl::StrAppend(&out,
                    "complete -c stancectl -n __fish_use_subcommand -f -a ",
                    command.name, " -d '", FishText(command.text), "'\n");
    const std::string seen =
        absl::StrCat("__fish_seen_subcommand_from ", command.name);
    if (command.commands.empty()) AppendFishOptions(seen, command, &out);
    for (const CommandDescription& part : command.commands) {
      absl::StrAppend(&out, "complete -c stancectl -n '", seen,
                      "; and not __fish_seen_subcommand_from ",
                      CommandNames(command.commands), "' -f -a ", part.name,
                      " -d '", FishText(part.text), "'\n");
      AppendFishOptions(
          absl::StrCat(seen, "; and __fish_seen_subcommand_from ", part.name),
          part, &out);
    }
  }
  return out;
}

}  // namespace stance::client
