// Names in capitals and underscores -> names as the news writes them.

#ifndef STANCE_CLIENT_LEXICON_PETRARCH_NAMES_H_
#define STANCE_CLIENT_LEXICON_PETRARCH_NAMES_H_

#include <string>
#include <string_view>
#include <vector>

#include "client/lexicon/petrarch/base_lexicon.h"

namespace stance::client::petrarch {

// "ISLAMIC_ARMY_OF_ADEN_(IAA)_" -> {"Islamic Army of Aden", "IAA"}.
// Dictionaries do not say which letters are capitals: all words get one but
// those that the lexicon knows as prepositions, articles and conjunctions; an
// article in front is left out; a name of up to three letters, and words
// without a vowel, stay in capitals. Empty where the name cannot be matched;
// `reason` says why.
std::vector<std::string> ReadName(std::string_view name,
                                  const BaseLexicon& base, std::string* reason);

// "CHAMBER_OF COMMERCE_" -> "chamber of commerce"
std::string ReadNoun(std::string_view noun);

// Whether every byte is part of a character.
bool IsUtf8(std::string_view text);

}  // namespace stance::client::petrarch

#endif  // STANCE_CLIENT_LEXICON_PETRARCH_NAMES_H_
