// What somebody is only expected, allowed, asked or said to do: no stance yet.

#ifndef STANCE_ENGINE_STANCE_SUPPOSED_H_
#define STANCE_ENGINE_STANCE_SUPPOSED_H_

#include <cstdint>

#include "service/engine/sentence.h"
#include "service/engine/stance/frames.h"

namespace stance {

// "Analysts expect Peru to back it", "the law lets Peru reject it", "Peru has
// the power to reject it", "Peru was accused of backing it": `verb` is the
// frame's carrier, or one that governs it.
bool IsSupposed(const SentenceView& view, const FilledFrame& frame,
                int32_t verb);

}  // namespace stance

#endif  // STANCE_ENGINE_STANCE_SUPPOSED_H_
