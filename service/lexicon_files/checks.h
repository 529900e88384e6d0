// The families of findings that a check adds to those of the compiler.

#ifndef STANCE_LEXICON_FILES_CHECKS_H_
#define STANCE_LEXICON_FILES_CHECKS_H_

#include <string>
#include <vector>

#include "service/engine/examples.h"
#include "service/engine/lexicon/finding_sink.h"
#include "service/engine/lexicon/lexicon.h"

namespace stance {

// Entries and values that are written twice: words, verbs, codes, members,
// examples, cues.
void FindDuplicates(const std::vector<LexiconSource>& sources,
                    const Lexicon& lexicon, FindingSink* findings);

// Forms that stand for two entries of a kind, and names that are ordinary words
// too, where no example says which is meant.
void FindAmbiguousForms(const std::vector<LexiconSource>& sources,
                        const Lexicon& lexicon, FindingSink* findings);

// Entries that not one of their own examples reaches.
void FindDeadEntries(const std::vector<LexiconSource>& sources,
                     const std::vector<Example>& examples,
                     const std::vector<ExampleFailure>& failures,
                     FindingSink* findings);

// Where the entries of a kind stand, by their index in the Lexicon.
std::vector<Origin> OriginsOf(const std::vector<LexiconSource>& sources,
                              EntryKind kind);

}  // namespace stance

#endif  // STANCE_LEXICON_FILES_CHECKS_H_
