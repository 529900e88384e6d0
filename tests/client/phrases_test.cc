#include "client/eval/phrases.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace stance::client {
namespace {

TEST(ContentWords, Rows) {
  const struct {
    const char* name;
    const char* phrase;
    std::vector<std::string> words;
  } kRows[] = {
      {"function words", "the end of its own sanctions", {"end", "sanction"}},
      {"plurals",
       "policies classes ties gas bus",
       {"policy", "classe", "tie", "gas", "bus"}},
      {"double s", "press loss", {"press", "loss"}},
      {"possessives", "China's states' plan", {"china", "state", "plan"}},
      {"curly apostrophe", "China’s plan", {"china", "plan"}},
      {"apostrophe inside", "the o'clock'sy", {"o", "clock", "sy"}},
      {"full stops", "U.S. No. 7", {"us", "no", "7"}},
      {"accents", "Türkiye São Éire", {"turkiye", "sao", "eire"}},
      {"compatibility forms", "ﬁnance ½", {"finance", "1", "2"}},
      {"other scripts", "中国 Україна", {"中国", "украіна"}},
      {"underscores and signs", "a_b+c", {"b", "c"}},
      {"nothing", " – … ", {}},
  };
  for (const auto& row : kRows) {
    SCOPED_TRACE(row.name);
    EXPECT_THAT(ContentWords(row.phrase), testing::ElementsAreArray(row.words));
  }
}

TEST(SameName, Rows) {
  const struct {
    const char* name;
    const char* a;
    const char* b;
    bool same;
  } kRows[] = {
      {"itself", "China", "China", true},
      {"order and case", "NATO Council", "council nato", true},
      {"title", "Foreign Minister Qin Gang", "Qin Gang", true},
      {"surname", "Lavrov", "Sergei Lavrov", true},
      {"first name", "Sergei", "Sergei Lavrov", false},
      {"surname and two more", "Lavrov", "Sergei Viktorovich Lavrov", true},
      {"surname and three more", "Cruz", "Juan Carlos de la Cruz", false},
      {"preposition ends no surname", "England", "Bank of England", false},
      {"two of four words", "Central Bank", "Central Bank of Kenya", true},
      {"possessive", "government of China", "China's government", true},
      {"another country", "South Korea", "North Korea", false},
      {"only titles", "the president", "President", true},
      {"title against title", "prime minister", "foreign minister", false},
      {"eleven words", "a1 a2 a3 a4 a5 a6 a7 a8 a9 a10 a11",
       "a1 a2 a3 a4 a5 a6 a7 a8 a9 a10 a11", false},
      {"pronoun", "he", "he", false},
      {"empty", "", "", false},
  };
  for (const auto& row : kRows) {
    SCOPED_TRACE(row.name);
    EXPECT_EQ(SameName(row.a, row.b), row.same);
    EXPECT_EQ(SameName(row.b, row.a), row.same);
  }
}

TEST(SameTarget, Rows) {
  const struct {
    const char* name;
    const char* a;
    const char* b;
    bool same;
  } kRows[] = {
      {"itself", "sanctions", "sanctions", true},
      {"number and article", "the sanction", "sanctions", true},
      {"one of three words", "sanctions", "new oil sanctions", true},
      {"one of four words", "sanctions", "oil sanctions on Iran banks", false},
      {"words count as often as they stand", "talks about talks", "talks",
       true},
      {"nothing in common", "peace", "war", false},
      {"only function words", "it", "it", false},
      {"over twenty words", "a a a a a a a a a a a a a a a a a a a a talks",
       "talks", false},
      {"twenty words", "a a a a a a a a a a a a a a a a a a a talks", "talks",
       true},
  };
  for (const auto& row : kRows) {
    SCOPED_TRACE(row.name);
    EXPECT_EQ(SameTarget(row.a, row.b), row.same);
    EXPECT_EQ(SameTarget(row.b, row.a), row.same);
  }
}

}  // namespace
}  // namespace stance::client
