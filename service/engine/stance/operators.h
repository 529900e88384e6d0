// The operators over a stance, which turn it round or take it away: "declined
// to back it", "unable to back it", "dropped its opposition".

#ifndef STANCE_ENGINE_STANCE_OPERATORS_H_
#define STANCE_ENGINE_STANCE_OPERATORS_H_

#include <cstdint>

#include "service/engine/sentence.h"

namespace stance {

// What an operator's effect, and a negation, make of a polarity.
Polarity Apply(lexicon::v1::Effect effect, Polarity polarity);
Polarity Negate(Polarity polarity);

// One of the cue's targets is an infinitive.
bool TakesInfinitive(const CueEntry& cue);

// Control verbs without a stance of their own: declined to, tried to. Null
// where the verb is no cue.
const CueEntry* OperatorAt(const SentenceView& view, int32_t verb);

// "is unable | to back it", "found it hard | to back it": the adjective right
// before the verb; null where no such one stands there.
const CueEntry* OperatorBefore(const SentenceView& view, int32_t verb);

// "dropped its opposition": the operator that undoes a noun's stance, where the
// verb is one; null where it is not.
const CueEntry* GivingUp(const SentenceView& view, int32_t verb);

// "Peru's enthusiasm for it | has waned": an attitude that is no longer, as the
// verb says whose subject the noun is; null where it does not.
const CueEntry* WaningOf(const SentenceView& view, int32_t noun);

}  // namespace stance

#endif  // STANCE_ENGINE_STANCE_OPERATORS_H_
