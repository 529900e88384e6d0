// Stage 8: one stance per holder, target and polarity, with all its evidence.

#ifndef STANCE_ENGINE_STANCE_AGGREGATION_H_
#define STANCE_ENGINE_STANCE_AGGREGATION_H_

#include <cstdint>
#include <string_view>
#include <vector>

#include "service/engine/classifier.h"
#include "service/engine/stance/chained_table.h"
#include "service/engine/stance/content_words.h"
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
  uint64_t words = 0;  // of an open phrase: a fingerprint; 0: not yet read

  // On a phrase that is neither an issue nor an entity.
  bool IsOpen() const { return issue < 0 && entity < 0; }
  // The same but for the words.
  bool IsOfKind(const StanceKey& other) const {
    return holder == other.holder && polarity == other.polarity &&
           derived == other.derived && issue == other.issue &&
           entity == other.entity;
  }
  friend bool operator==(const StanceKey&, const StanceKey&) = default;
  // What most keys differ in.
  uint32_t Print() const {
    const uint64_t target = words ^ static_cast<uint64_t>(issue) << 20 ^
                            static_cast<uint64_t>(entity) << 10;
    const uint64_t print = Mix(target, static_cast<uint64_t>(holder) << 3 |
                                           static_cast<uint64_t>(polarity));
    return static_cast<uint32_t>(print);
  }
};

// A stance of the answer.
struct PlacedStance {
  StanceKey key;
  size_t index;             // in its actor's list
  std::string_view phrase;  // of an open target
};

// Working memory, used again from article to article.
struct AggregationScratch {
  // By entity: which of the answer's actors it is; -1: holds nothing so far.
  std::vector<int32_t> actors;
  std::vector<PlacedStance> stances;
  // In `stances`, by StanceKey::Print(): as it was added, and with its words
  // since they were read.
  ChainedTable places;
};

// Merges `stances` into `analysis->actors`, ordered by first mention, filtered
// by `options`. Consumes `stances`.
void Aggregate(const Lexicon& lexicon, const PartTexts& parts,
               const Discourse& discourse, const ClassifyOptions& options,
               AggregationScratch* scratch, std::vector<FoundStance>* stances,
               Analysis* analysis);

}  // namespace stance

#endif  // STANCE_ENGINE_STANCE_AGGREGATION_H_
