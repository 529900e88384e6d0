// What counts: answers against one annotated article, row by row.

#include "client/eval/scoring.h"

#include <google/protobuf/text_format.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "client/eval/matching.h"

namespace stance::client {
namespace {

constexpr const char* kText =
    "China backs the talks. Peru, which once opposed the ban, said Lima wants "
    "it lifted. Oslo may join.";

constexpr const char* kGold = R"(
  id: "a" text: "China backs the talks. Peru, which once opposed the ban, said Lima wants it lifted. Oslo may join."
  stances {
    actor: "China" actor_any: "Wang Yi" polarity: "supports" target: "talks"
    target_any: "peace process" evidence: "China backs the talks"
    speaker: "Wang Yi" difficulty: "direct"
  }
  stances {
    actor: "Peru" polarity: "opposes" target: "ban"
    target_any: "wants it lifted" evidence: "Lima wants it lifted"
    alt { alt_polarity: "supports" alt_target: "lifting the ban" }
    alt { alt_polarity: "supports" alt_target: "wants it lifted" }
    difficulty: "shifted"
  }
  optional_stances {
    actor: "Norway" polarity: "supports" target: "talks" evidence: "Oslo"
  }
  distractors { actor: "Norway" target: "join" evidence: "Oslo may join" }
  distractors { polarity: "opposes" target: "joining fee" }
)";

// One answered stance: holder, its first mention, polarity, target.
struct Answer {
  const char* holder;
  const char* mention;
  v1::Polarity polarity;
  const char* target;
  const char* sentence = "";
  const char* speaker = "";
  float confidence = 0.5;
  bool derived = false;
};

v1::ClassifyArticleResponse MakeResponse(const std::vector<Answer>& answers) {
  v1::ClassifyArticleResponse response;
  for (const Answer& answer : answers) {
    v1::ActorStances* group = response.add_actors();
    group->mutable_actor()->set_display_name(answer.holder);
    v1::Stance* stance = group->add_stances();
    stance->set_polarity(answer.polarity);
    stance->set_confidence(answer.confidence);
    stance->set_derived(answer.derived);
    stance->mutable_target()->set_text(answer.target);
    v1::Evidence* evidence = stance->add_evidence();
    evidence->mutable_actor_mention()->set_text(answer.mention);
    evidence->mutable_sentence()->set_text(answer.sentence);
    if (*answer.speaker != '\0') {
      evidence->add_speakers()->set_display_name(answer.speaker);
    }
  }
  return response;
}

constexpr auto kFor = v1::POLARITY_SUPPORTS;
constexpr auto kAgainst = v1::POLARITY_OPPOSES;
constexpr auto kNeither = v1::POLARITY_NEUTRAL;

TEST(ScoreArticle, Rows) {
  eval::v1::GoldArticle gold;
  ASSERT_TRUE(google::protobuf::TextFormat::ParseFromString(kGold, &gold));
  ASSERT_EQ(gold.text(), kText);
  const struct {
    const char* name;
    std::vector<Answer> answers;
    int correct;
    int wrong;
    int fooled = 0;
    int evidence = 0;
    int speakers_right = 0;
  } kRows[] = {
      {"nothing", {}, 0, 0},
      {"right", {{"China", "", kFor, "talks"}}, 1, 0},
      {"holder by another name",
       {{"Wang Yi", "", kFor, "talks"}},
       1,
       0,
       0,
       0,
       1},
      {"holder by its mention", {{"x", "China", kFor, "talks"}}, 1, 0},
      {"target in other words", {{"China", "", kFor, "process"}}, 1, 0},
      {"wrong holder", {{"Japan", "", kFor, "talks"}}, 0, 1},
      {"wrong polarity", {{"China", "", kAgainst, "talks"}}, 0, 1},
      {"wrong target", {{"China", "", kFor, "sanctions"}}, 0, 1},
      {"neutral is no support", {{"China", "", kNeither, "talks"}}, 0, 1},
      {"folded reading", {{"Peru", "", kAgainst, "ban"}}, 1, 0},
      {"unfolded reading", {{"Peru", "", kFor, "lifting the ban"}}, 1, 0},
      {"wording of the other reading with this polarity",
       {{"Peru", "", kAgainst, "wants lifted"}},
       0,
       1},
      {"one second wording is free",
       {{"China", "", kFor, "talks"}, {"China", "", kFor, "peace process"}},
       1,
       0},
      {"a third is wrong",
       {{"China", "", kFor, "talks"},
        {"China", "", kFor, "peace process"},
        {"China", "", kFor, "talks"}},
       1,
       1},
      {"optional counts neither way", {{"Norway", "", kFor, "talks"}}, 0, 0},
      {"distractor", {{"Norway", "", kFor, "join"}}, 0, 1, 1},
      {"distractor of another holder", {{"Peru", "", kFor, "join"}}, 0, 1, 0},
      {"distractor without holder",
       {{"Peru", "", kAgainst, "joining fee"}},
       0,
       1,
       1},
      {"distractor of another polarity",
       {{"Peru", "", kFor, "joining fee"}},
       0,
       1,
       0},
      {"derived is passed over",
       {{"Japan", "", kFor, "talks", "", "", 0.5, true}},
       0,
       0},
      {"below the confidence asked for",
       {{"Japan", "", kFor, "talks", "", "", 0.2f}},
       0,
       0},
      {"just the confidence asked for",
       {{"Japan", "", kFor, "talks", "", "", 0.3f}},
       0,
       1},
      {"evidence and speaker",
       {{"China", "", kFor, "talks", "China backs the talks.", "Mr Wang Yi"}},
       1,
       0,
       0,
       1,
       1},
      {"another sentence, another speaker",
       {{"China", "", kFor, "talks", "Oslo may join.", "Li Qiang"}},
       1,
       0},
      {"sentence that is not in the text",
       {{"China", "", kFor, "talks", "China backs talks."}},
       1,
       0},
  };
  for (const auto& row : kRows) {
    SCOPED_TRACE(row.name);
    const v1::ClassifyArticleResponse response = MakeResponse(row.answers);
    Figures figures;
    ScoreArticle(gold, &response, 0.3f, &figures);
    EXPECT_EQ(figures.all.correct, row.correct);
    EXPECT_EQ(figures.all.wrong, row.wrong);
    EXPECT_EQ(figures.all.missed, 2 - row.correct);
    EXPECT_EQ(figures.distractors.hits, row.fooled);
    EXPECT_EQ(figures.distractors.of, 2);
    EXPECT_EQ(figures.evidence.hits, row.evidence);
    EXPECT_EQ(figures.evidence.of, row.correct);
    EXPECT_EQ(figures.speakers.hits, row.speakers_right);
    EXPECT_EQ(figures.unanswered, 0);
    EXPECT_EQ(figures.mistakes_missed.size(),
              static_cast<size_t>(2 - row.correct));
    EXPECT_EQ(figures.mistakes_wrong.size(), static_cast<size_t>(row.wrong));
  }
}

TEST(ScoreArticle, AddsUp) {
  eval::v1::GoldArticle gold;
  ASSERT_TRUE(google::protobuf::TextFormat::ParseFromString(kGold, &gold));
  const auto response = MakeResponse(
      {{"China", "", kFor, "talks"}, {"Japan", "", kFor, "talks"}});
  Figures figures;
  ScoreArticle(gold, &response, 0, &figures);
  ScoreArticle(gold, nullptr, 0, &figures);
  EXPECT_EQ(figures.articles, 2);
  EXPECT_EQ(figures.unanswered, 1);
  EXPECT_DOUBLE_EQ(figures.all.Precision(), 0.5);
  EXPECT_DOUBLE_EQ(figures.all.Recall(), 0.25);
  EXPECT_DOUBLE_EQ(figures.all.F1(), 1.0 / 3);
  EXPECT_EQ(figures.recall_by_difficulty["direct"].hits, 1);
  EXPECT_EQ(figures.recall_by_difficulty["direct"].of, 2);
  EXPECT_EQ(figures.recall_by_difficulty["shifted"].hits, 0);
  EXPECT_EQ(figures.mistakes_missed[0].difficulty, "shifted");
  EXPECT_TRUE(figures.by_kind.empty());

  gold.set_kind("wire");
  ScoreArticle(gold, &response, 0, &figures);
  EXPECT_DOUBLE_EQ(figures.by_kind["wire"].F1(), 0.5);
  EXPECT_EQ(figures.mistakes_missed.back().article_kind, "wire");
  EXPECT_EQ(figures.mistakes_wrong.back().article_kind, "wire");
}

TEST(ScoreArticle, CountsSpansThatAreNotWhatTheySay) {
  eval::v1::GoldArticle gold;
  gold.set_title("Été");
  gold.set_text("Peru votes.");
  const struct {
    const char* name;
    v1::Part part;
    uint32_t begin;
    uint32_t end;
    const char* text;
    int bad;
  } kRows[] = {
      {"right", v1::PART_TEXT, 0, 4, "Peru", 0},
      {"title in bytes", v1::PART_TITLE, 0, 5, "Été", 0},
      {"title in characters", v1::PART_TITLE, 0, 3, "Été", 1},
      {"shifted", v1::PART_TEXT, 1, 5, "Peru", 1},
      {"beyond the end", v1::PART_TEXT, 5, 99, "votes.", 0},
      {"backwards", v1::PART_TEXT, 4, 0, "Peru", 1},
      {"outside", v1::PART_TEXT, 80, 99, "Peru", 1},
  };
  for (const auto& row : kRows) {
    SCOPED_TRACE(row.name);
    auto response = MakeResponse({{"Peru", "", kFor, "x"}});
    v1::Evidence* evidence =
        response.mutable_actors(0)->mutable_stances(0)->mutable_evidence(0);
    evidence->clear_actor_mention();
    evidence->clear_sentence();
    v1::Mention* cue = evidence->mutable_cue();
    cue->set_part(row.part);
    cue->set_begin(row.begin);
    cue->set_end(row.end);
    cue->set_text(row.text);
    Figures figures;
    ScoreArticle(gold, &response, 0, &figures);
    EXPECT_EQ(figures.bad_spans, row.bad);
  }
}

TEST(MatchOneToOne, Rows) {
  using Pairs = std::vector<Pair>;
  const struct {
    const char* name;
    std::vector<std::vector<size_t>> agrees;
    Pairs pairs;
  } kRows[] = {
      {"nothing", {}, {}},
      {"no agreement", {{}, {}}, {}},
      {"one each", {{0}, {1}}, {{0, 0}, {1, 1}}},
      {"the first keeps it", {{0}, {0}}, {{0, 0}}},
      {"the first moves on", {{0, 1}, {0}}, {{1, 0}, {0, 1}}},
      {"a chain moves on", {{0, 1}, {1, 2}, {0}}, {{2, 0}, {0, 1}, {1, 2}}},
  };
  for (const auto& row : kRows) {
    SCOPED_TRACE(row.name);
    EXPECT_TRUE(MatchOneToOne(row.agrees) == row.pairs);
  }
}

}  // namespace
}  // namespace stance::client
