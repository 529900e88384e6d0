#include "client/matrix/matrix.h"

#include <algorithm>
#include <set>

#include "absl/strings/ascii.h"
#include "absl/strings/strip.h"
#include "client/fold_case.h"

namespace stance::client {
namespace {

// "ACTOR_KIND_ARMED_GROUP" -> "armed_group"; nothing for UNSPECIFIED.
std::string KindWord(absl::string_view name, absl::string_view prefix) {
  absl::ConsumePrefix(&name, prefix);
  return name == "UNSPECIFIED" ? std::string()
                               : absl::AsciiStrToLower(std::string{name});
}

Matrix::Node& NodeFor(std::map<std::string, Matrix::Node>* nodes,
                      const std::string& id, const std::string& name,
                      const std::string& kind) {
  Matrix::Node& node = (*nodes)[id.empty() ? FoldCase(name) : id];
  if (node.key.empty()) {
    node.key = id.empty() ? FoldCase(name) : id;
    node.id = id;
    node.name = name;
    node.kind = kind;
  }
  return node;
}

}  // namespace

bool Counts(const v1::Stance& stance, const Matrix::Options& options) {
  return stance.confidence() >= options.min_confidence &&
         (!options.issues_only ||
          stance.target().kind() == v1::TARGET_KIND_ISSUE);
}

void Matrix::Add(const v1::ClassifyArticleResponse& answer) {
  std::set<const Cell*> here;
  for (const v1::ActorStances& group : answer.actors()) {
    for (const v1::Stance& stance : group.stances()) {
      if (!Counts(stance, options_)) continue;
      const v1::Target& about = stance.target();
      Node& actor = NodeFor(
          &actors_, group.actor().id(), group.actor().display_name(),
          KindWord(v1::ActorKind_Name(group.actor().kind()), "ACTOR_KIND_"));
      Node& target =
          NodeFor(&targets_, about.id(), about.display_name(),
                  KindWord(v1::TargetKind_Name(about.kind()), "TARGET_KIND_"));
      Cell& cell = cells_[{actor.key, target.key}];
      ++actor.stances;
      ++target.stances;
      if (stance.polarity() == v1::POLARITY_SUPPORTS) ++cell.supports;
      if (stance.polarity() == v1::POLARITY_OPPOSES) ++cell.opposes;
      if (stance.polarity() == v1::POLARITY_NEUTRAL) ++cell.neutral;
      if (here.insert(&cell).second) ++cell.articles;
    }
  }
}

std::vector<const Matrix::Node*> Matrix::Sorted(const Nodes& nodes) const {
  std::vector<const Node*> out;
  for (const auto& entry : nodes) {
    if (entry.second.stances >= options_.min_stances) {
      out.push_back(&entry.second);
    }
  }
  std::stable_sort(out.begin(), out.end(), [](const Node* a, const Node* b) {
    return a->stances != b->stances ? a->stances > b->stances
                                    : a->name < b->name;
  });
  return out;
}

Matrix::Cell Matrix::At(const Node& actor, const Node& target) const {
  const auto at = cells_.find({actor.key, target.key});
  return at == cells_.end() ? Cell() : at->second;
}

}  // namespace stance::client
