// What the tables, once they are whole, say of each word: kept with the word,
// which is looked at anyway. The last step of compiling a lexicon.

#ifndef STANCE_ENGINE_LEXICON_WORD_MARKS_H_
#define STANCE_ENGINE_LEXICON_WORD_MARKS_H_

#include "service/engine/lexicon/lexicon.h"

namespace stance {

// WordInfo::node and phrase: the first step into the trie.
void MarkPhrases(Lexicon* lexicon);

// WordInfo::functions: what its ending says of a known plural; "lobbyists" are
// people. Needs the suffixes.
void MarkEndings(Lexicon* lexicon);

// WordInfo::splits and takes_object, so that no text is searched for particles
// that no phrase has, and WordInfo::closes of the particles. Needs the nodes.
void MarkSplitVerbs(Lexicon* lexicon);

}  // namespace stance

#endif  // STANCE_ENGINE_LEXICON_WORD_MARKS_H_
