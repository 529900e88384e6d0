// Frames that no cue fills, of what somebody says: a speaker's own promise ("he
// said Moscow would not sign"), what a speaker wants done ("she said the ban
// should be lifted"), an image that slights. Those of what somebody does stand
// in implied_acts.h.

#ifndef STANCE_ENGINE_STANCE_IMPLIED_FRAMES_H_
#define STANCE_ENGINE_STANCE_IMPLIED_FRAMES_H_

#include "service/engine/sentence.h"
#include "service/engine/stance/frames.h"

namespace stance {

// Begins such a frame: one of support, carried by the verb group `verb`. `cue`
// is the entry of the lexicon that stands for what is implied.
void StartImplied(const SentenceView& view, uint32_t cue, int32_t verb,
                  FilledFrame* frame);

// The group with the modal verb of `verb`: mostly itself; in "must stand firm
// and | reject it", that of the verb that it is joined to.
int32_t ModalOf(const SentenceView& view, int32_t verb);

// "must go", "should go", "has to go".
bool Obliges(const SentenceView& view, int32_t verb);

// False where the verb group makes no promise. Whether its subject is the
// speaker, or speaks for the same body, is for the caller to see.
bool FillCommitment(const SentenceView& view, int32_t verb, FilledFrame* frame);

// "The post will not be closed": whoever says so keeps it.
bool FillAssurance(const SentenceView& view, int32_t verb, FilledFrame* frame);

// "Scrap the tax!": what a speaker tells others to do. False for verbs that do
// nothing to their object, and outside main clauses.
bool FillImperative(const SentenceView& view, int32_t verb, FilledFrame* frame);

// False where the verb group tells nothing that should be done. The holder is
// the speaker; without one it is no stance.
bool FillObligation(const SentenceView& view, int32_t verb, FilledFrame* frame);

// "The Greens would scrap the levy", with nobody to say so: what the verb does
// to it is what they stand for. Not of "it", which may be a bill. `frame` is
// what FillCommitment() made.
bool IsPolicy(const SentenceView& view, const FilledFrame& frame);

// "The levy, she said, was \"a hole in a bucket\"": an image in quotation marks
// that holds no word of verdict is a slight. False for other predicates; the
// holder is the speaker.
bool FillSlight(const SentenceView& view, int32_t verb, FilledFrame* frame);

// "did not share the industry's view that fares must rise": who says so does
// not think so.
bool IsSomebodysView(const SentenceView& view, int32_t verb);

}  // namespace stance

#endif  // STANCE_ENGINE_STANCE_IMPLIED_FRAMES_H_
