#include "client/report/overview.h"

#include <algorithm>
#include <iterator>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"

namespace stance::client {
namespace {

using kainjow::mustache::data;

constexpr size_t kMostColumns = 15;
constexpr size_t kMostRows = 40;
constexpr size_t kMostDisputed = 10;
constexpr size_t kMostNames = 6;
constexpr size_t kMostDays = 60;
constexpr uint64_t kLevels = 4;
constexpr uint64_t kBarWidth = 300;
constexpr size_t kMonthLength = 7;  // of "2024-05"

std::vector<const Matrix::Node*> Issues(const Matrix& matrix) {
  std::vector<const Matrix::Node*> out = matrix.Targets();
  std::erase_if(out,
                [](const Matrix::Node* node) { return node->kind != "issue"; });
  return out;
}

// "40 of 312 actors and 15 of 87 issues are shown, and none of the 245 targets
// that are no issue of the lexicon"; empty where all are shown.
std::string SayRest(size_t rows, size_t actors, size_t columns, size_t issues,
                    size_t others) {
  const bool by_issue = issues > 0;
  if (!by_issue) std::swap(issues, others);
  if (rows == actors && columns == issues && others == 0) return {};
  std::string out =
      absl::StrCat(rows, " of ", actors, " actors and ", columns, " of ",
                   issues, by_issue ? " issues" : " targets", " are shown");
  if (others > 0) {
    absl::StrAppend(&out, ", and none of the ", others,
                    " targets that are no issue of the lexicon");
  }
  return out;
}

const char* SideOf(const Matrix::Cell& cell) {
  if (cell.net() > 0) return "supports";
  return cell.net() < 0 ? "opposes" : "even";
}

data CellData(const Matrix::Node& actor, const Matrix::Node& target,
              const Matrix::Cell& cell, uint64_t most, const Places& actors,
              const Places& targets) {
  data out;
  out.set("any", cell.all() > 0);
  if (cell.all() == 0) return out;
  const uint64_t level = 1 + (cell.all() * kLevels - 1) / most;
  out.set("side", SideOf(cell));
  out.set("level", absl::StrCat(std::min(level, kLevels)));
  out.set("actor", absl::StrCat(actors.at(actor.key)));
  out.set("target", absl::StrCat(targets.at(target.key)));
  out.set("supports", absl::StrCat(cell.supports));
  out.set("opposes", absl::StrCat(cell.opposes));
  out.set("neutral", absl::StrCat(cell.neutral));
  out.set("label",
          absl::StrCat(actor.name, " on ", target.name, ": ", cell.supports,
                       " supports, ", cell.opposes, " opposes, ", cell.neutral,
                       " neutral; show the sentences"));
  return out;
}

std::string JoinNames(const std::vector<std::string>& names) {
  std::string out;
  for (size_t i = 0; i < std::min(names.size(), kMostNames); ++i) {
    absl::StrAppend(&out, i == 0 ? "" : ", ", names[i]);
  }
  if (names.size() > kMostNames) {
    absl::StrAppend(&out, " and ", names.size() - kMostNames, " more");
  }
  return out;
}

std::vector<Dispute> FindDisputes(const Matrix& matrix) {
  std::vector<Dispute> out;
  const std::vector<const Matrix::Node*> actors = matrix.Actors();
  for (const Matrix::Node* target : matrix.Targets()) {
    Dispute dispute;
    dispute.name = target->name;
    dispute.known = !target->id.empty();
    for (const Matrix::Node* actor : actors) {
      const int64_t net = matrix.At(*actor, *target).net();
      if (net > 0) dispute.supporters.push_back(actor->name);
      if (net < 0) dispute.opponents.push_back(actor->name);
    }
    if (dispute.balance() > 0) out.push_back(std::move(dispute));
  }
  return out;
}

}  // namespace

void AddMatrix(const Matrix& matrix, const Places& actors,
               const Places& targets, data* page) {
  const std::vector<const Matrix::Node*> all = matrix.Targets();
  const std::vector<const Matrix::Node*> issues = Issues(matrix);
  std::vector<const Matrix::Node*> columns = issues.empty() ? all : issues;
  if (columns.size() > kMostColumns) columns.resize(kMostColumns);
  data names{data::type::list};
  for (const Matrix::Node* column : columns) {
    names << data("name", column->name);
  }
  const std::vector<const Matrix::Node*> holders = matrix.Actors();
  uint64_t most = 1;
  for (const Matrix::Node* actor : holders) {
    for (const Matrix::Node* column : columns) {
      most = std::max(most, matrix.At(*actor, *column).all());
    }
  }
  data rows{data::type::list};
  size_t count = 0;
  for (const Matrix::Node* actor : holders) {
    data cells{data::type::list};
    bool any = false;
    for (const Matrix::Node* column : columns) {
      const Matrix::Cell cell = matrix.At(*actor, *column);
      any = any || cell.all() > 0;
      cells << CellData(*actor, *column, cell, most, actors, targets);
    }
    if (!any) continue;
    if (count == kMostRows) break;
    ++count;
    data row;
    row.set("name", actor->name);
    row.set("cells", cells);
    rows << row;
  }
  page->set("columns", names);
  page->set("rows", rows);
  page->set("has_matrix", count > 0);
  const std::string rest = SayRest(count, holders.size(), columns.size(),
                                   issues.size(), all.size() - issues.size());
  if (!rest.empty()) page->set("rest", rest);
}

std::vector<Dispute> DisputesWithin(const v1::ClassifyArticleResponse& answer,
                                    const std::string& article) {
  Matrix matrix{Matrix::Options()};
  matrix.Add(answer);
  std::vector<Dispute> out = FindDisputes(matrix);
  std::erase_if(out, [](const Dispute& dispute) { return dispute.known; });
  for (Dispute& dispute : out) {
    absl::StrAppend(&dispute.name, " (in “", article, "”)");
  }
  return out;
}

void AddDisputed(const Matrix& matrix, std::vector<Dispute> within,
                 data* page) {
  std::vector<Dispute> disputes = FindDisputes(matrix);
  std::erase_if(disputes,
                [](const Dispute& dispute) { return !dispute.known; });
  std::move(within.begin(), within.end(), std::back_inserter(disputes));
  std::stable_sort(
      disputes.begin(), disputes.end(), [](const Dispute& a, const Dispute& b) {
        return a.known != b.known ? a.known : a.balance() > b.balance();
      });
  if (disputes.size() > kMostDisputed) disputes.resize(kMostDisputed);
  data list{data::type::list};
  for (const Dispute& dispute : disputes) {
    data row;
    row.set("name", dispute.name);
    row.set("supporters", JoinNames(dispute.supporters));
    row.set("opponents", JoinNames(dispute.opponents));
    list << row;
  }
  page->set("disputed", list);
  page->set("has_disputed", !disputes.empty());
}

void AddTimeline(const std::map<std::string, PolarityCounts>& days,
                 data* page) {
  const bool by_month = days.size() > kMostDays;
  std::map<std::string, PolarityCounts> bars;
  uint64_t most = 1;
  for (const auto& [day, counts] : days) {
    PolarityCounts& bar = bars[by_month ? day.substr(0, kMonthLength) : day];
    bar.supports += counts.supports;
    bar.opposes += counts.opposes;
    bar.neutral += counts.neutral;
    most = std::max(most, bar.all());
  }
  data list{data::type::list};
  for (const auto& [name, bar] : bars) {
    const uint64_t supports = bar.supports * kBarWidth / most;
    const uint64_t opposes = bar.opposes * kBarWidth / most;
    data row;
    row.set("name", name);
    row.set("all", absl::StrCat(bar.all()));
    row.set("supports", absl::StrCat(bar.supports));
    row.set("opposes", absl::StrCat(bar.opposes));
    row.set("neutral", absl::StrCat(bar.neutral));
    row.set("supports_width", absl::StrCat(supports));
    row.set("opposes_x", absl::StrCat(supports));
    row.set("opposes_width", absl::StrCat(opposes));
    row.set("neutral_x", absl::StrCat(supports + opposes));
    row.set("neutral_width", absl::StrCat(bar.neutral * kBarWidth / most));
    list << row;
  }
  page->set("bars", list);
  page->set("period", by_month ? "Month" : "Day");
  page->set("has_timeline", !bars.empty());
}

}  // namespace stance::client
