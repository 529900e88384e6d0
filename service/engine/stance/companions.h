// Those who hold what somebody beside them holds: "Norway, along with | Sweden,
// opposes it", "joined by | Sweden", "like | Sweden".

#ifndef STANCE_ENGINE_STANCE_COMPANIONS_H_
#define STANCE_ENGINE_STANCE_COMPANIONS_H_

#include "service/engine/sentence.h"

namespace stance {

// For CompanionOf(), where the sentence has a word that may name one.
int32_t FindCompanion(const SentenceView& view, int32_t holder, int32_t verb);

// The noun group named beside `holder`, a noun group that does what `verb` says
// (a verb group, -1 for none): right behind it, before the subject, or at the
// end of the clause. -1 where nobody is.
inline int32_t CompanionOf(const SentenceView& view, int32_t holder,
                           int32_t verb) {
  const Unit& any = view.syntax.any;
  const bool may_be = any.Reads(EntryKind::kModifier) ||
                      any.Has(lexicon::v1::FUNCTION_ROLE_JOIN) ||
                      any.Has(lexicon::v1::FUNCTION_ROLE_INCLUDING) ||
                      // "among them".
                      any.Has(lexicon::v1::FUNCTION_ROLE_THIRD_PLURAL);
  return may_be ? FindCompanion(view, holder, verb) : -1;
}

}  // namespace stance

#endif  // STANCE_ENGINE_STANCE_COMPANIONS_H_
