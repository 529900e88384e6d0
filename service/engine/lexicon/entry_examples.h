// The examples of all entries.

#ifndef STANCE_ENGINE_LEXICON_ENTRY_EXAMPLES_H_
#define STANCE_ENGINE_LEXICON_ENTRY_EXAMPLES_H_

#include <vector>

#include "service/engine/lexicon/compiler.h"
#include "service/engine/lexicon/example.h"
#include "service/engine/lexicon/finding_sink.h"

namespace stance {

// Appends the examples of cues, modifiers, agents, actors, issues and null
// phrases to `examples`; where it is null they are checked only. Needs no
// compiled lexicon: the indexes of entries are those that they will have. An
// entry proves itself: a cue without an example is an error, a modifier or an
// agent without one, and any of them without a counter-example, a warning.
void ReadExamples(const std::vector<LexiconSource>& sources,
                  std::vector<Example>* examples, FindingSink* findings);

}  // namespace stance

#endif  // STANCE_ENGINE_LEXICON_ENTRY_EXAMPLES_H_
