// Phrases of the lexicon that do not stand in one piece.

#ifndef STANCE_ENGINE_INTERRUPTED_PHRASES_H_
#define STANCE_ENGINE_INTERRUPTED_PHRASES_H_

#include <cstdint>

#include "service/engine/lexicon/lexicon.h"
#include "service/engine/match.h"
#include "service/engine/text/text.h"

namespace stance {

// The phrase of a verb whose object stands inside it: "turned the offer down",
// "took the bank to task". The match covers the verb alone, whose node is
// `verb`.
Match SplitPhrase(const Lexicon& lexicon, const Text& text,
                  PhraseTrie::Node verb, uint32_t begin);

// The phrase of a verb with whose it is inside it: "clipped | the agency's |
// wings", "got on | the growers' | nerves". The match covers what stands before
// that; `verb` is the node of the token at `begin`. Its mask is 0 where there
// is none, or none that goes as far as the `longest` that is known. `clitic`:
// the next token behind `begin` that is one, or the number of tokens.
Match GenitivePhrase(const Lexicon& lexicon, const Text& text,
                     PhraseTrie::Node verb, const Match& longest,
                     uint32_t begin, uint32_t clitic);

// "made light, | however, | of it", "made light | this week | of it": the token
// behind what is set into a phrase at i, in two commas or a time; i where
// nothing is.
uint32_t BehindParenthetical(const Lexicon& lexicon, const Text& text,
                             uint32_t i);

// "would | very much | like": the token behind the adverbs that part a modal
// verb at `begin` from the rest of a phrase; the next one where none do.
uint32_t BehindAdverbs(const Lexicon& lexicon, const Text& text,
                       const WordInfo& modal, uint32_t begin);

// "the petition, to which he | appended his name": a phrase whose last word
// stands in front of the relative pronoun at `relative` (0 for none); `node` is
// that of tokens [begin, end). Its mask is 0 where there is none.
Match EndedInFront(const Lexicon& lexicon, const Text& text,
                   PhraseTrie::Node node, uint32_t begin, uint32_t end,
                   uint32_t relative);

}  // namespace stance

#endif  // STANCE_ENGINE_INTERRUPTED_PHRASES_H_
