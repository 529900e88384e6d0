// How sure a stance is: the precision measured on annotated articles for the
// way in which it was found. The figures are the lexicon's `calibration`.

#ifndef STANCE_ENGINE_STANCE_CONFIDENCE_H_
#define STANCE_ENGINE_STANCE_CONFIDENCE_H_

#include <string_view>

#include "service/engine/analysis.h"
#include "service/engine/lexicon/lexicon.h"
#include "service/engine/stance/discourse.h"

namespace stance {

// `way` is the kind of cue: "verb", "noun", "adjective", "phrase", "verdict",
// "evaluated", "context". Looked up as "way/named" or "way/coreference",
// lowered where the stance is conditional or stood at the end of a doubtful
// chain. 0..1.
float Confidence(const Lexicon& lexicon, std::string_view way, Sieve sieve,
                 Factuality factuality, bool uncertain);

}  // namespace stance

#endif  // STANCE_ENGINE_STANCE_CONFIDENCE_H_
