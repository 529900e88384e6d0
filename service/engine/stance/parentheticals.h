// What is set in between two marks inside a clause.

#ifndef STANCE_ENGINE_STANCE_PARENTHETICALS_H_
#define STANCE_ENGINE_STANCE_PARENTHETICALS_H_

#include "service/engine/sentence.h"

namespace stance {

// "had qualms, | however, | about it", "were, she said, against it", "adopted
// (by 12 votes to 1) it": the mark that closes what the comma, dash or bracket
// `opening` opens where that is an adverb, a phrase with a preposition, a count
// or who says so; -1 where it is something else.
int32_t EndOfParenthetical(const SentenceView& view, int32_t opening);

}  // namespace stance

#endif  // STANCE_ENGINE_STANCE_PARENTHETICALS_H_
