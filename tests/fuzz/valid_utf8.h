// Bytes -> UTF-8: most mutations break it, and what is broken goes no further
// than the check.

#ifndef STANCE_TESTS_FUZZ_VALID_UTF8_H_
#define STANCE_TESTS_FUZZ_VALID_UTF8_H_

#include <optional>
#include <string>
#include <string_view>

#include "service/engine/text/utf8.h"

namespace stance {

// `input` with "?" in place of each byte that no character begins with.
inline std::string ValidUtf8(std::string_view input) {
  std::string text;
  while (const std::optional<size_t> bad = FirstInvalidUtf8(input)) {
    text.append(input.substr(0, *bad)).push_back('?');
    input.remove_prefix(*bad + 1);
  }
  return text.append(input);
}

}  // namespace stance

#endif  // STANCE_TESTS_FUZZ_VALID_UTF8_H_
