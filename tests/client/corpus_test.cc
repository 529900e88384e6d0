// The annotated articles of tests/corpus are what gold.proto says they are.

#include <gtest/gtest.h>

#include <cctype>
#include <set>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "client/eval/gold_files.h"
#include "client/eval/phrases.h"

namespace stance::client {
namespace {

using eval::v1::Distractor;
using eval::v1::GoldArticle;
using eval::v1::GoldStance;

const std::set<std::string> kPolarities = {"supports", "opposes", "neutral"};
const std::set<std::string> kDifficulties = {
    "direct",  "attributed", "nominal",     "passive",     "negated",
    "shifted", "coref",      "coordinated", "conditional", "implicit"};

size_t CountWords(const std::string& text) {
  size_t words = 0;
  bool inside = false;
  for (const char c : text) {
    const bool space = std::isspace(static_cast<unsigned char>(c)) != 0;
    words += !space && !inside;
    inside = !space;
  }
  return words;
}

std::string Lower(std::string text) {
  for (char& c : text) {
    c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  }
  return text;
}

class CorpusTest : public testing::Test {
 protected:
  // Verbatim from the text or the title.
  static void ExpectShown(const GoldArticle& article, const std::string& words,
                          const char* what) {
    EXPECT_FALSE(words.empty()) << what;
    EXPECT_TRUE(article.text().find(words) != std::string::npos ||
                article.title().find(words) != std::string::npos)
        << what << ": " << words;
  }

  static void CheckStance(const GoldArticle& article, const GoldStance& gold) {
    SCOPED_TRACE(gold.actor() + " " + gold.polarity() + " " + gold.target());
    EXPECT_FALSE(ContentWords(gold.actor()).empty());
    EXPECT_TRUE(kPolarities.contains(gold.polarity()));
    EXPECT_TRUE(kDifficulties.contains(gold.difficulty()));
    // A target may begin the sentence in the text and not here.
    const std::string all = Lower(article.title() + "\n" + article.text());
    EXPECT_NE(all.find(Lower(gold.target())), std::string::npos);
    ExpectShown(article, gold.evidence(), "evidence");
    for (const std::string& more : gold.more_evidence()) {
      ExpectShown(article, more, "more_evidence");
    }
    if (!gold.speaker().empty()) {
      EXPECT_NE(all.find(Lower(gold.speaker())), std::string::npos);
    }
    for (const auto& alt : gold.alt()) {
      EXPECT_TRUE(kPolarities.contains(alt.alt_polarity()));
    }
    if (gold.alt_size() > 0) {
      EXPECT_EQ(gold.alt_polarity(), gold.alt(0).alt_polarity());
      EXPECT_EQ(gold.alt_target(), gold.alt(0).alt_target());
    }
  }

  static void CheckDistractor(const GoldArticle& article,
                              const Distractor& distractor) {
    SCOPED_TRACE(distractor.target());
    ExpectShown(article, distractor.evidence(), "evidence");
    EXPECT_FALSE(distractor.target().empty());
    EXPECT_FALSE(distractor.why().empty());
    EXPECT_TRUE(distractor.polarity().empty() ||
                kPolarities.contains(distractor.polarity()));
  }

  static void CheckArticle(const GoldArticle& article) {
    EXPECT_FALSE(article.title().empty());
    const size_t words = CountWords(article.text());
    EXPECT_GE(words, 150u);
    EXPECT_LE(words, 750u);
    EXPECT_GE(article.stances_size(), 5);
    EXPECT_GE(article.distractors_size(), 1);
    for (const GoldStance& gold : article.stances()) CheckStance(article, gold);
    for (const GoldStance& gold : article.optional_stances()) {
      CheckStance(article, gold);
    }
    for (const Distractor& distractor : article.distractors()) {
      CheckDistractor(article, distractor);
    }
  }
};

TEST_F(CorpusTest, AnnotationsAreWellFormed) {
  for (const char* file : {"articles.jsonl", "news/articles.jsonl"}) {
    SCOPED_TRACE(file);
    const auto articles =
        ReadGold(absl::StrCat(STANCE_SOURCE_DIR "/tests/corpus/", file));
    ASSERT_TRUE(articles.ok()) << articles.status();
    EXPECT_GE(articles->size(), 10u);
    std::set<std::string> ids;
    std::set<std::string> kinds;
    for (const GoldArticle& article : *articles) {
      SCOPED_TRACE(article.id());
      EXPECT_TRUE(ids.insert(article.id()).second);
      kinds.insert(article.kind());
      CheckArticle(article);
    }
    EXPECT_GE(kinds.size(), 10u);
  }
}

}  // namespace
}  // namespace stance::client
