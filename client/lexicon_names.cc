#include "client/lexicon_names.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_replace.h"
#include "client/errors.h"
#include "client/exit_codes.h"
#include "client/fold_case.h"

namespace stance::client {
namespace {

constexpr size_t kMostNamed = 3;

struct Entry {
  std::string id;
  std::string name;
};

// One of the two lists of a lexicon.
struct List {
  const char* option;
  const char* noun;
  const char* command;
  google::rpc::Status (*read)(Answerer* answerer, const std::string& filter,
                              std::vector<Entry>* entries);
};

google::rpc::Status ReadIssues(Answerer* answerer, const std::string& filter,
                               std::vector<Entry>* entries) {
  v1::ListIssuesResponse issues;
  google::rpc::Status status = answerer->ListIssues(filter, 0, &issues);
  for (const v1::Target& issue : issues.issues()) {
    entries->push_back({issue.id(), issue.display_name()});
  }
  return status;
}

google::rpc::Status ReadActors(Answerer* answerer, const std::string& filter,
                               std::vector<Entry>* entries) {
  v1::ListActorsResponse actors;
  google::rpc::Status status = answerer->ListActors(filter, 0, &actors);
  for (const v1::Actor& actor : actors.actors()) {
    entries->push_back({actor.id(), actor.display_name()});
  }
  return status;
}

constexpr List kIssues = {"--issue", "issue", "list-issues", &ReadIssues};
constexpr List kActors = {"--actor", "actor", "list-actors", &ReadActors};
constexpr List kActorsAsIssues = {"--issue", "actor", "list-actors",
                                  &ReadActors};

// A client may be let at the articles' service only.
bool MayNotAsk(const google::rpc::Status& status) {
  return status.code() == grpc::StatusCode::PERMISSION_DENIED ||
         status.code() == grpc::StatusCode::UNIMPLEMENTED;
}

int Fail(const google::rpc::Status& status) {
  PrintError("", OneLine(status));
  return ExitCode(status);
}

// How many bytes have to be put in, taken out or exchanged.
size_t EditDistance(std::string_view a, std::string_view b) {
  std::vector<size_t> row(b.size() + 1);
  for (size_t j = 0; j <= b.size(); ++j) row[j] = j;
  for (size_t i = 1; i <= a.size(); ++i) {
    size_t diagonal = std::exchange(row[0], i);
    for (size_t j = 1; j <= b.size(); ++j) {
      const size_t changed = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
      diagonal = std::exchange(row[j],
                               std::min({changed, row[j] + 1, row[j - 1] + 1}));
    }
  }
  return row[b.size()];
}

// Behind the kind of an id.
std::string Tail(const std::string& id) { return id.substr(id.find('/') + 1); }

// The entries whose name or id differs from `text` in a third of it at most.
std::vector<Entry> Nearest(const std::string& text,
                           const std::vector<Entry>& entries) {
  const std::string folded = FoldCase(Tail(text));
  std::vector<std::pair<size_t, const Entry*>> near;
  for (const Entry& entry : entries) {
    const size_t distance =
        std::min(EditDistance(folded, FoldCase(entry.name)),
                 EditDistance(folded, FoldCase(Tail(entry.id))));
    if (distance <= folded.size() / 3) near.emplace_back(distance, &entry);
  }
  std::stable_sort(near.begin(), near.end(), [](const auto& a, const auto& b) {
    return a.first < b.first;
  });
  std::vector<Entry> out;
  for (const auto& [distance, entry] : near) out.push_back(*entry);
  return out;
}

// "issue/carbon-tax (carbon tax), issue/… and 4 more".
std::string Name(const std::vector<Entry>& entries) {
  std::string out;
  for (size_t i = 0; i < std::min(entries.size(), kMostNamed); ++i) {
    absl::StrAppend(&out, i == 0 ? "" : ", ", entries[i].id, " (",
                    entries[i].name, ")");
  }
  if (entries.size() > kMostNamed) {
    absl::StrAppend(&out, " and ", entries.size() - kMostNamed, " more");
  }
  return out;
}

int SayUnknown(const std::string& text, const List& list, Answerer* answerer) {
  std::vector<Entry> all;
  const google::rpc::Status status = list.read(answerer, "", &all);
  if (status.code() != 0) return Fail(status);
  std::string help;
  if (std::vector<Entry> near = Nearest(text, all); near.empty()) {
    help =
        absl::StrCat("see `stancectl lexicon ", list.command, " --filter …`");
  } else {
    near.resize(std::min(near.size(), kMostNamed));
    help = absl::StrCat("did you mean ", Name(near), "?");
  }
  PrintError(absl::StrCat(list.option, " ", text),
             absl::StrCat("the lexicon has no such ", list.noun, "; ", help));
  return kExitUsage;
}

// An entry with that very id; none: it is not there.
int CheckId(const std::string& id, const List& list, Answerer* answerer,
            bool* known) {
  std::vector<Entry> entries;
  const google::rpc::Status status = list.read(answerer, id, &entries);
  *known = MayNotAsk(status) ||
           std::any_of(entries.begin(), entries.end(),
                       [&](const Entry& entry) { return entry.id == id; });
  return status.code() == 0 || MayNotAsk(status) ? kExitOk : Fail(status);
}

int RequireId(const std::string& id, const List& list, Answerer* answerer) {
  bool known = false;
  if (const int code = CheckId(id, list, answerer, &known); code != kExitOk) {
    return code;
  }
  return known ? kExitOk : SayUnknown(id, list, answerer);
}

// "Carbon tax" -> "issue/carbon-tax".
std::string IssueId(const std::string& name) {
  return absl::StrCat(
      "issue/", absl::StrReplaceAll(absl::AsciiStrToLower(name), {{" ", "-"}}));
}

}  // namespace

int FindIssue(const std::string& text, Answerer* answerer, std::string* id) {
  if (text.find('/') != std::string::npos) {
    *id = text;
    return RequireId(
        text, absl::StartsWith(text, "issue/") ? kIssues : kActorsAsIssues,
        answerer);
  }
  *id = IssueId(text);
  bool known = false;
  if (const int code = CheckId(*id, kIssues, answerer, &known);
      code != kExitOk || known) {
    return code;
  }
  std::vector<Entry> hits;
  const google::rpc::Status status = ReadIssues(answerer, text, &hits);
  if (status.code() != 0) return Fail(status);
  const std::string folded = FoldCase(text);
  for (const Entry& entry : hits) {
    if (FoldCase(entry.name) != folded) continue;
    *id = entry.id;
    return kExitOk;
  }
  if (hits.empty()) return SayUnknown(text, kIssues, answerer);
  if (hits.size() > 1) {
    PrintError(absl::StrCat("--issue ", text),
               absl::StrCat(hits.size(), " issues have that in a name: ",
                            Name(hits), "; give the id of one"));
    return kExitUsage;
  }
  // It may be but a part of a wording: say what it was taken for.
  *id = hits[0].id;
  PrintError(absl::StrCat("--issue ", text),
             absl::StrCat("taken for ", Name(hits)));
  return kExitOk;
}

int CheckActor(const std::string& id, Answerer* answerer) {
  return RequireId(id, kActors, answerer);
}

}  // namespace stance::client
