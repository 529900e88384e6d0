#include "service/engine/text/utf8.h"

#include <simdjson.h>

#include <cstdint>

namespace stance {
namespace {

// Length of the valid sequence that begins at `i`, 0 where there is none.
size_t SequenceLength(std::string_view text, size_t i) {
  const auto at = [&](size_t k) -> uint8_t {
    return k < text.size() ? static_cast<uint8_t>(text[k]) : 0;
  };
  const uint8_t lead = at(i);
  if (lead < 0x80) return 1;
  // The second byte carries the exceptions: no overlong forms (E0, F0), no
  // surrogates (ED), nothing above U+10FFFF (F4).
  size_t length;
  uint8_t low = 0x80, high = 0xBF;
  if (lead >= 0xC2 && lead <= 0xDF) {
    length = 2;
  } else if (lead >= 0xE0 && lead <= 0xEF) {
    length = 3;
    if (lead == 0xE0) low = 0xA0;
    if (lead == 0xED) high = 0x9F;
  } else if (lead >= 0xF0 && lead <= 0xF4) {
    length = 4;
    if (lead == 0xF0) low = 0x90;
    if (lead == 0xF4) high = 0x8F;
  } else {
    return 0;
  }
  if (at(i + 1) < low || at(i + 1) > high) return 0;
  for (size_t k = 2; k < length; ++k) {
    if ((at(i + k) & 0xC0) != 0x80) return 0;
  }
  return length;
}

}  // namespace

std::optional<size_t> FirstInvalidUtf8(std::string_view text) {
  // simdjson says yes or no at memory speed; only a bad text is walked.
  if (simdjson::validate_utf8(text.data(), text.size())) return std::nullopt;
  size_t i = 0;
  while (i < text.size()) {
    const size_t length = SequenceLength(text, i);
    if (length == 0) return i;
    i += length;
  }
  return std::nullopt;
}

}  // namespace stance
