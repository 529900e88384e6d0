// Stage 8: one stance per holder, target and polarity, with all its evidence.

#ifndef STANCE_ENGINE_STANCE_AGGREGATION_H_
#define STANCE_ENGINE_STANCE_AGGREGATION_H_

#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "service/engine/classifier.h"
#include "service/engine/stance/discourse.h"
#include "service/engine/stance/finder.h"

namespace stance {

struct PartTexts {
  std::string_view text;
  std::string_view title;

  std::string_view Of(const Mention& mention) const {
    const std::string_view part = mention.part == Part::kTitle ? title : text;
    return part.substr(mention.begin, mention.end - mention.begin);
  }
};

// What makes two stances one: holder, polarity, target.
struct StanceKey {
  int32_t holder = -1;
  int32_t polarity = 0;
  bool derived = false;
  int32_t issue = -1;
  int32_t entity = -1;
  uint64_t words = 0;  // of an open phrase: a fingerprint

  friend bool operator==(const StanceKey&, const StanceKey&) = default;
  template <typename H>
  friend H AbslHashValue(H h, const StanceKey& key) {
    // Fewer words to mix: none of them uses all of its bits.
    const uint64_t stance = static_cast<uint64_t>(key.holder) << 8 |
                            static_cast<uint64_t>(key.polarity) << 1 |
                            static_cast<uint64_t>(key.derived);
    const uint64_t target = static_cast<uint64_t>(key.issue) << 32 ^
                            static_cast<uint32_t>(key.entity) ^ key.words;
    return H::combine(std::move(h), stance, target);
  }
};

// Working memory, used again from article to article. Values are indices into
// the answer's actors, and into the actor's stances.
struct AggregationScratch {
  std::vector<int32_t> actors;  // by entity; -1: holds nothing so far
  absl::flat_hash_map<StanceKey, size_t> stances;
};

// Merges `stances` into `analysis->actors`, ordered by first mention, filtered
// by `options`. Consumes `stances`.
void Aggregate(const Lexicon& lexicon, const PartTexts& parts,
               const Discourse& discourse, const ClassifyOptions& options,
               AggregationScratch* scratch, std::vector<FoundStance>* stances,
               Analysis* analysis);

}  // namespace stance

#endif  // STANCE_ENGINE_STANCE_AGGREGATION_H_
