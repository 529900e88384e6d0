// Where a word ends: what an apostrophe or a full stop in or after it means.
// Internal to engine/text. Pointers are into the article's bytes.

#ifndef STANCE_ENGINE_TEXT_WORD_ENDINGS_H_
#define STANCE_ENGINE_TEXT_WORD_ENDINGS_H_

#include "service/engine/text/text.h"

namespace stance::text_internal {

using Byte = unsigned char;

// A clitic: where it begins (before the apostrophe for "n't") and ends.
struct Clitic {
  const Byte* begin = nullptr;  // null: none here
  const Byte* end = nullptr;
};

// The clitic around the apostrophe [apostrophe, after) of the word that begins
// at `word`.
Clitic FindClitic(const Byte* word, const Byte* apostrophe, const Byte* after,
                  const Byte* end, const TextRules& rules);

// True where an apostrophe before `after`, which ends a plural, is a possessive
// rather than the closing mark of an open single quotation: another closing
// mark follows within the next hundred bytes, after a space and a letter.
bool IsPossessiveInQuotation(const Byte* after, const Byte* end);

// What the full stop at `stop` is to the word that begins at `word`.
enum class StopKind : uint8_t {
  kApart,   // a token of its own
  kLast,    // the word's last character ("Mr.", "p.m.", "J.")
  kInside,  // the word goes on after it ("U.S", "example.com", "U.S.-led")
};
// `segment` begins the letters just before the stop: after the word's last full
// stop or hyphen.
// REQUIRES: segment < stop.
StopKind ClassifyStop(const Byte* word, const Byte* segment, const Byte* stop,
                      const Byte* end, const TextRules& rules);

}  // namespace stance::text_internal

#endif  // STANCE_ENGINE_TEXT_WORD_ENDINGS_H_
