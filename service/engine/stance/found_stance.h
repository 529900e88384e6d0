// A stance as one sentence shows it, before the stances of an article are put
// together.

#ifndef STANCE_ENGINE_STANCE_FOUND_STANCE_H_
#define STANCE_ENGINE_STANCE_FOUND_STANCE_H_

#include <string_view>
#include <vector>

#include "absl/container/inlined_vector.h"
#include "service/engine/analysis.h"
#include "service/engine/lexicon/calibration.h"
#include "service/engine/stance/sieve.h"

namespace stance {

// Who says it: an entity, and where it is named.
struct SpeakerRef {
  int32_t entity = -1;
  Mention mention;
};

// A stance of one holder on one target, shown by one cue.
struct FoundStance {
  // Not left to the compiler, which would fill all of it with zeros first.
  FoundStance() {}

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
  // Of a pronoun: the noun phrase nearest before that it takes up.
  std::string_view taken_up;
  Mention cue;
  Mention sentence;
  uint32_t sentence_index = 0;
  uint32_t cue_entry = 0;
  int32_t evaluation = -1;  // cue entry of the verdict, -1 for none
  bool quoted = false;
  bool derived = false;
  bool negated = false;  // by a word of its verb group: "does not back it"
  bool before = false;   // told beside, of earlier: ", who fought it,"
  bool aside = false;    // in a clause set in: ", which backs it,"
  absl::InlinedVector<SpeakerRef, 2> speakers;  // outermost first
  // How it was found, for its confidence.
  Way way{};
  Sieve sieve = Sieve::kNone;  // that found the holder
  bool uncertain = false;      // at the end of a doubtful chain
  bool turned = false;         // by negation or a shifter
  bool target_quoted = false;
  uint32_t sentence_classes = 0;  // WordClassBit of all words of the sentence
  float confidence = 0;           // see RateStances()
  std::vector<DerivationStep> derivation;
};

}  // namespace stance

#endif  // STANCE_ENGINE_STANCE_FOUND_STANCE_H_
