// The stances of one sentence: cues and frames, composition, attribution,
// holders and targets, in this order.

#ifndef STANCE_ENGINE_STANCE_FINDER_H_
#define STANCE_ENGINE_STANCE_FINDER_H_

#include <string_view>
#include <vector>

#include "service/engine/sentence.h"
#include "service/engine/stance/attribution.h"
#include "service/engine/stance/composition.h"
#include "service/engine/stance/discourse.h"
#include "service/engine/stance/frames.h"
#include "service/engine/stance/mentions.h"

namespace stance {

// Who says it: an entity, and where it is named.
struct SpeakerRef {
  int32_t entity = -1;
  Mention mention;
};

// A stance of one holder on one target, shown by one cue.
struct FoundStance {
  int32_t holder = -1;  // entity, after representation
  Mention holder_mention;
  Polarity polarity{};
  Factuality factuality{};
  // The target: an issue, an entity, or an open phrase; `antecedent` is the
  // fuller phrase that it takes up ("the plan").
  int32_t issue = -1;
  int32_t target_entity = -1;
  bool reciprocal = false;  // "each other": of two holders the other one
  Mention target;
  std::string_view antecedent;
  Mention cue;
  Mention sentence;
  uint32_t sentence_index = 0;
  uint32_t cue_entry = 0;
  int32_t evaluation = -1;  // cue entry of the verdict, -1 for none
  bool quoted = false;
  bool derived = false;
  absl::InlinedVector<SpeakerRef, 2> speakers;  // outermost first
  float confidence = 0;
  std::vector<DerivationStep> derivation;
};

// Working memory of the finder, used again from sentence to sentence.
struct FinderScratch {
  // Resolutions of the sentence's noun groups that do not depend on who
  // speaks; by group, -1 where not resolved yet.
  std::vector<int32_t> resolved;
  std::vector<Resolution> resolutions;
  std::vector<char> consumed;
  std::vector<int32_t> reports;
  FilledFrame frame;
  Composition composition;
  Attribution attribution;
};

struct FinderOptions {
  int32_t publish_date = 0;
  bool explain = false;
  bool unknown = false;
};

// Appends what the sentence shows to `stances`; `analysis` takes notices and
// unknown phrases.
void FindStances(const SentenceView& view, const FinderOptions& options,
                 Discourse* discourse, FinderScratch* scratch,
                 std::vector<FoundStance>* stances, Analysis* analysis);

}  // namespace stance

#endif  // STANCE_ENGINE_STANCE_FINDER_H_
