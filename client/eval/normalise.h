// Unicode normalisation of phrases that are compared by their words.

#ifndef STANCE_CLIENT_EVAL_NORMALISE_H_
#define STANCE_CLIENT_EVAL_NORMALISE_H_

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace stance::client {

// Lower case, compatibility forms decomposed, combining marks dropped, curly
// apostrophes made straight. `phrase` is UTF-8; the rest of a phrase that is
// not ends where it goes wrong.
std::u32string FoldCaseAndAccents(std::string_view phrase);

// A letter or a number in any script.
bool IsLetterOrNumber(char32_t c);

bool IsSpace(char32_t c);

// The phrase in UTF-32, as it stands.
std::u32string Decode(std::string_view phrase);

std::string Encode(std::u32string_view text);

// How many words there are between white space.
size_t CountSpaceSeparated(std::string_view phrase);

}  // namespace stance::client

#endif  // STANCE_CLIENT_EVAL_NORMALISE_H_
