#include "service/engine/text/offsets.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstddef>
#include <string>

namespace stance {
namespace {

TEST(OffsetMapTest, Rows) {
  std::string long_text;  // 14 bytes, 7 UTF-16 units, 5 code points each
  for (int i = 0; i < 100; ++i) long_text += "é€🙂 🇫";
  const struct {
    const char* name;
    std::string text;
    uint32_t byte, utf16, utf32;
  } rows[] = {
      {"empty", "", 0, 0, 0},
      {"past the end of nothing", "", 5, 0, 0},
      {"ASCII", "plain", 3, 3, 3},
      {"ASCII past the end", "plain", 9, 5, 5},
      {"after two bytes", "éa", 2, 1, 1},
      {"after three bytes", "€a", 3, 1, 1},
      {"after four bytes", "🙂a", 4, 2, 1},
      {"end", "é🙂", 6, 3, 2},
      {"inside a code point", "€a", 1, 1, 1},
      {"past the end", "é", 9, 1, 1},
      {"block edge", std::string(62, 'x') + "éa", 64, 63, 63},
      {"across a block edge", std::string(63, 'x') + "éa", 65, 64, 64},
      {"far", long_text, 14 * 64, 7 * 64, 5 * 64},
  };
  for (const auto& row : rows) {
    EXPECT_EQ(OffsetMap(row.text, OffsetEncoding::kUtf8).Map(row.byte),
              std::min<size_t>(row.byte, row.text.size()))
        << row.name;
    EXPECT_EQ(OffsetMap(row.text, OffsetEncoding::kUtf16).Map(row.byte),
              row.utf16)
        << row.name;
    EXPECT_EQ(OffsetMap(row.text, OffsetEncoding::kUtf32).Map(row.byte),
              row.utf32)
        << row.name;
  }
}

// Against a count from the beginning.
TEST(OffsetMapTest, EveryByte) {
  std::string text;
  for (int i = 0; i < 60; ++i) text += i % 3 ? "aé€🙂" : "plain, ";
  const OffsetMap utf16(text, OffsetEncoding::kUtf16);
  const OffsetMap utf32(text, OffsetEncoding::kUtf32);
  uint32_t units = 0, points = 0;
  for (uint32_t i = 0; i <= text.size(); ++i) {
    ASSERT_EQ(utf16.Map(i), units) << i;
    ASSERT_EQ(utf32.Map(i), points) << i;
    const auto byte = static_cast<unsigned char>(i < text.size() ? text[i] : 0);
    points += (byte & 0xC0) != 0x80;
    units += ((byte & 0xC0) != 0x80) + (byte >= 0xF0);
  }
}

}  // namespace
}  // namespace stance
