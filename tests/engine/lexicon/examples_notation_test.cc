#include "service/engine/lexicon/examples_notation.h"

#include <gtest/gtest.h>

namespace stance {
namespace {

namespace pb = lexicon::v1;
using Kind = Example::Kind;

TEST(ExamplesNotationTest, Reads) {
  struct Row {
    Kind kind;
    const char* notation;
    const char* sentence;
    const char* holder;
    const char* target;
    pb::Polarity polarity;
  };
  const Row kRows[] = {
      {Kind::kExample, "{Iran} condemned [the raid].",
       "Iran condemned the raid.", "Iran", "the raid",
       pb::POLARITY_UNSPECIFIED},
      {Kind::kExample, "SUPPORTS: {Iran} did not oppose [it].",
       "Iran did not oppose it.", "Iran", "it", pb::POLARITY_SUPPORTS},
      {Kind::kExample, "OPPOSES:{Iran} left [it].", "Iran left it.", "Iran",
       "it", pb::POLARITY_OPPOSES},
      {Kind::kExample, "  NEUTRAL: [It] left {Iran} cold. ",
       "It left Iran cold.", "Iran", "It", pb::POLARITY_NEUTRAL},
      {Kind::kExample, "Note: {Iran} left [it].", "Note: Iran left it.", "Iran",
       "it", pb::POLARITY_UNSPECIFIED},
      {Kind::kCounterExample, "Iran visited the building.",
       "Iran visited the building.", "", "", pb::POLARITY_UNSPECIFIED},
      {Kind::kKnownBug, "Iran visited the building.",
       "Iran visited the building.", "", "", pb::POLARITY_UNSPECIFIED},
      {Kind::kKnownBug, "OPPOSES: {Iran} left [it].", "Iran left it.", "Iran",
       "it", pb::POLARITY_OPPOSES},
      {Kind::kExample, "{Ürümqi} hailed [the “deal”].",
       "Ürümqi hailed the “deal”.", "Ürümqi", "the “deal”",
       pb::POLARITY_UNSPECIFIED},
  };
  for (const Row& row : kRows) {
    SCOPED_TRACE(row.notation);
    Example example;
    example.kind = row.kind;
    EXPECT_EQ(ParseExample(row.notation, &example), "");
    EXPECT_EQ(example.sentence, row.sentence);
    EXPECT_EQ(example.holder, row.holder);
    EXPECT_EQ(example.target, row.target);
    EXPECT_EQ(example.polarity, row.polarity);
  }
}

TEST(ExamplesNotationTest, Rejects) {
  struct Row {
    Kind kind;
    const char* notation;
    const char* says;  // a part of the message
  };
  constexpr Row kRows[] = {
      {Kind::kExample, "", "empty"},
      {Kind::kCounterExample, "  ", "empty"},
      {Kind::kExample, "Iran condemned the raid.", "mark one holder"},
      {Kind::kExample, "{Iran} condemned the raid.", "mark one holder"},
      {Kind::kExample, "Iran condemned [the raid].", "mark one holder"},
      {Kind::kExample, "{Iran} and {Iraq} hit [it].", "mark one holder"},
      {Kind::kExample, "{Iran} hit [it] and [them].", "mark one holder"},
      {Kind::kExample, "{} hit [it].", "mark one holder"},
      {Kind::kExample, "{Iran condemned [the raid].",
       "marks stand inside marks"},
      {Kind::kExample, "{Iran} condemned [the raid.", "not closed"},
      {Kind::kExample, "Iran} condemned [the raid].", "not opened"},
      {Kind::kExample, "{Iran] condemned [the raid}.", "not opened"},
      {Kind::kCounterExample, "{Iran} visited [it].", "has no marks"},
      {Kind::kKnownBug, "{Iran} visited it.", "mark one holder"},
  };
  for (const Row& row : kRows) {
    Example example;
    example.kind = row.kind;
    const std::string fault = ParseExample(row.notation, &example);
    EXPECT_NE(fault.find(row.says), std::string::npos)
        << row.notation << ": " << fault;
  }
}

}  // namespace
}  // namespace stance
