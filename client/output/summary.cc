#include "client/output/summary.h"

#include <algorithm>
#include <set>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "client/fold_case.h"
#include "client/output/markdown.h"
#include "client/table/columns.h"

namespace stance::client {
namespace {

constexpr size_t kMostShown = 10;
constexpr size_t kNumberWidth = 8;
constexpr size_t kGap = 2;

std::string Count(uint64_t number, const char* one, const char* many) {
  return absl::StrCat(number, " ", number == 1 ? one : many);
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

std::string Summary::Format(const Terminal& terminal) const {
  const Pen pen = {terminal.colour};
  std::string out =
      Draw({{absl::StrCat("== ", absl::StrJoin(Headline(), "; "), " =="),
             Look::kActor}},
           pen) +
      "\n";
  const size_t numbers = 4 * (kNumberWidth + kGap);
  for (const auto& [heading, table] :
       {std::pair("ACTOR", &actors_), std::pair("TARGET", &targets_)}) {
    const std::vector<const Counts*> rows = Most(*table);
    if (rows.empty()) continue;
    const size_t shown = std::min(rows.size(), kMostShown);
    size_t name_width = 6;
    for (size_t i = 0; i < shown; ++i) {
      name_width =
          std::max(name_width, DisplayWidth(MakePrintable(rows[i]->name)));
    }
    const size_t room =
        terminal.width > numbers + 6 ? terminal.width - numbers : 6;
    const std::vector<size_t> widths = {std::min(name_width, room),
                                        kNumberWidth, kNumberWidth,
                                        kNumberWidth, kNumberWidth};
    const auto faint = [](const char* text) {
      return Line{{text, Look::kFaint}};
    };
    absl::StrAppend(
        &out, "\n",
        DrawRow({faint(heading), faint("SUPPORTS"), faint(" OPPOSES"),
                 faint(" NEUTRAL"), faint("ARTICLES")},
                widths, pen));
    for (size_t i = 0; i < shown; ++i) {
      absl::StrAppend(&out,
                      DrawRow({{{MakePrintable(rows[i]->name), Look::kActor}},
                               NumberCell(rows[i]->supports, Look::kSupports),
                               NumberCell(rows[i]->opposes, Look::kOpposes),
                               NumberCell(rows[i]->neutral, Look::kNeutral),
                               NumberCell(rows[i]->articles, Look::kPlain)},
                              widths, pen));
    }
    if (rows.size() > shown) {
      absl::StrAppend(&out,
                      Draw({{absl::StrCat("and ", rows.size() - shown, " more"),
                             Look::kFaint}},
                           pen),
                      "\n");
    }
  }
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

std::string Summary::FormatAsMarkdown() const {
  std::string out = absl::StrCat(absl::StrJoin(Headline(), "; "), "\n");
  for (const auto& [heading, table] :
       {std::pair("Actor", &actors_), std::pair("Target", &targets_)}) {
    const std::vector<const Counts*> rows = Most(*table);
    if (rows.empty()) continue;
    absl::StrAppend(&out, "\n| ", heading,
                    " | Supports | Opposes | Neutral | Articles |\n"
                    "|---|--:|--:|--:|--:|\n");
    for (size_t i = 0; i < std::min(rows.size(), kMostShown); ++i) {
      absl::StrAppend(&out, "| ", EscapeMarkdown(rows[i]->name), " | ",
                      rows[i]->supports, " | ", rows[i]->opposes, " | ",
                      rows[i]->neutral, " | ", rows[i]->articles, " |\n");
    }
  }
  return out;
}

}  // namespace stance::client
