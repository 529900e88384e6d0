// stancectl explain, against golden files; and the drawing by itself.

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "client/explain/drawing.h"
#include "tests/client/golden.h"
#include "tests/client/stancectl_fixture.h"

namespace stance::client {
namespace {

TEST_F(StancectlTest, ExplainGoldens) {
  const struct {
    const char* name;  // of the golden file
    std::vector<std::string> arguments;
    const char* input = "";
  } kRows[] = {
      {"explain_sentence", {"China supports talks."}},
      {"explain_file", {"DATA/talks.txt"}},
      {"explain_narrow", {"--width=24", "China opposes sanctions and talks."}},
      {"explain_no_holder", {"It rained. They support talks. It rained."}},
      {"explain_no_target", {"Peru opposes. China supports."}},
      {"explain_two_cues", {"They oppose talks and support sanctions."}},
      {"explain_nothing", {"-"}, "It rained."},
      {"explain_one_word", {"Rain."}},
      {"explain_no_file", {"DIR/none.txt"}},
      {"explain_no_file_here", {"none.txt"}},
      {"explain_colour", {"--color=always", "China supports talks."}},
      {"explain_empty", {" "}},
  };
  for (const auto& row : kRows) {
    SCOPED_TRACE(row.name);
    std::vector<std::string> arguments = {"explain", "--embedded"};
    arguments.insert(arguments.end(), row.arguments.begin(),
                     row.arguments.end());
    ExpectGolden(row.name, Show(Run(arguments, row.input)));
  }
}

TEST(DrawSpans, Rows) {
  const struct {
    const char* name;
    std::string sentence;
    std::vector<DrawnSpan> spans;
    size_t width;
    const char* drawn;
  } kRows[] = {
      {"nothing found", "a b", {}, 10, "  a b\n"},
      {"one", "ab cd", {{3, 5, "x"}}, 10, "  ab cd\n     ^^ x\n"},
      {"over two lines",
       "ab cd ef",
       {{3, 8, "x"}},
       6,
       "  ab cd\n     ^^^ …\n  ef\n  ^^ x\n"},
      {"wide characters and combining marks",
       "中国 e\u0301x",
       {{0, 6, "a"}, {10, 11, "b"}},
       20,
       "  中国 e\u0301x\n  ^^^^ a\n        ^ b\n"},
      {"control characters",
       "a\n\x1b"
       "b",
       {{3, 4, "x"}},
       20,
       "  a \uFFFDb\n     ^ x\n"},
      {"a word that is wider than a line",
       "abcdef",
       {{4, 6, "x"}},
       3,
       "  abc\n  def\n   ^^ x\n"},
      {"outside", "ab", {{1, 9, "x"}, {2, 2, "y"}}, 10, "  ab\n"},
  };
  for (const auto& row : kRows) {
    SCOPED_TRACE(row.name);
    EXPECT_EQ(DrawSpans(row.sentence, row.spans, 2, row.width, {}), row.drawn);
  }
}

}  // namespace
}  // namespace stance::client
