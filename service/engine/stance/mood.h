// What the modal verb and the condition around a cue's verb leave of its
// stance.

#ifndef STANCE_ENGINE_STANCE_MOOD_H_
#define STANCE_ENGINE_STANCE_MOOD_H_

#include "service/engine/sentence.h"
#include "service/engine/stance/frames.h"

namespace stance {

// The verb of saying that governs the clause of the group; -1 for none.
int32_t GovernorOf(const SentenceView& view, int32_t group);

// The holder is the speaker, who speaks of themselves: "we must oppose it".
bool HeldBySpeaker(const SentenceView& view, const FilledFrame& frame);

// For MoodOf(), of a verb group of several words.
Factuality MoodOfPhrase(const SentenceView& view, const FilledFrame& frame,
                        int32_t verb);

// How sure the frame's stance is by the mood of `verb`, the frame's own or one
// that governs it: UNSPECIFIED where the mood takes nothing away.
inline Factuality MoodOf(const SentenceView& view, const FilledFrame& frame,
                         int32_t verb) {
  // A verb alone has none.
  const Group& g = view.At(verb);
  return g.end - g.begin == 1 && !g.modal ? lexicon::v1::FACTUALITY_UNSPECIFIED
                                          : MoodOfPhrase(view, frame, verb);
}

}  // namespace stance

#endif  // STANCE_ENGINE_STANCE_MOOD_H_
