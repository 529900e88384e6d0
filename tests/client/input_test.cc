#include "client/input.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <sstream>
#include <string>
#include <vector>

namespace stance::client {
namespace {

TEST(LineReader, Rows) {
  const struct {
    const char* name;
    std::string input;
    std::vector<std::string> lines;  // "3:text"; "3!" for one too long
  } kRows[] = {
      {"nothing", "", {}},
      {"one line", "a\n", {"1:a"}},
      {"no end", "a\nb", {"1:a", "2:b"}},
      {"empty lines", "\n\na", {"1:", "2:", "3:a"}},
      {"carriage returns", "a\r\nb\r\n", {"1:a", "2:b"}},
      {"just fits", "12345678\nb", {"1:12345678", "2:b"}},
      {"too long", "123456789\nb", {"1!", "2:b"}},
      {"too long at the end", "a\n123456789", {"1:a", "2!"}},
      {"longer than a chunk", std::string(200000, 'x') + "\nb", {"1!", "2:b"}},
      {"NUL", std::string("a\0b\n", 4), {std::string("1:a\0b", 5)}},
  };
  for (const auto& row : kRows) {
    SCOPED_TRACE(row.name);
    std::istringstream input(row.input);
    LineReader reader(&input, 8);
    std::vector<std::string> lines;
    std::string line;
    for (;;) {
      const LineReader::Result result = reader.Next(&line);
      if (result == LineReader::Result::kEnd) break;
      const std::string number = std::to_string(reader.line_number());
      lines.push_back(result == LineReader::Result::kTooLong
                          ? number + "!"
                          : number + ":" + line);
    }
    EXPECT_THAT(lines, testing::ElementsAreArray(row.lines));
  }
}

TEST(LineReader, LinesLongerThanAChunk) {
  const std::string first(150000, 'a');
  const std::string second(70000, 'b');
  std::istringstream input(first + "\n" + second + "\n");
  LineReader reader(&input, 1 << 20);
  std::string line;
  ASSERT_EQ(reader.Next(&line), LineReader::Result::kLine);
  EXPECT_EQ(line, first);
  ASSERT_EQ(reader.Next(&line), LineReader::Result::kLine);
  EXPECT_EQ(line, second);
  EXPECT_EQ(reader.Next(&line), LineReader::Result::kEnd);
}

}  // namespace
}  // namespace stance::client
