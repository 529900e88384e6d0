// Motions as minutes write them: "Moved Cr Ito, seconded Cr Shah: That the toll
// be scrapped", "Resolved: That …".

#ifndef STANCE_ENGINE_STANCE_MOTIONS_H_
#define STANCE_ENGINE_STANCE_MOTIONS_H_

#include <cstdint>

#include "service/engine/sentence.h"

namespace stance {

// The verb of the clause that somebody moves, seconds or resolves, of the verb
// group that says so, behind all who do; -1 where it says no such thing.
int32_t MotionOf(const SentenceView& view, int32_t verb);

// "Moved | Cr Ito": who stands right behind such a verb; -1 for nobody.
int32_t MoverBehind(const SentenceView& view, int32_t verb);

}  // namespace stance

#endif  // STANCE_ENGINE_STANCE_MOTIONS_H_
