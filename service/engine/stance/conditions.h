// What a sentence says under a condition only.

#ifndef STANCE_ENGINE_STANCE_CONDITIONS_H_
#define STANCE_ENGINE_STANCE_CONDITIONS_H_

#include <cstdint>

#include "service/engine/sentence.h"
#include "service/engine/stance/frames.h"

namespace stance {

// The effect of the modifier that opens the clause ("if", "provided that");
// UNSPECIFIED where none does.
lexicon::v1::ModifierEffect OpenerEffect(const SentenceView& view,
                                         const Clause& clause);

// "backs it, but not | if it hurts growers": what the clause tells is what the
// stance in `group` does not go along with.
bool IsException(const SentenceView& view, const Clause& clause, int32_t group);

// "will not sign | as long as | C": C stands in the way, where "will sign as
// long as C" asks for it.
bool IsAsLongAs(const SentenceView& view, const Clause& clause);

// The clause is a condition of what the cue in `group` says: "provided that C"
// of anything, "until C" of a refusal (`polarity` is OPPOSES), "as soon as C"
// of a promise too. It stands behind the cue, or opens the sentence.
bool IsConditionOf(const SentenceView& view, const Clause& clause,
                   int32_t group, Polarity polarity);

// A clause of condition ("provided that", "unless") follows the verb.
bool IsConditional(const SentenceView& view, int32_t verb);

// "would back the budget | if renters were protected": consent, with what it
// hangs on behind it; no answer to what may come.
// REQUIRES: a modal verb says "would".
bool IsConsent(const SentenceView& view, const FilledFrame& frame,
               int32_t verb);

// The sentence begins as "Had the text passed, …", "Were the Lords to insist".
bool IsInverted(const SentenceView& view);

// An "if" clause, or an inverted one, stands in the sentence, and makes what
// the frame says unreal.
bool IsHypothetical(const SentenceView& view, const FilledFrame& frame);

}  // namespace stance

#endif  // STANCE_ENGINE_STANCE_CONDITIONS_H_
