// How much of a sentence is shown with each of its stances.
//
// Evidence repeats its sentence, so an answer grows with the length of a
// sentence times the stances in it. That is nothing for what people write: the
// longest sentences of communiqués stay far below the bound. Text without a
// full stop is one sentence, and without a bound a megabyte of it would be
// answered with gigabytes.

#ifndef STANCE_ENGINE_STANCE_SHOWN_SENTENCES_H_
#define STANCE_ENGINE_STANCE_SHOWN_SENTENCES_H_

#include <cstdint>
#include <vector>

#include "service/engine/stance/aggregation.h"
#include "service/engine/stance/found_stance.h"

namespace stance {

// Bytes that the evidence of one sentence may repeat of it, all stances
// together: 1,000 bytes for each of 64 stances.
inline constexpr uint32_t kMostShownOfASentence = 64'000;

// Bytes around a cue that are shown whatever the number of stances.
inline constexpr uint32_t kLeastShownAroundACue = 400;

// Where the stances of one sentence would repeat more of it than that, shortens
// what each shows to its cue and as much on both sides as there is room for,
// cut between words where there are any, else between characters. Stances of a
// sentence stand one after the other, as the finder leaves them.
void ShortenSentences(const PartTexts& parts,
                      std::vector<FoundStance>* stances);

}  // namespace stance

#endif  // STANCE_ENGINE_STANCE_SHOWN_SENTENCES_H_
