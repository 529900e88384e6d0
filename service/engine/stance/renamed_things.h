// Nouns that sum up what stands before them: "a toll, | an idea that …", "it
// would double, | something that …".

#ifndef STANCE_ENGINE_STANCE_RENAMED_THINGS_H_
#define STANCE_ENGINE_STANCE_RENAMED_THINGS_H_

#include "service/engine/sentence.h"
#include "service/engine/stance/targets.h"

namespace stance {

// What the noun group sums up, a noun group or a clause; none where it is
// nothing of the kind.
TargetRef RenamedThing(const SentenceView& view, int32_t group);

}  // namespace stance

#endif  // STANCE_ENGINE_STANCE_RENAMED_THINGS_H_
