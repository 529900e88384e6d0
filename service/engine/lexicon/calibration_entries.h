// The measured precisions that a lexicon brings with it.

#ifndef STANCE_ENGINE_LEXICON_CALIBRATION_ENTRIES_H_
#define STANCE_ENGINE_LEXICON_CALIBRATION_ENTRIES_H_

#include <vector>

#include "service/engine/lexicon/calibration.h"
#include "service/engine/lexicon/compiler.h"
#include "service/engine/lexicon/finding_sink.h"

namespace stance {

// Sets each way in which stances are found to its precision. Ways that nobody
// knows or that stand twice, and numbers outside 0..1, are errors.
void ReadCalibration(const std::vector<LexiconSource>& sources,
                     Calibration* calibration, FindingSink* findings);

}  // namespace stance

#endif  // STANCE_ENGINE_LEXICON_CALIBRATION_ENTRIES_H_
