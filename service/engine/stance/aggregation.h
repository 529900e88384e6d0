// Stage 8: one stance per holder, target and polarity, with all its evidence.

#ifndef STANCE_ENGINE_STANCE_AGGREGATION_H_
#define STANCE_ENGINE_STANCE_AGGREGATION_H_

#include <string_view>
#include <vector>

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

// Merges `stances` into `analysis->actors`, ordered by first mention, filtered
// by `options`. Consumes `stances`.
void Aggregate(const Lexicon& lexicon, const PartTexts& parts,
               const Discourse& discourse, const ClassifyOptions& options,
               std::vector<FoundStance>* stances, Analysis* analysis);

}  // namespace stance

#endif  // STANCE_ENGINE_STANCE_AGGREGATION_H_
