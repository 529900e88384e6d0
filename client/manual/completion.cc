#include "client/manual/completion.h"

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "absl/strings/str_replace.h"

namespace stance::client {
namespace {

std::string CommandNames(const ProgramDescription& program) {
  return absl::StrJoin(program.commands, " ",
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

}  // namespace

std::string BashCompletion(const ProgramDescription& program) {
  std::string out = kBashHead;
  absl::StrAppend(&out,
                  "  if [ \"$COMP_CWORD\" = 1 ]; then\n"
                  "    COMPREPLY=($(compgen -W \"--help ",
                  CommandNames(program),
                  "\" -- \"$cur\"))\n    return\n  fi\n"
                  "  case ${COMP_WORDS[1]} in\n");
  for (const CommandDescription& command : program.commands) {
    absl::StrAppend(&out, "    ", command.name, ")\n      case $prev in\n");
    std::string positional;
    for (const OptionDescription& option : command.options) {
      if (option.names.empty()) positional = absl::StrJoin(option.choices, " ");
      if (option.names.empty() || option.value.empty()) continue;
      absl::StrAppend(
          &out, "        ", absl::StrJoin(option.names, "|"), ") ",
          "COMPREPLY=($(compgen ",
          option.choices.empty()
              ? std::string("-f")
              : absl::StrCat("-W \"", absl::StrJoin(option.choices, " "), "\""),
          " -- \"$cur\")); return ;;\n");
    }
    absl::StrAppend(&out,
                    "      esac\n"
                    "      case $cur in\n"
                    "        -*) COMPREPLY=($(compgen -W \"",
                    absl::StrJoin(FlagNames(command), " "),
                    "\" -- \"$cur\")) ;;\n        *) COMPREPLY=($(compgen ",
                    positional.empty()
                        ? std::string("-f")
                        : absl::StrCat("-W \"", positional, "\""),
                    " -- \"$cur\")) ;;\n      esac ;;\n");
  }
  return absl::StrCat(out,
                      "  esac\n}\n"
                      "complete -o filenames -F _stancectl stancectl\n");
}

std::string ZshCompletion(const ProgramDescription& program) {
  std::string out =
      "#compdef stancectl\n# zsh completion for stancectl:\n"
      "#   source <(stancectl completion zsh)\n_stancectl() {\n"
      "  local line state\n  local -a commands\n  commands=(\n";
  for (const CommandDescription& command : program.commands) {
    absl::StrAppend(
        &out, "    ",
        Quoted(absl::StrCat(command.name, ":", ZshText(command.text))), "\n");
  }
  absl::StrAppend(&out,
                  "  )\n"
                  "  _arguments -C '1:command:->command' '*::argument:->rest'\n"
                  "  case $state in\n"
                  "    command) _describe command commands ;;\n"
                  "    rest)\n      case $line[1] in\n");
  for (const CommandDescription& command : program.commands) {
    absl::StrAppend(&out, "        ", command.name, ") _arguments");
    std::string rest = "'*:file:_files'";
    for (const OptionDescription& option : command.options) {
      const std::string values =
          option.choices.empty()
              ? std::string("_files")
              : absl::StrCat("(", absl::StrJoin(option.choices, " "), ")");
      if (option.names.empty()) rest = absl::StrCat("'*:value:", values, "'");
      for (const std::string& name : option.names) {
        absl::StrAppend(
            &out, " \\\n          ",
            Quoted(absl::StrCat("*", name, option.value.empty() ? "" : "=", "[",
                                ZshText(option.text), "]",
                                option.value.empty()
                                    ? std::string()
                                    : absl::StrCat(":value:", values))));
      }
    }
    absl::StrAppend(&out, " \\\n          ", rest, " ;;\n");
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
    for (const OptionDescription& option : command.options) {
      const std::string values = absl::StrJoin(option.choices, " ");
      std::string line =
          absl::StrCat("complete -c stancectl -n '__fish_seen_subcommand_from ",
                       command.name, "'");
      for (const std::string& name : option.names) {
        if (name.size() == 2) {
          absl::StrAppend(&line, " -s ", name.substr(1));
        } else {
          absl::StrAppend(&line, " -l ", name.substr(2));
        }
      }
      if (option.names.empty() && values.empty()) continue;  // files, as ever
      if (!option.value.empty() && !option.names.empty()) {
        line += values.empty() ? " -r" : " -x";
      }
      if (!values.empty()) {
        absl::StrAppend(&line, option.names.empty() ? " -f" : "", " -a '",
                        values, "'");
      }
      absl::StrAppend(&out, line, " -d '", FishText(option.text), "'\n");
    }
  }
  return out;
}

}  // namespace stance::client
