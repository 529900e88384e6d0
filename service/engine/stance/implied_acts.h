// Frames that no cue fills, of what somebody does: does something for ("went to
// court to halt the sale"), does away with ("shelved the plan"), decides ("also
// approved was a levy").

#ifndef STANCE_ENGINE_STANCE_IMPLIED_ACTS_H_
#define STANCE_ENGINE_STANCE_IMPLIED_ACTS_H_

#include "service/engine/sentence.h"
#include "service/engine/stance/frames.h"

namespace stance {

// The verb does away with its object: scrap, block, veto.
bool UndoesObject(const SentenceView& view, int32_t verb);

// Something is done to the verb's object: stopped, kept, saved.
bool ActsOnObject(const SentenceView& view, int32_t verb);

// "went to court | to halt the sale": an infinitive that says what its subject
// did something for, and does something to what can be contested. False for
// other infinitives.
bool FillPurpose(const SentenceView& view, int32_t verb, FilledFrame* frame);

// "The council shelved the plan": somebody does away with what can be
// contested. False for other verbs.
bool FillAct(const SentenceView& view, int32_t verb, FilledFrame* frame);

// "Also approved | was | a levy", "rejected were two permits": by the body that
// the text reports of. False for other verbs.
bool FillInvertedDecision(const SentenceView& view, int32_t verb,
                          FilledFrame* frame);

}  // namespace stance

#endif  // STANCE_ENGINE_STANCE_IMPLIED_ACTS_H_
