// Stage 2: finds every lexicon phrase in a text, longest first, across all
// kinds of entries together.

#ifndef STANCE_ENGINE_MATCH_H_
#define STANCE_ENGINE_MATCH_H_

#include <cstdint>
#include <vector>

#include "service/engine/lexicon/lexicon.h"
#include "service/engine/text/text.h"

namespace stance {

// A phrase of the lexicon in the text. Matches do not overlap.
struct Match {
  uint32_t begin = 0;  // tokens, half-open
  uint32_t end = 0;
  uint32_t first =
      0;  // readings [first, first + 64) whose bit is set in `mask`
  uint64_t mask = 0;
};

// Sets Token::word of every token, then fills `matches` in text order.
void LookUpWords(const Lexicon& lexicon, Text* text);
void MatchPhrases(const Lexicon& lexicon, const Text& text,
                  std::vector<Match>* matches);

// Calls `visit(const EntryRef&)` for each reading of the match.
template <typename Visitor>
void ForEachReading(const Lexicon& lexicon, const Match& match, Visitor visit) {
  for (uint64_t mask = match.mask; mask != 0; mask &= mask - 1) {
    visit(lexicon.readings[match.first + __builtin_ctzll(mask)]);
  }
}

}  // namespace stance

#endif  // STANCE_ENGINE_MATCH_H_
