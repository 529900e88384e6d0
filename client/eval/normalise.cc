#include "client/eval/normalise.h"

#include <utf8proc.h>

#include <array>

namespace stance::client {
namespace {

constexpr char32_t kCurlyApostrophe = 0x2019;

// The longest compatibility decomposition of one character is 18 long.
constexpr int kLongestDecomposition = 32;

}  // namespace

std::u32string Decode(std::string_view phrase) {
  std::u32string out;
  const auto* at = reinterpret_cast<const utf8proc_uint8_t*>(phrase.data());
  auto left = static_cast<utf8proc_ssize_t>(phrase.size());
  while (left > 0) {
    utf8proc_int32_t c = 0;
    const utf8proc_ssize_t used = utf8proc_iterate(at, left, &c);
    if (used <= 0) break;
    out.push_back(static_cast<char32_t>(c));
    at += used;
    left -= used;
  }
  return out;
}

std::string Encode(std::u32string_view text) {
  std::string out;
  for (const char32_t c : text) {
    std::array<utf8proc_uint8_t, 4> bytes;
    const utf8proc_ssize_t n =
        utf8proc_encode_char(static_cast<utf8proc_int32_t>(c), bytes.data());
    out.append(reinterpret_cast<const char*>(bytes.data()),
               static_cast<size_t>(n));
  }
  return out;
}

std::u32string FoldCaseAndAccents(std::string_view phrase) {
  std::u32string out;
  for (char32_t c : Decode(phrase)) {
    if (c == kCurlyApostrophe) c = U'\'';
    std::array<utf8proc_int32_t, kLongestDecomposition> parts;
    int boundary = 0;
    const utf8proc_ssize_t count = utf8proc_decompose_char(
        utf8proc_tolower(static_cast<utf8proc_int32_t>(c)), parts.data(),
        parts.size(),
        static_cast<utf8proc_option_t>(UTF8PROC_DECOMPOSE | UTF8PROC_COMPAT),
        &boundary);
    for (utf8proc_ssize_t i = 0; i < count; ++i) {
      if (utf8proc_get_property(parts[i])->combining_class == 0) {
        out.push_back(static_cast<char32_t>(parts[i]));
      }
    }
  }
  return out;
}

bool IsLetterOrNumber(char32_t c) {
  switch (utf8proc_category(static_cast<utf8proc_int32_t>(c))) {
    case UTF8PROC_CATEGORY_LU:
    case UTF8PROC_CATEGORY_LL:
    case UTF8PROC_CATEGORY_LT:
    case UTF8PROC_CATEGORY_LM:
    case UTF8PROC_CATEGORY_LO:
    case UTF8PROC_CATEGORY_ND:
    case UTF8PROC_CATEGORY_NL:
    case UTF8PROC_CATEGORY_NO:
      return true;
    default:
      return false;
  }
}

bool IsSpace(char32_t c) {
  if ((c >= 0x09 && c <= 0x0d) || (c >= 0x1c && c <= 0x20) || c == 0x85) {
    return true;
  }
  const utf8proc_category_t category =
      utf8proc_category(static_cast<utf8proc_int32_t>(c));
  return category == UTF8PROC_CATEGORY_ZS || category == UTF8PROC_CATEGORY_ZL ||
         category == UTF8PROC_CATEGORY_ZP;
}

size_t CountSpaceSeparated(std::string_view phrase) {
  size_t count = 0;
  bool inside = false;
  for (const char32_t c : Decode(phrase)) {
    const bool space = IsSpace(c);
    if (!space && !inside) ++count;
    inside = !space;
  }
  return count;
}

}  // namespace stance::client
