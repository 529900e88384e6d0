// What is said of a whole list before its items: "They want:", "Our demands are
// simple:".

#ifndef STANCE_ENGINE_STANCE_LISTED_TARGETS_H_
#define STANCE_ENGINE_STANCE_LISTED_TARGETS_H_

#include "service/engine/sentence.h"
#include "service/engine/stance/discourse.h"
#include "service/engine/stance/emission.h"
#include "service/engine/stance/frames.h"

namespace stance {

// Keeps what the frame, whose targets are the items that follow, says of them.
void NoteList(const SentenceView& view, const FiredFrame& fired,
              lexicon::v1::Polarity polarity, Discourse* discourse);

// "- an end to the evictions;": an item of the list that was opened last, as
// the target of what was said there. False where the sentence is none, or says
// something of its own.
bool FillItem(const SentenceView& view, Discourse* discourse,
              FilledFrame* filled);

}  // namespace stance

#endif  // STANCE_ENGINE_STANCE_LISTED_TARGETS_H_
