// How sure a stance is: the precision measured on annotated articles for the
// way in which it was found. The figures are the lexicon's `calibration`.

#ifndef STANCE_ENGINE_STANCE_CONFIDENCE_H_
#define STANCE_ENGINE_STANCE_CONFIDENCE_H_

#include "service/engine/analysis.h"
#include "service/engine/lexicon/calibration.h"
#include "service/engine/stance/discourse.h"

namespace stance {

// 0..1. The sieve that found the holder tells named ones from coreference;
// `uncertain`: the stance stood at the end of a doubtful chain.
float Confidence(const Calibration& calibration, Way way, Sieve sieve,
                 Factuality factuality, bool uncertain);

}  // namespace stance

#endif  // STANCE_ENGINE_STANCE_CONFIDENCE_H_
