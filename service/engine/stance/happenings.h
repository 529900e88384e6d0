// What happens to things: "the levy must go", "wants the levy to go".

#ifndef STANCE_ENGINE_STANCE_HAPPENINGS_H_
#define STANCE_ENGINE_STANCE_HAPPENINGS_H_

#include <cstdint>

#include "service/engine/sentence.h"

namespace stance {

// "C must go", "wants C to go": the verb has a subject of its own, and that is
// a thing. Nobody is against Peru who says that Peru must stop.
bool HappensToThing(const SentenceView& view, int32_t group,
                    const CueEntry& cue);

}  // namespace stance

#endif  // STANCE_ENGINE_STANCE_HAPPENINGS_H_
