// What is said not to be so: negated verbs and subjects, verbs that deny.

#ifndef STANCE_ENGINE_STANCE_NEGATION_H_
#define STANCE_ENGINE_STANCE_NEGATION_H_

#include <cstdint>

#include "service/engine/sentence.h"

namespace stance {

// True where the verb group's verb says that something is not so: "denied that
// the tram would hurt shops".
bool Denies(const SentenceView& view, int32_t verb);

// A word of the sentence may deny something.
inline bool MayDeny(const SentenceView& view) {
  return view.syntax.any.Reads(EntryKind::kModifier) ||
         view.syntax.any.MayBe(kNegation);
}

// For IsNegated(), in a sentence that may deny.
bool HoldsNegation(const SentenceView& view, int32_t verb);

// True where the verb group is negated.
inline bool IsNegated(const SentenceView& view, int32_t verb) {
  return MayDeny(view) && HoldsNegation(view, verb);
}

// "neither | the union nor the employers", "not | one speaker": none of those
// whom the noun group names.
bool IsAfterNeither(const SentenceView& view, int32_t group);

// "Peru and Chile, neither of | which backs it": of a relative clause.
bool IsNoneOfThem(const SentenceView& view, const Clause& clause);

// A verb of opposition is denied beside the verb of support: "nor" stands
// between them.
bool DeniesOpposite(const SentenceView& view, int32_t verb);

}  // namespace stance

#endif  // STANCE_ENGINE_STANCE_NEGATION_H_
