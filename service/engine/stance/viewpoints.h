// Whose view a phrase gives the sentence as: "for farmers, …", "in the union's
// view", "according to the union".

#ifndef STANCE_ENGINE_STANCE_VIEWPOINTS_H_
#define STANCE_ENGINE_STANCE_VIEWPOINTS_H_

#include <cstdint>

#include "service/engine/sentence.h"

namespace stance {

// "For | farmers, the levy is a disaster", "To farmers, …": the noun group that
// the sentence opens with behind a preposition; -1 for none.
int32_t OpensForSomebody(const SentenceView& view);

// "in | the union's | view", "in the eyes of farmers": whose, of a noun behind
// a preposition; -1 for nobody's.
int32_t InWhoseView(const SentenceView& view, int32_t noun);

// "“It is a disgrace,” | was | the union's verdict", "came | the reply | from
// the union": whose word it is that the verb right before the noun
// presents; -1 for nobody's.
int32_t WhoseReplyIs(const SentenceView& view, int32_t noun);

// "according to | the union": a fixed word at group `word`, and the noun group
// after its preposition, or whoever speaks through that; -1 for none.
int32_t AccordingToWhom(const SentenceView& view, int32_t word);

}  // namespace stance

#endif  // STANCE_ENGINE_STANCE_VIEWPOINTS_H_
