#include "client/stance_filter.h"

#include <gmock/gmock.h>
#include <google/protobuf/text_format.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace stance::client {
namespace {

constexpr const char* kAnswer = R"(
  actors {
    actor { id: "country/TUR" display_name: "Türkiye" }
    stances { polarity: POLARITY_SUPPORTS target { display_name: "carbon tax" text: "the levy" } }
    stances { polarity: POLARITY_OPPOSES target { display_name: "syntax" } }
  }
  actors {
    actor { display_name: "Bank of China" }
    stances { polarity: POLARITY_NEUTRAL target { display_name: "Élysée plan" } }
  }
)";

struct Row {
  const char* name;
  std::vector<std::string> actors;
  std::vector<std::string> targets;
  std::vector<v1::Polarity> polarities;
  std::vector<std::string> kept;  // targets
};

TEST(StanceFilter, Rows) {
  const Row kRows[] = {
      {"nothing asked", {}, {}, {}, {"carbon tax", "syntax", "Élysée plan"}},
      {"a name in any case", {"TÜRKIYE"}, {}, {}, {"carbon tax", "syntax"}},
      {"a part of a name is none", {"China"}, {}, {}, {}},
      {"a pattern", {"*china"}, {}, {}, {"Élysée plan"}},
      {"an id", {"country/TUR"}, {}, {}, {"carbon tax", "syntax"}},
      {"one of two", {"Peru", "bank*"}, {}, {}, {"Élysée plan"}},
      {"words of the target", {}, {"Carbon"}, {}, {"carbon tax"}},
      {"where they begin a word", {}, {"tax"}, {}, {"carbon tax"}},
      {"as the article has it", {}, {"LEVY"}, {}, {"carbon tax"}},
      {"letters that are not ASCII", {}, {"éLYSÉE"}, {}, {"Élysée plan"}},
      {"polarity", {}, {}, {v1::POLARITY_OPPOSES}, {"syntax"}},
      {"all of them",
       {"Türkiye"},
       {"tax"},
       {v1::POLARITY_OPPOSES, v1::POLARITY_NEUTRAL},
       {}},
  };
  for (const Row& row : kRows) {
    SCOPED_TRACE(row.name);
    StanceFilter filter;
    for (const std::string& actor : row.actors) filter.AddActor(actor);
    for (const std::string& target : row.targets) filter.AddTarget(target);
    for (const v1::Polarity polarity : row.polarities) {
      filter.AddPolarity(polarity);
    }
    v1::ClassifyArticleResponse answer;
    ASSERT_TRUE(
        google::protobuf::TextFormat::ParseFromString(kAnswer, &answer));
    filter.Apply(&answer);
    std::vector<std::string> kept;
    for (const v1::ActorStances& group : answer.actors()) {
      EXPECT_GT(group.stances_size(), 0);
      for (const v1::Stance& stance : group.stances()) {
        kept.push_back(stance.target().display_name());
      }
    }
    EXPECT_THAT(kept, testing::ElementsAreArray(row.kept));
  }
}

}  // namespace
}  // namespace stance::client
