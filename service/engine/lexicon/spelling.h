// What must be known of words before any text is split into tokens and before
// any word is inflected.

#ifndef STANCE_ENGINE_LEXICON_SPELLING_H_
#define STANCE_ENGINE_LEXICON_SPELLING_H_

#include <vector>

#include "service/engine/lexicon/compiler.h"
#include "service/engine/lexicon/finding_sink.h"
#include "service/engine/lexicon/inflection.h"
#include "service/engine/lexicon/lexicon.h"

namespace stance {

// Reads abbreviations and the words that the text stage asks for into the
// lexicon's text rules, irregular forms into the inflector. The first pass of
// the compiler.
void ReadSpelling(const std::vector<LexiconSource>& sources, Lexicon* lexicon,
                  Inflector* inflector, FindingSink* findings);

}  // namespace stance

#endif  // STANCE_ENGINE_LEXICON_SPELLING_H_
