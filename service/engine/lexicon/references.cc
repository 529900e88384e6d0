#include "service/engine/lexicon/references.h"

#include <algorithm>
#include <tuple>

#include "absl/strings/ascii.h"
#include "absl/strings/numbers.h"
#include "service/engine/lexicon/concat.h"

namespace stance {
namespace {

namespace pb = lexicon::v1;

// [a-z]+/[A-Za-z0-9._-]+
bool IsId(std::string_view id) {
  const size_t slash = id.find('/');
  if (slash == std::string_view::npos || slash == 0 || slash + 1 == id.size()) {
    return false;
  }
  const std::string_view kind = id.substr(0, slash);
  const std::string_view name = id.substr(slash + 1);
  return std::all_of(kind.begin(), kind.end(),
                     [](char c) { return absl::ascii_islower(c); }) &&
         std::all_of(name.begin(), name.end(), [](char c) {
           return absl::ascii_isalnum(c) || c == '.' || c == '_' || c == '-';
         });
}

// An office somebody held, for finding two at a time.
struct Term {
  int32_t of;
  std::string title;
  int32_t from;
  int32_t to;
  uint32_t actor;
  Origin origin;
  int position;  // among the actor's offices
};

// Each term against the one before it in the same office that ends last.
void FindOverlaps(const Lexicon& lexicon, std::vector<Term> terms,
                  FindingSink* findings) {
  std::stable_sort(terms.begin(), terms.end(),
                   [](const Term& a, const Term& b) {
                     return std::tie(a.of, a.title, a.from) <
                            std::tie(b.of, b.title, b.from);
                   });
  const Term* longest = nullptr;
  for (const Term& term : terms) {
    const Term* before = longest;
    const bool same_office = before != nullptr && before->of == term.of &&
                             before->title == term.title;
    if (!same_office || term.to > before->to) longest = &term;
    // One day in common is how offices are handed over.
    if (!same_office || before->actor == term.actor ||
        term.from >= before->to) {
      continue;
    }
    findings->Warn(
        term.origin, "OVERLAPPING_OFFICE", lexicon.actors[term.actor].id,
        Concat("\"", term.title, "\" of ", lexicon.actors[term.of].id,
               " overlaps with the term of ", lexicon.actors[before->actor].id,
               " (", findings->Place(before->origin),
               "); check the dates, or mark the agent as `shared`"),
        "office", term.position);
  }
}

// Reports and cuts chains of `next` that come back to where they began.
template <typename Entry>
void CutCycles(std::vector<Entry>* entries, int32_t Entry::*next,
               std::string_view field, const std::vector<Origin>& origins,
               FindingSink* findings) {
  std::vector<uint32_t> seen(entries->size());  // 1 + where the walk began
  for (uint32_t start = 0; start < entries->size(); ++start) {
    int32_t at = static_cast<int32_t>(start);
    while (at >= 0 && seen[at] == 0) {
      seen[at] = start + 1;
      at = (*entries)[at].*next;
    }
    if (at < 0 || seen[at] != start + 1) continue;
    findings->Error(origins[at], "REFERENCE_CYCLE", (*entries)[at].id,
                    Concat("following ", field,
                           " from here comes back here; break the "
                           "circle"));
    (*entries)[at].*next = -1;
  }
}

class ActorResolver {
 public:
  ActorResolver(IdTable* ids, Lexicon* lexicon, FindingSink* findings)
      : ids_(*ids), lexicon_(*lexicon), findings_(*findings) {
    for (size_t i = 0; i < lexicon_.agents.size(); ++i) {
      agents_.try_emplace(lexicon_.agents[i].lemma, static_cast<int32_t>(i));
    }
  }

  void Resolve(const pb::Actor& actor, const Origin& origin) {
    const auto index = static_cast<uint32_t>(origins_.size());
    origins_.push_back(origin);
    ActorEntry& entry = lexicon_.actors[index];
    if (!actor.part_of().empty()) {
      entry.part_of = ids_.Resolve(actor.part_of(), EntryKind::kActor,
                                   "part_of", actor.id(), origin);
    } else if (actor.represents()) {
      findings_.Error(origin, "MISSING_FIELD", actor.id(),
                      "`represents` needs `part_of`, which names who is "
                      "represented");
    }
    for (const std::string& member : actor.member()) {
      const int32_t resolved =
          ids_.Resolve(member, EntryKind::kActor, "member", actor.id(), origin);
      if (resolved >= 0) entry.members.push_back(resolved);
    }
    for (int i = 0; i < actor.office_size(); ++i) {
      entry.offices.push_back(
          ResolveOffice(actor, index, actor.office(i), i, origin));
    }
  }

  void Finish() {
    CutCycles(&lexicon_.actors, &ActorEntry::part_of, "part_of", origins_,
              &findings_);
    FindOverlaps(lexicon_, std::move(terms_), &findings_);
  }

 private:
  ActorEntry::Office ResolveOffice(const pb::Actor& actor, uint32_t index,
                                   const pb::Office& office, int position,
                                   const Origin& origin) {
    ActorEntry::Office entry;
    entry.title = office.title();
    if (office.title().empty() || office.of().empty()) {
      findings_.Error(origin, "MISSING_FIELD", actor.id(),
                      "an office needs a title and an `of`", "office",
                      position);
      return entry;
    }
    const auto agent = agents_.find(office.title());
    if (agent != agents_.end()) {
      entry.agent = agent->second;
    } else {
      findings_.Warn(origin, "UNKNOWN_OFFICE", actor.id(),
                     Concat("no agent has the lemma \"", office.title(),
                            "\"; add one, or the office is not found "
                            "in texts"),
                     "office", position);
    }
    entry.of = ids_.Resolve(office.of(), EntryKind::kActor, "office.of",
                            actor.id(), origin);
    const auto date = [&](const std::string& text, int32_t otherwise) {
      if (text.empty()) return otherwise;
      const int32_t day = ParseDate(text);
      if (day != 0) return day;
      findings_.Error(origin, "BAD_DATE", actor.id(),
                      Concat("\"", text, "\" is not a day; write YYYY-MM-DD"),
                      "office", position);
      return otherwise;
    };
    entry.from = date(office.from(), entry.from);
    entry.to = date(office.to(), entry.to);
    if (entry.from > entry.to) {
      findings_.Error(
          origin, "BAD_DATE", actor.id(),
          Concat("the office begins on ", office.from(), ", after its end on ",
                 office.to(), "; exchange or correct the dates"),
          "office", position);
    } else if (entry.of >= 0 &&
               !(entry.agent >= 0 && lexicon_.agents[entry.agent].shared)) {
      terms_.push_back({entry.of, entry.title, entry.from, entry.to, index,
                        origin, position});
    }
    return entry;
  }

  IdTable& ids_;
  Lexicon& lexicon_;
  FindingSink& findings_;
  absl::flat_hash_map<std::string, int32_t> agents_;  // by lemma
  std::vector<Origin> origins_;
  std::vector<Term> terms_;
};

}  // namespace

int32_t ParseDate(std::string_view date) {
  if (date.size() != 10 || date[4] != '-' || date[7] != '-') return 0;
  const auto number = [&](size_t begin, size_t count) {
    int32_t value = 0;
    for (const char c : date.substr(begin, count)) {
      if (!absl::ascii_isdigit(c)) return 0;
      value = value * 10 + (c - '0');
    }
    return value;
  };
  const int32_t year = number(0, 4), month = number(5, 2), day = number(8, 2);
  if (year == 0 || month < 1 || month > 12) return 0;
  constexpr int kDays[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
  const int last = kDays[month - 1] + (month == 2 && leap ? 1 : 0);
  if (day < 1 || day > last) return 0;
  return year * 10000 + month * 100 + day;
}

void IdTable::Add(std::string_view id, EntryKind kind, uint32_t index,
                  const Origin& origin) {
  if (id.empty()) {
    findings_.Error(origin, "MISSING_FIELD", id,
                    Concat("the ", origin.field, " has no id; give it one"));
    return;
  }
  if (!IsId(id)) {
    findings_.Error(origin, "BAD_ID", id,
                    "write the id as kind/name: lower-case letters, \"/\", "
                    "then letters, digits, \".\", \"_\" or \"-\"");
  }
  const auto [found, added] =
      targets_.try_emplace(std::string(id), Target{kind, index, origin});
  if (!added) {
    findings_.Error(origin, "DUPLICATE_ID", id,
                    Concat("also the id of the ", found->second.origin.field,
                           " at ", findings_.Place(found->second.origin),
                           "; rename one, or join them"));
  }
}

int32_t IdTable::Find(std::string_view id, EntryKind kind) const {
  const auto found = targets_.find(std::string(id));
  return found != targets_.end() && found->second.kind == kind
             ? static_cast<int32_t>(found->second.index)
             : -1;
}

int32_t IdTable::Resolve(std::string_view id, EntryKind kind,
                         std::string_view field, std::string_view owner,
                         const Origin& origin) {
  if (const int32_t index = Find(id, kind); index >= 0) return index;
  const auto found = targets_.find(std::string(id));
  findings_.Error(
      origin, "UNKNOWN_REFERENCE", owner,
      found == targets_.end()
          ? Concat(field, " names \"", id,
                   "\", which is no entry; add it, or correct the id")
          : Concat(field, " names \"", id,
                   "\", which is of another "
                   "kind (",
                   found->second.origin.field, " at ",
                   findings_.Place(found->second.origin), ")"));
  return -1;
}

void ResolveReferences(const std::vector<LexiconSource>& sources, IdTable* ids,
                       Lexicon* lexicon, FindingSink* findings) {
  ActorResolver actors(ids, lexicon, findings);
  ForEachEntry(sources, &pb::LexiconFile::actor, "actor",
               [&](const pb::Actor& actor, const Origin& origin) {
                 actors.Resolve(actor, origin);
               });
  actors.Finish();

  std::vector<Origin> origins;
  ForEachEntry(sources, &pb::LexiconFile::issue, "issue",
               [&](const pb::Issue& issue, const Origin& origin) {
                 IssueEntry& entry = lexicon->issues[origins.size()];
                 origins.push_back(origin);
                 if (issue.parent().empty()) return;
                 entry.parent = ids->Resolve(issue.parent(), EntryKind::kIssue,
                                             "parent", issue.id(), origin);
               });
  CutCycles(&lexicon->issues, &IssueEntry::parent, "parent", origins, findings);
}

}  // namespace stance
