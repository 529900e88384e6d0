// What a headline and the first sentences both say is one stance.

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "service/engine/classifier.h"
#include "tests/engine/shipped_lexicon.h"

namespace stance {
namespace {

TEST(HeadlinesTest, Rows) {
  const struct {
    const char* name;
    const char* title;
    const char* text;
    // Stances, each "holder: target (pieces of evidence)", in their order.
    std::vector<std::string> stances;
  } kRows[] = {
      {"the same thing in other words",
       "Egypt rejects Nile formula",
       "Egypt turned down the African Union's formula for sharing water.",
       {"Egypt: African Union's formula for sharing water (2)"}},
      {"nothing in common",
       "Egypt rejects harbour wall",
       "Egypt turned down the African Union's formula for sharing water.",
       {"Egypt: harbour wall (1)",
        "Egypt: African Union's formula for sharing water (1)"}},
      {"one is for it",
       "Egypt welcomes Nile formula",
       "Egypt turned down the African Union's formula for sharing water.",
       {"Egypt: Nile formula (1)",
        "Egypt: African Union's formula for sharing water (1)"}},
      {"somebody else",
       "Sudan rejects Nile formula",
       "Egypt turned down the African Union's formula for sharing water.",
       {"Sudan: Nile formula (1)",
        "Egypt: African Union's formula for sharing water (1)"}},
      {"a holder without a name",
       "Councillors reject bypass route",
       "Galway County Council turned down the eastern route of the bypass.",
       {"Galway County Council: eastern route of the bypass (2)"}},
      {"not what comes late",
       "Egypt rejects Nile formula",
       "It rained in Cairo. The market was closed. Egypt turned down the "
       "African Union's formula for sharing water.",
       {"Egypt: Nile formula (1)",
        "Egypt: African Union's formula for sharing water (1)"}},
      // The first sentence of the text has the number of the headline.
      {"a feeling without an object",
       "Skiers unhappy",
       "Winter in the far north went on for months, and athletes deplored the "
       "rule.",
       {"athletes: rule (2)"}},
  };
  const Classifier classifier(ShippedLexicon());
  Classifier::Scratch scratch;
  for (const auto& row : kRows) {
    SCOPED_TRACE(row.name);
    const auto analysis = classifier.Classify(
        {.title = row.title, .text = row.text}, {}, &scratch);
    ASSERT_TRUE(analysis.ok()) << analysis.status();
    std::vector<std::string> stances;
    for (const ActorStances& actor : analysis->actors) {
      for (const Stance& stance : actor.stances) {
        stances.push_back(std::string(actor.actor.display_name) + ": " +
                          std::string(stance.target.display_name) + " (" +
                          std::to_string(stance.evidence.size()) + ")");
      }
    }
    EXPECT_EQ(stances, row.stances);
  }
}

}  // namespace
}  // namespace stance
