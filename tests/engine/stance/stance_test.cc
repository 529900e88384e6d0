// Stances that only follow from what is said, over the whole engine with the
// shipped lexicon. A row names every stance that must be there; "!" before a
// line means that it must not be. What is said itself: tests/corpus/contrast.

#include <gtest/gtest.h>

#include <algorithm>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "service/engine/classifier.h"
#include "tests/engine/shipped_lexicon.h"

namespace stance {
namespace {

struct Row {
  const char* name;
  const char* text;
  // "holder|SUPPORTS|target": the holder's display name, words of the target.
  std::vector<const char*> stances;
};

// With derived stances asked for.
const Row kDerivedRows[] = {
    {"condemned act against a deal",
     "Egypt condemned the blocking of the deal.",
     {"Egypt|OPPOSES|blocking of the deal", "Egypt|SUPPORTS|deal (derived)"}},
    {"criticised for an act",
     "Kenya criticised Japan for vetoing the treaty.",
     {"Kenya|OPPOSES|vetoing the treaty", "Kenya|SUPPORTS|treaty (derived)"}},
    {"welcomed end",
     "Peru welcomed the lifting of sanctions.",
     {"Peru|SUPPORTS|lifting of sanctions",
      "Peru|OPPOSES|sanctions (derived)"}},
    {"a demand says it itself",
     "Peru called for the lifting of sanctions.",
     {"Peru|OPPOSES|sanctions", "!||(derived)"}},
    {"nothing follows from a thing",
     "Peru condemned the raid.",
     {"Peru|OPPOSES|raid", "!||(derived)"}},
};

bool Contains(std::string_view text, std::string_view part) {
  return text.find(part) != std::string_view::npos;
}

void ExpectStances(std::span<const Row> rows, const ClassifyOptions& options) {
  const Classifier classifier(ShippedLexicon());
  Classifier::Scratch scratch;
  for (const Row& row : rows) {
    SCOPED_TRACE(row.name);
    ArticleView article;
    article.text = row.text;
    const auto analysis = classifier.Classify(article, options, &scratch);
    ASSERT_TRUE(analysis.ok()) << analysis.status();
    std::vector<std::string> found;
    for (const ActorStances& actor : analysis->actors) {
      for (const Stance& s : actor.stances) {
        const char* polarity =
            s.polarity == lexicon::v1::POLARITY_SUPPORTS  ? "SUPPORTS"
            : s.polarity == lexicon::v1::POLARITY_OPPOSES ? "OPPOSES"
                                                          : "NEUTRAL";
        std::string line(actor.actor.display_name);
        line.append("|").append(polarity).append("|").append(s.target.text);
        if (s.derived) line += " (derived)";
        found.push_back(std::move(line));
      }
    }
    std::string all;
    for (const std::string& line : found) all += "\n  " + line;
    for (std::string_view expected : row.stances) {
      const bool forbidden = expected[0] == '!';
      if (forbidden) expected.remove_prefix(1);
      const size_t bar = expected.find('|');
      const size_t bar2 = expected.find('|', bar + 1);
      const std::string_view holder = expected.substr(0, bar);
      const std::string polarity(expected.substr(bar, bar2 - bar + 1));
      const std::string_view target = expected.substr(bar2 + 1);
      const bool there =
          std::any_of(found.begin(), found.end(), [&](const std::string& line) {
            const size_t at = line.find('|');
            return (holder.empty() || Contains(line.substr(0, at), holder)) &&
                   (polarity == "||" || Contains(line, polarity)) &&
                   Contains(line.substr(at), target);
          });
      EXPECT_EQ(there, !forbidden)
          << row.text << "\nexpected: " << (forbidden ? "no " : "") << expected
          << "\nfound:" << all;
    }
  }
}

TEST(StanceTest, DerivedRows) {
  ExpectStances(kDerivedRows, {.include_derived = true});
}

TEST(StanceTest, DerivedStancesAreLessSure) {
  const Classifier classifier(ShippedLexicon());
  Classifier::Scratch scratch;
  const auto analysis =
      classifier.Classify({.text = "Peru welcomed the lifting of sanctions."},
                          {.include_derived = true}, &scratch);
  ASSERT_TRUE(analysis.ok()) << analysis.status();
  ASSERT_EQ(analysis->actors.size(), 1u);
  const auto& stances = analysis->actors[0].stances;
  ASSERT_EQ(stances.size(), 2u);
  EXPECT_FALSE(stances[0].derived);
  EXPECT_TRUE(stances[1].derived);
  EXPECT_LT(stances[1].confidence, stances[0].confidence);
}

}  // namespace
}  // namespace stance
