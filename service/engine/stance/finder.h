// The stances of one sentence: cues and frames, composition, attribution,
// holders and targets, in this order.

#ifndef STANCE_ENGINE_STANCE_FINDER_H_
#define STANCE_ENGINE_STANCE_FINDER_H_

#include <string_view>
#include <vector>

#include "service/engine/sentence.h"
#include "service/engine/stance/attribution.h"
#include "service/engine/stance/composition.h"
#include "service/engine/stance/descent.h"
#include "service/engine/stance/discourse.h"
#include "service/engine/stance/found_stance.h"
#include "service/engine/stance/frames.h"
#include "service/engine/stance/sentence_mentions.h"

namespace stance {

// Working memory of the finder, used again from sentence to sentence.
struct FinderScratch {
  SentenceMentionsScratch mentions;
  std::vector<char> consumed;  // by group; at least those of the sentence
  std::vector<InnerTarget> inner;
  std::vector<FilledFrame> passed;
  std::vector<FilledFrame> tallies;
  FilledFrame frame;
  Composition composition;
  Attribution attribution;
  // Of the sentence in which speech is closed that opens in this one.
  SentenceMentionsScratch closing_mentions;
  Attribution closing;
};

struct FinderOptions {
  int32_t publish_date = 0;
  bool explain = false;
  bool unknown = false;
  bool derived = false;  // also stances that only follow from what is said
};

// Appends what the sentence shows to `stances`; `analysis` takes notices and
// unknown phrases.
void FindStances(const SentenceView& view, const FinderOptions& options,
                 Discourse* discourse, FinderScratch* scratch,
                 std::vector<FoundStance>* stances, Analysis* analysis);

}  // namespace stance

#endif  // STANCE_ENGINE_STANCE_FINDER_H_
