// What the text stage promises of every text.

#ifndef STANCE_TESTS_ENGINE_TEXT_INVARIANTS_H_
#define STANCE_TESTS_ENGINE_TEXT_INVARIANTS_H_

#include <string>
#include <string_view>

#include "service/engine/text/text.h"

namespace stance {

// The first promise that the stage breaks on `source`, which must be UTF-8:
// tokens, sentences and quotations in order and in bounds, none that begins or
// ends inside a character, offsets in all encodings that grow with the bytes.
// Empty where all are kept.
std::string TextComplaint(std::string_view source, const TextRules& rules);

}  // namespace stance

#endif  // STANCE_TESTS_ENGINE_TEXT_INVARIANTS_H_
