#include "service/engine/lexicon/vocabulary.h"

#include <gtest/gtest.h>

#include <cstring>
#include <map>
#include <random>
#include <string>
#include <string_view>

namespace stance {
namespace {

TEST(VocabularyTest, FoldsForms) {
  struct Row {
    const char* added;
    const char* sought;
    bool found;
  };
  const Row kRows[] = {
      {"china", "China", true},
      {"China", "CHINA", true},
      {"'s", "\xE2\x80\x99s", true},
      {"O\xE2\x80\x99"
       "Brien",
       "o'brien", true},
      {"\xC3\x89lys\xC3\xA9"
       "e",
       "\xC3\xA9lys\xC3\xA9"
       "e",
       true},
      {"t\xC3\xBCrkiye", "T\xC3\x9CRK\x49YE", true},
      {"secretary-general", "Secretary-General", true},
      {"u.s.", "U.S.", true},
      {"support", "supports", false},
      {"abcdefgh", "abcdefgh", true},
      {"abcdefgh", "abcdefgi", false},
      {"abcdefghi", "ABCDEFGHI", true},
      {"abcdefghijklmnopq", "ABCDEFGHijklmnopr", false},
      {"@", "`", false},  // what differs by the case bit alone is no letter
      {"[x", "{x", false},
      {"a", "", false},
  };
  for (const Row& row : kRows) {
    Vocabulary vocabulary;
    const WordId id = vocabulary.Add(row.added);
    EXPECT_EQ(vocabulary.Find(row.sought), row.found ? id : 0)
        << row.added << ", " << row.sought;
    // The same with other words behind it.
    const std::string text = std::string(row.sought) + " and more";
    EXPECT_EQ(vocabulary.Find(
                  std::string_view(text).substr(0, std::strlen(row.sought)),
                  text.data() + text.size()),
              row.found ? id : 0)
        << row.added << ", " << row.sought;
  }
}

TEST(VocabularyTest, KnowsNothingAtFirst) {
  const Vocabulary vocabulary;
  EXPECT_EQ(vocabulary.size(), 1u);
  EXPECT_EQ(vocabulary.Find("word"), 0u);
  EXPECT_EQ(vocabulary.Find(""), 0u);
  EXPECT_EQ(vocabulary.Form(0), "");
}

TEST(VocabularyTest, DoesNotReadPastTheForm) {
  Vocabulary vocabulary;
  for (size_t length = 1; length <= 40; ++length) {
    // On the heap, so that the address sanitizer sees a read too far.
    const std::string form(length, 'q');
    const std::vector<char> exact(form.begin(), form.end());
    const WordId id = vocabulary.Add(form);
    EXPECT_EQ(vocabulary.Find({exact.data(), exact.size()}), id) << length;
  }
}

TEST(VocabularyTest, LongFormsWithOtherCharactersAreUnknown) {
  Vocabulary vocabulary;
  std::string form;
  for (int i = 0; i < 1000; ++i) form += "\xC3\xA9";
  vocabulary.Add(form);
  EXPECT_EQ(vocabulary.Find(form), 0u);
}

std::string RandomForm(std::mt19937* random) {
  static const std::string kPieces[] = {"a", "b", "c",        "z",       "-",
                                        "'", "1", "\xC3\xA9", "\xD0\xB6"};
  std::string form;
  const unsigned length = 1 + (*random)() % 12;
  for (unsigned i = 0; i < length; ++i) form += kPieces[(*random)() % 9];
  return form;
}

TEST(VocabularyTest, AgreesWithAMap) {
  std::mt19937 random(7);
  Vocabulary vocabulary;
  std::map<std::string, WordId> reference;
  for (int i = 0; i < 50000; ++i) {
    const std::string form = RandomForm(&random);
    if (random() % 2 == 0) {
      const auto [entry, added] = reference.try_emplace(
          form, static_cast<WordId>(reference.size() + 1));
      ASSERT_EQ(vocabulary.Add(form), entry->second) << form;
    } else {
      const auto found = reference.find(form);
      const WordId id = found == reference.end() ? 0 : found->second;
      ASSERT_EQ(vocabulary.Find(form), id) << form;
      const std::string text = form + "abcdefgh";
      ASSERT_EQ(
          vocabulary.FindAhead(std::string_view(text).substr(0, form.size())),
          id)
          << form;
    }
  }
  ASSERT_EQ(vocabulary.size(), reference.size() + 1);
  for (const auto& [form, id] : reference) {
    ASSERT_EQ(vocabulary.Form(id), form);
  }
}

}  // namespace
}  // namespace stance
