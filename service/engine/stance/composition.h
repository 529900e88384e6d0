// Stage 5: what stands between a holder and a target. Negation, control verbs,
// mood and condition around a cue; operators inside its target.

#ifndef STANCE_ENGINE_STANCE_COMPOSITION_H_
#define STANCE_ENGINE_STANCE_COMPOSITION_H_

#include <vector>

#include "service/engine/sentence.h"
#include "service/engine/stance/frames.h"

namespace stance {

// One operator that applied, for the derivation.
struct OperatorStep {
  uint32_t unit = 0;
  std::string_view entry_id;  // cue or modifier; empty for a word of a class
  std::string_view effect;    // "reverse", "preserve", "neutralise", "negate"
  Polarity polarity_after{};
};

struct Composition {
  Polarity polarity{};
  Factuality factuality = lexicon::v1::FACTUALITY_ASSERTED;
  // Dropped opposition, double negation: right less often.
  bool uncertain = false;
  std::vector<OperatorStep> steps;
};

// Polarity and factuality of a filled frame in its clause.
void Compose(const SentenceView& view, const FilledFrame& frame,
             Composition* composition);

}  // namespace stance

#endif  // STANCE_ENGINE_STANCE_COMPOSITION_H_
