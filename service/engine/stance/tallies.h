// Votes that are told by their numbers, with names in brackets: "adopted by 11
// votes in favour, 2 against (China, Russia), with 2 abstentions (India)".

#ifndef STANCE_ENGINE_STANCE_TALLIES_H_
#define STANCE_ENGINE_STANCE_TALLIES_H_

#include <vector>

#include "service/engine/sentence.h"
#include "service/engine/stance/frames.h"

namespace stance {

// Appends a frame for each name in brackets behind a word of voting. Its target
// is what the clause says was voted on; without one it is the topic.
void FindTallies(const SentenceView& view, std::vector<FilledFrame>* frames);

}  // namespace stance

#endif  // STANCE_ENGINE_STANCE_TALLIES_H_
