// Names of bodies that a role noun begins: "the Association of Hospital Cooks",
// "the Committee on Tariffs".

#ifndef STANCE_ENGINE_STANCE_BODY_NAMES_H_
#define STANCE_ENGINE_STANCE_BODY_NAMES_H_

#include "service/engine/sentence.h"
#include "service/engine/stance/mention_parts.h"

namespace stance {

// The noun group that ends the name which the role noun of `group` begins; -1
// where that is no such name.
int32_t EndOfBodyName(const SentenceView& view, int32_t group,
                      const MentionParts& parts);

}  // namespace stance

#endif  // STANCE_ENGINE_STANCE_BODY_NAMES_H_
