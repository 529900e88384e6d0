// Texts that no newspaper prints: everything returns, in order and in bounds.

#include <gtest/gtest.h>

#include <cstdint>
#include <random>
#include <string>
#include <vector>

#include "service/engine/text/text.h"
#include "service/engine/text/utf8.h"
#include "tests/engine/repeat.h"
#include "tests/engine/text/invariants.h"
#include "tests/engine/text/rules.h"

namespace stance {
namespace {

using std::string_literals::operator""s;

void CheckInvariants(const std::string& source, const std::string& name) {
  SCOPED_TRACE(name);
  ASSERT_EQ(FirstInvalidUtf8(source), std::nullopt);
  ASSERT_EQ(TextComplaint(source, TestRules()), "");
}

TEST(HostileTest, Texts) {
  const struct {
    const char* name;
    std::string text;
  } rows[] = {
      {"word of a megabyte", std::string(1 << 20, 'a')},
      {"capitals of a megabyte", std::string(1 << 20, 'A')},
      {"digits of a megabyte", std::string(1 << 20, '7')},
      {"full stops of a megabyte", std::string(1 << 20, '.')},
      {"spaces of a megabyte", std::string(1 << 20, ' ')},
      {"line breaks of a megabyte", std::string(1 << 20, '\n')},
      {"hyphens and letters", Repeat("a-", 1 << 19)},
      {"initials", Repeat("A.", 1 << 19)},
      {"lower-case dots", Repeat("ab.", 1 << 18)},
      {"apostrophes and letters", Repeat("b'", 1 << 19)},
      {"possessives in a quotation",
       Repeat("‘", 1) + Repeat("farmers’ ", 50000)},
      {"100,000 straight marks", std::string(100000, '"')},
      {"100,000 straight marks apart", Repeat("\" ", 100000)},
      {"100,000 words in quotes", Repeat("\"a\" ", 50000)},
      {"100,000 opening marks", Repeat("“a ", 100000)},
      {"100,000 closing marks", Repeat("a” ", 100000)},
      {"100,000 single marks", std::string(100000, '\'')},
      {"100,000 nested marks", Repeat("“‘«", 33333)},
      {"paragraphs that all open", Repeat("“A b.\n\n", 50000)},
      {"no full stop", Repeat("the envoy left and ", 50000)},
      {"city colons", Repeat("LONDON: No\n", 20000)},
      {"datelines", Repeat("LONDON, A, B, C, D, E, F, G, H, I\n", 20000)},
      {"brackets", Repeat("(", 100000)},
      {"short lines", Repeat("A b\n", 100000)},
      {"wrapped lines", Repeat(std::string(75, 'a') + "\n", 10000)},
      {"RTL", Repeat("قال الوزير \"لا\" שלום ", 5000)},
      {"direction marks", Repeat("\u202Eabc\u202C \u200F", 5000)},
      {"emoji", Repeat("👩‍👩‍👧👍🏽❤️🇫🇷 ", 5000)},
      {"joiners", Repeat("\u200D", 100000)},
      {"combining marks", Repeat("e", 1) + Repeat("\u0301", 100000)},
      {"combining marks first", Repeat("\u0301", 1000) + "e"},
      {"NUL", std::string(1000, '\0')},
      {"NUL in words", Repeat("ab\0cd. "s, 1000)},
      {"CJK", Repeat("中国反对制裁。", 5000)},
  };
  for (const auto& row : rows) CheckInvariants(row.text, row.name);
}

// Every prefix of a text full of hard cases: what reads ahead meets the end.
TEST(HostileTest, Prefixes) {
  const std::string text =
      "GENEVA (3 February) – Mr. O'Brien's “U.S.-led” plan, don't 4-3…\n"
      "(a) ‘farmers’ vote’ $1.2 J.-P. Ph.D. 12\" 👍🏽 Łódź -- "
      "``x'' "
      "AT&T,";
  for (size_t size = 0; size <= text.size(); ++size) {
    // A copy of its own length, so that a sanitizer sees what reads past it.
    const std::string prefix(text.data(), size);
    if (!FirstInvalidUtf8(prefix)) {
      const std::vector<char> exact(prefix.begin(), prefix.end());
      Text tokens;
      Tokenize({exact.data(), exact.size()}, TestRules(), &tokens);
      CheckInvariants(prefix, "prefix of " + std::to_string(size));
    }
  }
}

TEST(HostileTest, RandomMixtures) {
  const std::string parts[] = {
      "a",      "B",  "U.S.", "Mr.", "'",    "’",      "\"",     "“",
      "”",      "‘",  ".",    "...", "…",    "?",      "!",      ",",
      "-",      "–",  "—",    " ",   " ",    " ",      "\n",     "\n\n",
      "\r\n",   "1",  "1.5",  "$",   "%",    "(",      ")",      "/",
      ":",      "&",  "é",    "Ł",   "🙂", "\u200D", "\u0301", "\u00A0",
      "\u2028", "s",  "t",    "n",   "by",   "LONDON", "«",      "»",
      "`",      "中", "\0"s};
  std::mt19937 random(7);  // the same texts every time
  for (int i = 0; i < 2000; ++i) {
    std::string text;
    const int count = static_cast<int>(random() % 60);
    for (int k = 0; k < count; ++k) text += parts[random() % std::size(parts)];
    CheckInvariants(text, text);
    if (HasFatalFailure()) return;
  }
}

}  // namespace
}  // namespace stance
