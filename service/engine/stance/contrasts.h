// What a target is set against: "backs a levy rather than | a ban", "voted for
// the cap but not for | the delay", "wants not a ban but | a levy", "would
// sooner resign than | sign it".

#ifndef STANCE_ENGINE_STANCE_CONTRASTS_H_
#define STANCE_ENGINE_STANCE_CONTRASTS_H_

#include "service/engine/sentence.h"
#include "service/engine/stance/frames.h"
#include "service/engine/stance/targets.h"

namespace stance {

struct Contrast {
  int32_t group = -1;     // the noun or verb group; -1 for none
  bool affirmed = false;  // the target is denied, the noun group is what counts
  // "would sooner eat his hat than sign it": nobody wants the one.
  bool only = false;
};

// Of a noun or infinitive that the frame has for a target.
Contrast ContrastTo(const SentenceView& view, const FilledFrame& frame,
                    const TargetRef& target);

// "backed by Peru but not by | Chile", "Peru, not | Chile, backs it": who is
// said not to, given the holder; -1 for none.
int32_t DeniedBeside(const SentenceView& view, int32_t holder);

}  // namespace stance

#endif  // STANCE_ENGINE_STANCE_CONTRASTS_H_
