#include "service/engine/lexicon/phrase_trie.h"

#include <gtest/gtest.h>

#include <map>
#include <random>

namespace stance {
namespace {

using Words = std::vector<WordId>;

PhraseTrie::Value Walk(const PhraseTrie& trie, const Words& words) {
  PhraseTrie::Node node = PhraseTrie::kRoot;
  for (const WordId word : words) {
    node = trie.Step(node, word);
    if (node == 0) return {};
  }
  return trie.At(node);
}

TEST(PhraseTrieTest, EmptyHasNoSteps) {
  const PhraseTrie unbuilt;
  EXPECT_EQ(unbuilt.Step(PhraseTrie::kRoot, 1), 0u);
  const PhraseTrie trie = PhraseTrie::Build({});
  EXPECT_EQ(trie.Step(PhraseTrie::kRoot, 0), 0u);
  EXPECT_EQ(trie.Step(PhraseTrie::kRoot, 99), 0u);
}

TEST(PhraseTrieTest, PrefixesAreNoPhrases) {
  const PhraseTrie trie = PhraseTrie::Build({{{5, 6, 7}, 1}, {{5}, 2}});
  EXPECT_EQ(Walk(trie, {5}), 2u);
  EXPECT_EQ(Walk(trie, {5, 6}), 0u);
  EXPECT_NE(trie.Step(trie.Step(PhraseTrie::kRoot, 5), 6), 0u);
  EXPECT_EQ(Walk(trie, {5, 6, 7}), 1u);
  EXPECT_EQ(Walk(trie, {5, 6, 7, 7}), 0u);
  EXPECT_EQ(Walk(trie, {6}), 0u);
}

TEST(PhraseTrieTest, AgreesWithAMap) {
  std::mt19937 random(11);
  const auto random_words = [&] {
    Words words(1 + random() % 4);
    for (WordId& word : words) word = 1 + random() % 30;
    return words;
  };
  std::map<Words, uint32_t> reference;
  std::vector<std::pair<Words, PhraseTrie::Value>> phrases;
  for (uint32_t i = 1; i < 4000; ++i) {
    Words words = random_words();
    if (!reference.try_emplace(words, i).second) continue;
    phrases.emplace_back(std::move(words), i);
  }
  const PhraseTrie trie = PhraseTrie::Build(phrases);
  for (int i = 0; i < 100000; ++i) {
    const Words words = random_words();
    const auto found = reference.find(words);
    ASSERT_EQ(Walk(trie, words), found == reference.end() ? 0 : found->second);
  }
}

}  // namespace
}  // namespace stance
