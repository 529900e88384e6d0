// Frames that no cue fills: a speaker's own promise ("he said Moscow would not
// sign"), what a speaker wants done ("she said the ban should be lifted"), what
// somebody does something for ("went to court to halt the sale") or does away
// with ("shelved the plan").

#ifndef STANCE_ENGINE_STANCE_IMPLIED_FRAMES_H_
#define STANCE_ENGINE_STANCE_IMPLIED_FRAMES_H_

#include "service/engine/sentence.h"
#include "service/engine/stance/frames.h"

namespace stance {

// The group with the modal verb of `verb`: mostly itself; in "must stand firm
// and | reject it", that of the verb that it is joined to.
int32_t ModalOf(const SentenceView& view, int32_t verb);

// "must go", "should go", "has to go".
bool Obliges(const SentenceView& view, int32_t verb);

// The verb does away with its object: scrap, block, veto.
bool UndoesObject(const SentenceView& view, int32_t verb);

// False where the verb group makes no promise. Whether its subject is the
// speaker, or speaks for the same body, is for the caller to see.
bool FillCommitment(const SentenceView& view, int32_t verb, FilledFrame* frame);

// "The post will not be closed": whoever says so keeps it.
bool FillAssurance(const SentenceView& view, int32_t verb, FilledFrame* frame);

// "Also approved | was | a levy", "rejected were two permits": by the body that
// the text reports of. False for other verbs.
bool FillInvertedDecision(const SentenceView& view, int32_t verb,
                          FilledFrame* frame);

// "Scrap the tax!": what a speaker tells others to do. False for verbs that do
// nothing to their object, and outside main clauses.
bool FillImperative(const SentenceView& view, int32_t verb, FilledFrame* frame);

// False where the verb group tells nothing that should be done. The holder is
// the speaker; without one it is no stance.
bool FillObligation(const SentenceView& view, int32_t verb, FilledFrame* frame);

// "went to court | to halt the sale": an infinitive that says what its subject
// did something for, and does something to what can be contested. False for
// other infinitives.
bool FillPurpose(const SentenceView& view, int32_t verb, FilledFrame* frame);

// "The council shelved the plan": somebody does away with what can be
// contested. False for other verbs.
bool FillAct(const SentenceView& view, int32_t verb, FilledFrame* frame);

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
