#include "client/lexicon/server_lexicon.h"

#include <algorithm>
#include <map>
#include <string_view>
#include <vector>

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_replace.h"
#include "absl/strings/strip.h"
#include "absl/time/time.h"
#include "client/table/display.h"

namespace stance::client {
namespace {

using Rows = std::vector<std::vector<std::string>>;

// Cells under each other, two spaces between, nothing cut: for programs that
// take columns, too.
std::string Align(const Rows& rows) {
  std::vector<size_t> widths;
  for (const auto& row : rows) {
    widths.resize(std::max(widths.size(), row.size()));
    for (size_t i = 0; i < row.size(); ++i) {
      widths[i] = std::max(widths[i], DisplayWidth(row[i]));
    }
  }
  std::string out;
  for (const auto& row : rows) {
    std::string line;
    size_t column = 0;
    for (size_t i = 0; i < row.size(); ++i) {
      line += row[i];
      column += widths[i] + 2;
      if (i + 1 < row.size()) {
        line.append(column - DisplayWidth(line), ' ');
      }
    }
    absl::StrAppend(&out, line, "\n");
  }
  return out;
}

std::string Time(const google::protobuf::Timestamp& time) {
  return absl::FormatTime("%Y-%m-%dT%H:%M:%SZ",
                          absl::FromUnixSeconds(time.seconds()),
                          absl::UTCTimeZone());
}

// ACTOR_KIND_ARMED_GROUP -> "armed group"
std::string KindName(v1::ActorKind kind) {
  const std::string name = v1::ActorKind_Name(kind);
  return absl::StrReplaceAll(
      absl::AsciiStrToLower(absl::StripPrefix(name, "ACTOR_KIND_")),
      {{"_", " "}});
}

}  // namespace

std::string FormatLexicon(const v1::GetLexiconResponse& lexicon) {
  Rows rows = {
      {"name", MakePrintable(lexicon.lexicon().name())},
      {"version", MakePrintable(lexicon.lexicon().version())},
      {"sha256", MakePrintable(lexicon.lexicon().checksum())},
      {"loaded", Time(lexicon.load_time())},
  };
  if (!lexicon.server_version().empty()) {
    rows.push_back(
        {"server", "stanced " + MakePrintable(lexicon.server_version())});
  }
  const std::map<std::string, uint32_t> counts(lexicon.entry_counts().begin(),
                                               lexicon.entry_counts().end());
  for (const auto& [kind, count] : counts) {
    rows.push_back({absl::StrReplaceAll(MakePrintable(kind), {{"_", " "}}),
                    absl::StrCat(count)});
  }
  if (!lexicon.last_reload_error().empty()) {
    rows.push_back(
        {"last reload",
         absl::StrCat("failed ", Time(lexicon.last_reload_error_time()), ": ",
                      MakePrintable(lexicon.last_reload_error()))});
  }
  return Align(rows);
}

std::string FormatActors(const v1::ListActorsResponse& actors) {
  Rows rows = {{"ID", "KIND", "NAME"}};
  for (const v1::Actor& actor : actors.actors()) {
    rows.push_back({MakePrintable(actor.id()), KindName(actor.kind()),
                    MakePrintable(actor.display_name())});
  }
  return Align(rows);
}

std::string FormatIssues(const v1::ListIssuesResponse& issues) {
  Rows rows = {{"ID", "NAME"}};
  for (const v1::Target& issue : issues.issues()) {
    rows.push_back(
        {MakePrintable(issue.id()), MakePrintable(issue.display_name())});
  }
  return Align(rows);
}

}  // namespace stance::client
