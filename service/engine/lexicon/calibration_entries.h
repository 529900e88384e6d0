// The measured precisions that a lexicon brings with it.

#ifndef STANCE_ENGINE_LEXICON_CALIBRATION_ENTRIES_H_
#define STANCE_ENGINE_LEXICON_CALIBRATION_ENTRIES_H_

#include <vector>

#include "service/engine/lexicon/compiler.h"
#include "service/engine/lexicon/finding_sink.h"
#include "service/engine/lexicon/lexicon.h"
#include "service/engine/lexicon/references.h"

namespace stance {

// Sets each way in which stances are found to its precision, each sign and cue
// to its log-odds. Ways that nobody knows or that stand twice, and numbers that
// are none, are errors.
// REQUIRES: the cues of the lexicon are there, and their ids.
void ReadCalibration(const std::vector<LexiconSource>& sources,
                     const IdTable& ids, Lexicon* lexicon,
                     FindingSink* findings);

}  // namespace stance

#endif  // STANCE_ENGINE_LEXICON_CALIBRATION_ENTRIES_H_
