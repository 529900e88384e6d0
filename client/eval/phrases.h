// When two names, or two targets, are the same for the purpose of evaluation.
//
//   SameName("Foreign Minister Qin Gang", "Qin Gang")       // true: titles
//   SameName("Qin", "Qin Gang")                             // false: a prefix
//   SameName("Gang", "Qin Gang")                            // true: last word
//   SameTarget("the new sanctions", "sanctions on Russia")  // true: F1 >= 0.5
//
// The rules are part of the measure, not of the lexicon: figures taken with
// different lexicons must be comparable. They are fixed in tests/client/eval.

#ifndef STANCE_CLIENT_EVAL_PHRASES_H_
#define STANCE_CLIENT_EVAL_PHRASES_H_

#include <string>
#include <string_view>
#include <vector>

namespace stance::client {

// The content words of a phrase: lower-case, without accents, plural and
// possessive endings; function words left out.
std::vector<std::string> ContentWords(std::string_view phrase);

// After titles, the names have the same words; or one has at most two words
// more than the other and holds all of its words, of which there are at least
// two, or which is the last of a name without preposition (a surname). A name
// of more than ten words is the same as none.
bool SameName(std::string_view a, std::string_view b);

// The F1 of their content words is at least 0.5. A target of more than twenty
// words is the same as none.
bool SameTarget(std::string_view a, std::string_view b);

}  // namespace stance::client

#endif  // STANCE_CLIENT_EVAL_PHRASES_H_
