#include "service/engine/text/utf8.h"

#include <gtest/gtest.h>

#include <optional>
#include <string>

namespace stance {
namespace {

using std::string_literals::operator""s;

TEST(Utf8Test, FirstInvalid) {
  const std::string kilobyte(1024, 'x');
  const struct {
    const char* name;
    std::string text;
    std::optional<size_t> position;
  } rows[] = {
      {"empty", "", {}},
      {"ASCII", "plain", {}},
      {"NUL", "a\0b"s, {}},
      {"two bytes", "caf\xC3\xA9", {}},
      {"three bytes", "\xE2\x82\xAC", {}},
      {"four bytes", "\xF0\x9F\x99\x82", {}},
      {"U+10FFFF", "\xF4\x8F\xBF\xBF", {}},
      {"below the surrogates", "\xED\x9F\xBF", {}},
      {"above the surrogates", "\xEE\x80\x80", {}},
      {"continuation first", "\x80", 0},
      {"continuation inside", "ab\xBFz", 2},
      {"cut off at the end", "caf\xC3", 3},
      {"cut off inside", "a\xE2\x82z", 1},
      {"three bytes cut off", "a\xE2\x82", 1},
      {"four bytes cut off", "a\xF0\x9F\x99", 1},
      {"overlong slash", "a\xC0\xAF", 1},
      {"overlong C1", "\xC1\xBF", 0},
      {"overlong three", "ab\xE0\x80\xAF", 2},
      {"overlong four", "\xF0\x80\x80\xAF", 0},
      {"surrogate", "x\xED\xA0\x80", 1},
      {"last surrogate", "\xED\xBF\xBF", 0},
      {"above U+10FFFF", "\xF4\x90\x80\x80", 0},
      {"F5", "z\xF5\x80\x80\x80", 1},
      {"FF", "\xFF", 0},
      {"Latin-1", "caf\xE9 noir", 3},
      {"far in", kilobyte + "\xFF" + kilobyte, 1024},
      {"the first of two", "a\xFF\xFE", 1},
  };
  for (const auto& row : rows) {
    EXPECT_EQ(FirstInvalidUtf8(row.text), row.position) << row.name;
  }
}

}  // namespace
}  // namespace stance
