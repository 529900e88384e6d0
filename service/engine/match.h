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
  uint32_t phrase = 0;  // index of Lexicon::phrases
  uint64_t mask = 0;    // a bit for each of the phrase's readings that hold
  // Of a phrase with its object inside, where it goes on: "took the bank | to
  // task"; the match is its first word. Of a phrase whose last word stands in
  // front of it, that: "to | which he appended his name". Else 0.
  uint32_t rest = 0;
};

// Sets Token::word of every token, then fills `matches` in text order.
void LookUpWords(const Lexicon& lexicon, Text* text);
void MatchPhrases(const Lexicon& lexicon, const Text& text,
                  std::vector<Match>* matches);

// Calls `visit(const EntryRef&)` for each reading of the match.
template <typename Visitor>
void ForEachReading(const Lexicon& lexicon, const Match& match, Visitor visit) {
  const EntryRef* readings =
      lexicon.readings.data() + lexicon.phrases[match.phrase].first;
  for (uint64_t mask = match.mask; mask != 0; mask &= mask - 1) {
    visit(readings[__builtin_ctzll(mask)]);
  }
}

}  // namespace stance

#endif  // STANCE_ENGINE_MATCH_H_
