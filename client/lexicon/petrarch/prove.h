// Which imported entries hold what they promise.

#ifndef STANCE_CLIENT_LEXICON_PETRARCH_PROVE_H_
#define STANCE_CLIENT_LEXICON_PETRARCH_PROVE_H_

#include <vector>

#include "client/lexicon/petrarch/convert.h"

namespace stance::client::petrarch {

// Compiles `converted` over `base` and runs its examples; entries with a
// finding or a failing example, and cues and agents that stand in an example of
// the base that fails over them, go from the files to `left`.
void KeepProven(const std::vector<LexiconSource>& base, unsigned threads,
                Converted* converted);

}  // namespace stance::client::petrarch

#endif  // STANCE_CLIENT_LEXICON_PETRARCH_PROVE_H_
