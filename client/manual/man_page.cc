#include "client/manual/man_page.h"

#include <vector>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "absl/strings/str_replace.h"
#include "absl/strings/str_split.h"

namespace stance::client {
namespace {

constexpr const char* kEnd = R"(.SH ENVIRONMENT
.TP
.B STANCE_SERVER\fR, \fBSTANCE_TIMEOUT
As \-\-server and \-\-timeout.
.TP
.B STANCE_TLS\fR, \fBSTANCE_TLS_CA\fR, \fBSTANCE_TLS_CERT\fR, \fBSTANCE_TLS_KEY\fR, \fBSTANCE_TLS_SERVER_NAME
As the flags of these names; STANCE_TLS is true or false.
.TP
.B STANCE_PROFILE\fR, \fBSTANCE_CONFIG
As \-\-profile; the file of profiles.
.TP
.B STANCE_LEXICON
As \-\-lexicon.
.TP
.B STANCE_SHARDS\fR, \fBJOB_COMPLETION_INDEX
How many shards a batch has, and which this is.
.TP
.B NO_COLOR
Set to anything: no colours.
.SH FILES
.TP
.I ~/.config/stance/config.toml
Servers by name, as tables [profiles.NAME] with the keys server, timeout, tls,
tls\-ca, tls\-cert, tls\-key, tls\-server\-name; profile = "NAME" says which counts.
.SH EXIT STATUS
.TP
.B 0
Done.
.TP
.B 1
lexicon check found errors, lexicon diff differences.
.TP
.B 2
Arguments that make no sense, files that cannot be read or written.
.TP
.B 3
Of several articles some failed.
.TP
.B 64 + N
The call failed with gRPC's status code N: 67 INVALID_ARGUMENT, 68
DEADLINE_EXCEEDED, 73 FAILED_PRECONDITION, 78 UNAVAILABLE.
.TP
.B 128 + N
Signal N ended it: 130 SIGINT, 143 SIGTERM. batch first finishes what is under
way.
.PP
health exits as grpc\-health\-probe does: 1 arguments, 2 cannot connect, 3 the
call failed, 4 not serving.
)";

// Text that roff takes as it is.
std::string Roff(const std::string& text) {
  std::vector<std::string> lines = absl::StrSplit(
      absl::StrReplaceAll(text,
                          {{"\\", "\\e"}, {"-", "\\-"}, {"…", "\\[u2026]"}}),
      '\n');
  for (std::string& line : lines) {
    if (absl::StartsWith(line, ".") || absl::StartsWith(line, "'")) {
      line.insert(0, "\\&");
    }
  }
  return absl::StrJoin(lines, "\n");
}

std::string OptionRoff(const OptionDescription& option) {
  const std::string names =
      option.names.empty() ? option.value : absl::StrJoin(option.names, ", ");
  std::string head = absl::StrCat("\\fB", Roff(names), "\\fR");
  if (!option.names.empty() && !option.value.empty()) {
    absl::StrAppend(&head, " \\fI",
                    option.choices.empty()
                        ? Roff(option.value)
                        : Roff(absl::StrJoin(option.choices, "|")),
                    "\\fR");
  }
  return absl::StrCat(".TP\n", head, "\n", Roff(option.text),
                      option.required ? " (required)" : "", "\n");
}

// A section for the command, or one for each that it is made of.
void AppendSections(const std::string& prefix,
                    const std::vector<CommandDescription>& commands,
                    std::string* out) {
  for (const CommandDescription& command : commands) {
    const std::string name = absl::StrCat(prefix, " ", command.name);
    if (!command.commands.empty()) {
      AppendSections(name, command.commands, out);
      continue;
    }
    absl::StrAppend(out, ".SH \"", name, "\"\n", Roff(command.text), ".\n");
    for (const OptionDescription& option : command.options) {
      *out += OptionRoff(option);
    }
    if (!command.footer.empty()) {
      absl::StrAppend(out, ".PP\n.nf\n", Roff(command.footer), "\n.fi\n");
    }
  }
}

}  // namespace

std::string ManPage(const ProgramDescription& program,
                    const std::string& version) {
  std::string out = absl::StrCat(
      ".TH STANCECTL 1 \"\" \"stancectl ", version, "\" \"Stance\"\n",
      ".SH NAME\nstancectl \\- who supports what, and who opposes what, in "
      "news "
      "articles\n.SH SYNOPSIS\n.B stancectl\n.I COMMAND\n[\\fIOPTION\\fR]...\n"
      ".SH DESCRIPTION\n",
      Roff(program.text.substr(0, program.text.find('\n'))), "\n.PP\n",
      "Answers come from a server (\\-\\-server) or from this process "
      "(\\-\\-embedded).\n");
  AppendSections("stancectl", program.commands, &out);
  return out + kEnd;
}

}  // namespace stance::client
