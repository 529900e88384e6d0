// The fuzzers' targets on their seeds and on mutations of them, the same ones
// every time: what ./dev fuzz does at length, and proof that it still can.

#include <gtest/gtest.h>

#include <iterator>
#include <random>
#include <string>

#include "tests/fuzz/seeds.h"

namespace stance {
namespace {

constexpr int kMutations = 300;

// What is likely to matter where it stands.
const std::string kInserts[] = {
    "\"", "'",    "“",    "”",     "’",    ".",
    "\n", "\n\n", ",",    " not ", "{",    "}",
    ":",  "-1",   "\xff", "é",     "🙂", "(",
    "$",  " to ", "—",    "%s",    "[",    "]",
    "\\", "# ",   "0",    " of ",  "who",  std::string(1, '\0')};

class Mutator {
 public:
  // A seed with one to four changes.
  std::string Mutate(const std::vector<std::string>& seeds) {
    std::string text = seeds[Below(seeds.size())];
    for (size_t i = Below(4) + 1; i > 0; --i) Change(seeds, &text);
    return text;
  }

 private:
  size_t Below(size_t limit) { return random_() % limit; }

  void Change(const std::vector<std::string>& seeds, std::string* text) {
    if (text->empty()) return;
    const size_t at = Below(text->size());
    const size_t length = Below(40) + 1;
    switch (Below(6)) {
      case 0:
        (*text)[at] = static_cast<char>(random_());
        break;
      case 1:
        text->erase(at, length);
        break;
      case 2:
        text->insert(at, text->substr(Below(text->size()), length));
        break;
      case 3:
        text->insert(at, kInserts[Below(std::size(kInserts))]);
        break;
      case 4:
        text->resize(at);
        break;
      default: {
        const std::string& other = seeds[Below(seeds.size())];
        text->replace(at, std::string::npos,
                      other.substr(Below(other.size() + 1)));
      }
    }
  }

  std::mt19937 random_{20260304};
};

TEST(FuzzTest, SeedsAndMutations) {
  for (const FuzzTarget& target : FuzzTargets()) {
    SCOPED_TRACE(target.name);
    const std::vector<std::string> seeds = target.seeds();
    ASSERT_GE(seeds.size(), 10u);
    EXPECT_EQ(target.run(""), "");
    for (const std::string& seed : seeds) {
      ASSERT_EQ(target.run(seed), "") << testing::PrintToString(seed);
    }
    Mutator mutator;
    for (int i = 0; i < kMutations; ++i) {
      const std::string input = mutator.Mutate(seeds);
      ASSERT_EQ(target.run(input), "") << testing::PrintToString(input);
    }
  }
}

}  // namespace
}  // namespace stance
