// Answers in short: "Q: Do you back the levy? A: Absolutely."

#ifndef STANCE_ENGINE_STANCE_ANSWERS_H_
#define STANCE_ENGINE_STANCE_ANSWERS_H_

#include <cstddef>
#include <vector>

#include "service/engine/sentence.h"
#include "service/engine/stance/discourse.h"
#include "service/engine/stance/found_stance.h"

namespace stance {

// Takes the stances from `first` on, which a question asks about, out of
// `stances`, and keeps those of whoever is asked, or of whom they speak for, in
// Discourse::asked.
void AskFor(const SentenceView& view, size_t first, Discourse* discourse,
            std::vector<FoundStance>* stances);

// Where the sentence opens a turn with a yes or a no ("Of course.", "No, …",
// "We do not."), what was asked is a stance, or its opposite. Nothing stays
// asked.
void Answer(const SentenceView& view, bool explain, Discourse* discourse,
            std::vector<FoundStance>* stances);

}  // namespace stance

#endif  // STANCE_ENGINE_STANCE_ANSWERS_H_
