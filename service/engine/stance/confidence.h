// How sure stances are: a logistic model of their being right, fitted to
// annotated articles (tests/corpus/calibrate.py). Its figures are the lexicon's
// `calibration`: the precision of the way in which a stance was found, and what
// its signs and its cue add to the log-odds.

#ifndef STANCE_ENGINE_STANCE_CONFIDENCE_H_
#define STANCE_ENGINE_STANCE_CONFIDENCE_H_

#include <vector>

#include "service/engine/lexicon/lexicon.h"
#include "service/engine/stance/aggregation.h"
#include "service/engine/stance/discourse.h"
#include "service/engine/stance/found_stance.h"

namespace stance {

// Sets the confidence of each, in hundredths from 0 to 1. `explain`: and adds a
// step to its derivation, with the way and the signs.
// REQUIRES: stances of one sentence stand together.
void RateStances(const Lexicon& lexicon, const PartTexts& parts,
                 const Discourse& discourse, bool explain,
                 std::vector<FoundStance>* stances);

// Of a stance that several sentences show, with the confidence of the surest of
// them: makes it surer. `explain`: and adds that to the first derivation.
void RateRepeated(const Calibration& calibration, bool explain, Stance* stance);

}  // namespace stance

#endif  // STANCE_ENGINE_STANCE_CONFIDENCE_H_
