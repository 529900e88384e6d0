#include "client/table/display.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace stance::client {
namespace {

TEST(DisplayWidth, Rows) {
  const struct {
    const char* name;
    const char* text;
    size_t width;
  } kRows[] = {
      {"nothing", "", 0},
      {"ASCII", "abc", 3},
      {"accents", "Türkiye", 7},
      {"combining accent", "e\u0301", 1},
      {"wide characters", "中国", 4},
      {"emoji", "🙂", 2},
      {"not UTF-8", "a\xff", 2},
  };
  for (const auto& row : kRows) {
    SCOPED_TRACE(row.name);
    EXPECT_EQ(DisplayWidth(row.text), row.width);
  }
}

TEST(MakePrintable, Rows) {
  const struct {
    const char* name;
    std::string text;
    const char* printable;
  } kRows[] = {
      {"plain", "a b", "a b"},
      {"white space", "a \t\r\n\u00a0\u2028b", "a b"},
      {"escape sequence", "\x1b[31mred", "\uFFFD[31mred"},
      {"NUL and delete", std::string("a\0b\x7f", 4), "a\uFFFDb\uFFFD"},
      {"C1 control", "a\u009bb", "a\uFFFDb"},
      {"override of direction", "a\u202eb", "a\uFFFDb"},
      {"right to left", "مرحبا", "مرحبا"},
      {"not UTF-8", "a\xff\xc3", "a\uFFFD\uFFFD"},
  };
  for (const auto& row : kRows) {
    SCOPED_TRACE(row.name);
    EXPECT_EQ(MakePrintable(row.text), row.printable);
  }
}

// Lines joined by "|", marked stretches between < and >.
std::string Show(const std::vector<Line>& lines) {
  std::string out;
  for (size_t i = 0; i < lines.size(); ++i) {
    if (i > 0) out += '|';
    for (const TextRun& run : lines[i]) {
      out += run.look == Look::kPlain ? run.text : "<" + run.text + ">";
    }
  }
  return out;
}

TEST(Wrap, Rows) {
  constexpr Look kCue = Look::kCue;
  const struct {
    const char* name;
    Line text;
    size_t width;
    const char* lines;
  } kRows[] = {
      {"nothing", {}, 5, ""},
      {"fits", {{"ab cd"}}, 5, "ab cd"},
      {"breaks", {{"ab cd ef"}}, 5, "ab cd|ef"},
      {"spaces at the ends", {{" ab  cd "}}, 9, "ab cd"},
      {"word too wide", {{"ab abcdefgh x"}}, 3, "ab|abc|def|gh|x"},
      {"marked", {{"ab "}, {"cd", kCue}, {", ef"}}, 6, "ab <cd>,|ef"},
      {"marked over a break",
       {{"a "}, {"bc de", kCue}, {"."}},
       4,
       "a <bc>|<de>."},
      {"marked words keep their space", {{"bc de", kCue}}, 9, "<bc de>"},
      {"wide characters", {{"中国支持"}}, 5, "中国|支持"},
      {"no width at all", {{"ab"}}, 0, "a|b"},
  };
  for (const auto& row : kRows) {
    SCOPED_TRACE(row.name);
    EXPECT_EQ(Show(Wrap(row.text, row.width)), row.lines);
  }
}

}  // namespace
}  // namespace stance::client
