// Those who hold what somebody beside them holds: "Norway, along with | Sweden,
// opposes it", "joined by | Sweden", "like | Sweden".

#ifndef STANCE_ENGINE_STANCE_COMPANIONS_H_
#define STANCE_ENGINE_STANCE_COMPANIONS_H_

#include "service/engine/sentence.h"

namespace stance {

// The noun group named beside `holder`, a noun group that does what `verb` says
// (a verb group, -1 for none): right behind it, before the subject, or at the
// end of the clause. -1 where nobody is.
int32_t CompanionOf(const SentenceView& view, int32_t holder, int32_t verb);

}  // namespace stance

#endif  // STANCE_ENGINE_STANCE_COMPANIONS_H_
