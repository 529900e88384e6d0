#include <string>
#include <utility>

#include "absl/container/flat_hash_map.h"
#include "absl/container/flat_hash_set.h"
#include "service/engine/lexicon/concat.h"
#include "service/lexicon_files/checks.h"

namespace stance {
namespace {

using EntryIndex = std::pair<int, uint32_t>;  // kind and index

EntryIndex KeyOf(const Example& example) {
  return {static_cast<int>(example.entry_kind), example.entry};
}

}  // namespace

void FindDeadEntries(const std::vector<LexiconSource>& sources,
                     const std::vector<Example>& examples,
                     const std::vector<ExampleFailure>& failures,
                     FindingSink* findings) {
  absl::flat_hash_map<EntryIndex, int> failed;
  for (const ExampleFailure& failure : failures) {
    if (failure.example->kind == Example::Kind::kExample) {
      ++failed[KeyOf(*failure.example)];
    }
  }
  if (failed.empty()) return;
  absl::flat_hash_map<EntryIndex, int> all;
  for (const Example& example : examples) {
    if (example.kind == Example::Kind::kExample) ++all[KeyOf(example)];
  }
  absl::flat_hash_set<EntryIndex> reported;
  for (const ExampleFailure& failure : failures) {
    const Example& example = *failure.example;
    const EntryIndex key = KeyOf(example);
    if (example.kind != Example::Kind::kExample || failed[key] < all[key] ||
        !reported.insert(key).second) {
      continue;
    }
    const Origin origin = OriginsOf(sources, example.entry_kind)[example.entry];
    findings->Error(origin, "DEAD", example.entry_id,
                    "none of its examples finds this entry; correct its forms "
                    "and frames, or remove it");
  }
}

}  // namespace stance
