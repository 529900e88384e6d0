#include "client/output/summary.h"

#include <algorithm>
#include <set>
#include <string_view>
#include <utility>

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "client/fold_case.h"
#include "client/output/markdown.h"
#include "client/table/columns.h"

namespace stance::client {
namespace {

constexpr size_t kNumberWidth = 8;

std::string Count(uint64_t number, const char* one, const char* many) {
  return absl::StrCat(number, " ", number == 1 ? one : many);
}

size_t Shown(size_t rows, size_t top) {
  return top == 0 ? rows : std::min(rows, top);
}

std::string More(size_t rows) {
  return absl::StrCat("and ", rows, " more; --top 0 shows all");
}

Line NumberCell(uint64_t number, Look look) {
  return {{absl::StrCat(number), number > 0 ? look : Look::kFaint}};
}

}  // namespace

void Summary::Counts::Count(v1::Polarity polarity) {
  if (polarity == v1::POLARITY_SUPPORTS) ++supports;
  if (polarity == v1::POLARITY_OPPOSES) ++opposes;
  if (polarity == v1::POLARITY_NEUTRAL) ++neutral;
}

void Summary::Add(const v1::ClassifyArticleResponse& answer) {
  ++articles_;
  if (answer.actors().empty()) ++silent_;
  std::set<Counts*> here;
  const auto count = [&](Table* table, const std::string& id,
                         const std::string& name, v1::Polarity polarity) {
    Counts& counts = (*table)[id.empty() ? FoldCase(name) : id];
    if (counts.name.empty()) counts.name = name;
    counts.Count(polarity);
    if (here.insert(&counts).second) ++counts.articles;
  };
  for (const v1::ActorStances& group : answer.actors()) {
    for (const v1::Stance& stance : group.stances()) {
      all_.Count(stance.polarity());
      count(&actors_, group.actor().id(), group.actor().display_name(),
            stance.polarity());
      count(&targets_, stance.target().id(), stance.target().display_name(),
            stance.polarity());
    }
  }
  std::set<std::string> messages;
  for (const v1::Notice& notice : answer.notices()) {
    if (messages.insert(notice.message()).second) ++notices_[notice.message()];
  }
}

std::vector<const Summary::Counts*> Summary::Most(const Table& table) {
  std::vector<const Counts*> out;
  for (const auto& entry : table) out.push_back(&entry.second);
  std::stable_sort(
      out.begin(), out.end(),
      [](const Counts* a, const Counts* b) { return a->all() > b->all(); });
  return out;
}

// "3 articles, 1 without a stance, 1 failed", "7 stances: 4 supports, …".
std::vector<std::string> Summary::Headline() const {
  std::string articles = Count(articles_ + failed_, "article", "articles");
  if (silent_ > 0) {
    absl::StrAppend(&articles, ", ", silent_, " without a stance");
  }
  if (failed_ > 0) absl::StrAppend(&articles, ", ", failed_, " failed");
  const std::string stances = absl::StrCat(
      Count(all_.all(), "stance", "stances"), ": ", all_.supports,
      " supports, ", all_.opposes, " opposes, ", all_.neutral, " neutral");
  return {articles, stances};
}

std::vector<Summary::Column> Summary::Columns() const {
  std::vector<Column> out = {{"SUPPORTS", &Counts::supports, Look::kSupports},
                             {"OPPOSES", &Counts::opposes, Look::kOpposes},
                             {"NEUTRAL", &Counts::neutral, Look::kNeutral}};
  std::erase_if(out,
                [&](const Column& column) { return all_.*column.number == 0; });
  out.push_back({"ARTICLES", &Counts::articles, Look::kPlain});
  return out;
}

std::string Summary::FormatTable(const char* heading, const Table& table,
                                 const Terminal& terminal, size_t top) const {
  const std::vector<const Counts*> rows = Most(table);
  if (rows.empty()) return {};
  const size_t shown = Shown(rows.size(), top);
  const std::vector<Column> columns = Columns();
  size_t name_width = 6;
  for (size_t i = 0; i < shown; ++i) {
    name_width =
        std::max(name_width, DisplayWidth(MakePrintable(rows[i]->name)));
  }
  const size_t numbers = columns.size() * (kNumberWidth + kColumnGap);
  const size_t room =
      terminal.width > numbers + 6 ? terminal.width - numbers : 6;
  std::vector<size_t> widths = {std::min(name_width, room)};
  std::vector<Line> head = {{{heading, Look::kFaint}}};
  for (const Column& column : columns) {
    widths.push_back(kNumberWidth);
    head.push_back({{column.heading, Look::kFaint}});
  }
  const Pen pen = {terminal.colour};
  std::string out = "\n" + DrawRow(head, widths, pen);
  for (size_t i = 0; i < shown; ++i) {
    std::vector<Line> cells = {{{MakePrintable(rows[i]->name), Look::kActor}}};
    for (const Column& column : columns) {
      cells.push_back(NumberCell(rows[i]->*column.number, column.look));
    }
    out += DrawRow(cells, widths, pen);
  }
  if (rows.size() > shown) {
    absl::StrAppend(
        &out, Draw({{More(rows.size() - shown), Look::kFaint}}, pen), "\n");
  }
  return out;
}

std::string Summary::Format(const Terminal& terminal, size_t top) const {
  const Pen pen = {terminal.colour};
  std::string out =
      Draw({{absl::StrCat("== ", absl::StrJoin(Headline(), "; "), " =="),
             Look::kActor}},
           pen) +
      "\n";
  absl::StrAppend(&out, FormatTable("ACTOR", actors_, terminal, top),
                  FormatTable("TARGET", targets_, terminal, top));
  if (!notices_.empty()) out += "\n";
  for (const auto& [message, articles] : notices_) {
    out += DrawParagraph({{MakePrintable(absl::StrCat(
                               "note (", Count(articles, "article", "articles"),
                               "): ", message)),
                           Look::kFaint}},
                         0, terminal.width, pen);
  }
  return out;
}

std::string Summary::FormatAsMarkdown(size_t top) const {
  std::string out = absl::StrCat(absl::StrJoin(Headline(), "; "), "\n");
  const std::vector<Column> columns = Columns();
  for (const auto& [heading, table] :
       {std::pair("Actor", &actors_), std::pair("Target", &targets_)}) {
    const std::vector<const Counts*> rows = Most(*table);
    if (rows.empty()) continue;
    absl::StrAppend(&out, "\n| ", heading);
    std::string rule = "\n|---|";
    for (const Column& column : columns) {
      const std::string_view name = column.heading;
      absl::StrAppend(&out, " | ", std::string(name.substr(0, 1)),
                      absl::AsciiStrToLower(std::string(name.substr(1))));
      rule += "--:|";
    }
    absl::StrAppend(&out, " |", rule, "\n");
    const size_t shown = Shown(rows.size(), top);
    for (size_t i = 0; i < shown; ++i) {
      absl::StrAppend(&out, "| ", EscapeMarkdown(rows[i]->name));
      for (const Column& column : columns) {
        absl::StrAppend(&out, " | ", rows[i]->*column.number);
      }
      out += " |\n";
    }
    if (rows.size() > shown) {
      absl::StrAppend(&out, "\n", More(rows.size() - shown), "\n");
    }
  }
  return out;
}

}  // namespace stance::client
