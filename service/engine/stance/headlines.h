// A headline says in short what the first sentences say in full.

#ifndef STANCE_ENGINE_STANCE_HEADLINES_H_
#define STANCE_ENGINE_STANCE_HEADLINES_H_

#include <vector>

#include "service/engine/stance/aggregation.h"
#include "service/engine/stance/found_stance.h"

namespace stance {

// Gives stances of the title the target that the same holder has for or
// against in the first sentences of the text, where that is the same thing in
// other words, so that they are one stance with two pieces of evidence: "Cairo
// rejects water formula", "Egypt turned down the African Union's formula for
// sharing the Nile". Holders without a name are those of the first sentence:
// "Top court strikes down tax".
void JoinHeadline(const Lexicon& lexicon, const PartTexts& parts,
                  const Discourse& discourse,
                  std::vector<FoundStance>* stances);

}  // namespace stance

#endif  // STANCE_ENGINE_STANCE_HEADLINES_H_
