// Validation of UTF-8.
//
//   FirstInvalidUtf8("caf\xC3\xA9")  // nullopt
//   FirstInvalidUtf8("caf\xC3")      // 3

#ifndef STANCE_ENGINE_TEXT_UTF8_H_
#define STANCE_ENGINE_TEXT_UTF8_H_

#include <cstddef>
#include <optional>
#include <string_view>

namespace stance {

// The byte position of the first sequence that is not UTF-8 (a stray or missing
// continuation byte, an overlong form, a surrogate, anything above U+10FFFF),
// or nullopt where all of `text` is. NUL bytes are valid.
std::optional<size_t> FirstInvalidUtf8(std::string_view text);

}  // namespace stance

#endif  // STANCE_ENGINE_TEXT_UTF8_H_
