// What a title says of whose the text is.

#include "service/engine/stance/title_label.h"

#include <gtest/gtest.h>

#include <string>

#include "service/engine/classifier.h"
#include "tests/engine/shipped_lexicon.h"

namespace stance {
namespace {

TEST(TitleLabelTest, Rows) {
  using enum TitleLabel::Kind;
  const struct {
    const char* title;
    TitleLabel::Kind kind;
    const char* text;
  } rows[] = {
      {"Editorial: Keep the ferry", kOpinion, "Editorial"},
      {"Our view: keep the ferry", kOpinion, "Our view"},
      {"Keep the ferry | Opinion", kOpinion, "Opinion"},
      {"Hale Council: minutes of 3 May", kMinutes, "Hale Council"},
      {"Hale Council, Planning Committee: draft minutes", kMinutes,
       "Planning Committee"},
      {"Opposition leader: we will fight", kNone, ""},
      {"Ferry late by ten minutes: operator", kNone, ""},
      {"Editorial", kNone, ""},
      {"", kNone, ""},
  };
  for (const auto& row : rows) {
    SCOPED_TRACE(row.title);
    const TitleLabel label =
        ReadTitleLabel(ShippedLexicon()->text_rules, row.title);
    EXPECT_EQ(label.kind, row.kind);
    EXPECT_EQ(label.text, row.text);
    EXPECT_EQ(std::string(row.title).substr(
                  label.mention.begin, label.mention.end - label.mention.begin),
              row.text);
  }
}

TEST(TitleLabelTest, Holds) {
  const struct {
    const char* title;
    const char* text;
    const char* holder;  // of the only stance; empty: there is none
  } rows[] = {
      {"Editorial: The ferry", "The fare is a disgrace.", "Editorial"},
      {"News: The ferry", "The fare is a disgrace.", ""},
      {"Editorial: The ferry",
       "We sail on.\n\nThis newspaper opposes the fare.", "newspaper"},
      {"Opinion: The ferry", "By Ada Holm\n\nThe fare is a disgrace.",
       "Ada Holm"},
      {"Hale Council: minutes of 3 May", "It was agreed to scrap the fare.",
       "Hale Council"},
      {"The ferry", "It was agreed to scrap the fare.", ""},
  };
  const Classifier classifier(ShippedLexicon());
  Classifier::Scratch scratch;
  for (const auto& row : rows) {
    SCOPED_TRACE(row.text);
    const auto analysis = classifier.Classify(
        {.title = row.title, .text = row.text}, {}, &scratch);
    ASSERT_TRUE(analysis.ok()) << analysis.status();
    ASSERT_EQ(analysis->actors.size(), *row.holder == '\0' ? 0u : 1u);
    if (*row.holder == '\0') continue;
    EXPECT_EQ(analysis->actors[0].actor.display_name, row.holder);
    EXPECT_EQ(analysis->actors[0].stances.size(), 1u);
  }
}

}  // namespace
}  // namespace stance
