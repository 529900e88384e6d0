// What is shown of a sentence with so many stances that the answer would repeat
// it without bound.

#include "service/engine/stance/shown_sentences.h"

#include <gtest/gtest.h>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "tests/engine/repeat.h"

namespace stance {
namespace {

constexpr std::string_view kCue = "opposes";

// `count` stances of one sentence, all of text, whose cue begins at `at`.
std::vector<FoundStance> Stances(const std::string& text, uint32_t at,
                                 int count) {
  FoundStance stance;
  stance.sentence = {Part::kText, 0, static_cast<uint32_t>(text.size())};
  stance.cue = {Part::kText, at, static_cast<uint32_t>(at + kCue.size())};
  return std::vector<FoundStance>(count, stance);
}

const struct {
  const char* name;
  std::string before;
  std::string after;
  int stances;
  // Bytes shown before and after the cue.
  size_t shown_before;
  size_t shown_after;
} kRows[] = {
    {"what people write: whole", Repeat("word ", 100), Repeat(" word", 100), 60,
     500, 500},
    {"one stance in a long text: whole", Repeat("word ", 6000), "", 1, 30000,
     0},
    {"two stances in a long text: half of the bound each",
     Repeat("word ", 6000), Repeat(" word", 6000), 2, 15995, 15995},
    {"many stances: no less than the least", Repeat("word ", 6000),
     Repeat(" word", 6000), 10000, 195, 195},
    {"the cue opens the sentence: the room is behind it", "",
     Repeat(" word", 6000), 10000, 0, 390},
    {"the cue ends it", Repeat("word ", 6000), "", 10000, 195, 0},
    {"no spaces: between characters", Repeat("é", 6000), Repeat("é", 6000),
     10000, 196, 196},
};

TEST(ShownSentencesTest, AroundTheCue) {
  for (const auto& row : kRows) {
    SCOPED_TRACE(row.name);
    const std::string text = row.before + std::string(kCue) + row.after;
    const auto at = static_cast<uint32_t>(row.before.size());
    std::vector<FoundStance> stances = Stances(text, at, row.stances);
    ShortenSentences({.text = text}, &stances);
    for (const FoundStance& stance : stances) {
      ASSERT_EQ(at - stance.sentence.begin, row.shown_before);
      ASSERT_EQ(stance.sentence.end - stance.cue.end, row.shown_after);
    }
  }
}

// The next sentence's stances do not count.
TEST(ShownSentencesTest, EachSentenceHasABoundOfItsOwn) {
  const std::string text = Repeat("opposes ", 250);
  std::vector<FoundStance> stances;
  for (uint32_t sentence = 0; sentence < 2; ++sentence) {
    for (int i = 0; i < 60; ++i) {
      FoundStance& stance = stances.emplace_back();
      stance.sentence = {Part::kText, sentence * 1000, sentence * 1000 + 1000};
      stance.cue = {Part::kText, sentence * 1000, sentence * 1000 + 7};
    }
  }
  ShortenSentences({.text = text}, &stances);
  for (const FoundStance& stance : stances) {
    EXPECT_EQ(stance.sentence.end - stance.sentence.begin, 1000);
  }
}

}  // namespace
}  // namespace stance
