// What makes a stance surer than another, and what it comes to.

#include "service/engine/stance/confidence.h"

#include <gtest/gtest.h>

#include <set>
#include <sstream>
#include <string>

#include "service/engine/classifier.h"
#include "tests/engine/shipped_lexicon.h"

namespace stance {
namespace {

// The first stance's last step: "0.74 (verb/named: title, neutral)".
std::string GroundsOf(const char* title, const char* text) {
  const Classifier classifier(ShippedLexicon());
  Classifier::Scratch scratch;
  const auto analysis = classifier.Classify({.title = title, .text = text},
                                            {.explain = true}, &scratch);
  if (!analysis.ok() || analysis->actors.empty()) return "no stance";
  const Evidence& evidence = analysis->actors[0].stances[0].evidence[0];
  const DerivationStep& step = evidence.derivation.back();
  return step.stage == "confidence" ? step.effect : "no grounds";
}

TEST(ConfidenceTest, WaysAndSigns) {
  const struct {
    const char* name;
    const char* title;
    const char* text;
    const char* way;
    // Signs that it has, and some that it does not have.
    std::set<std::string> has;
    std::set<std::string> lacks;
  } kRows[] = {
      {"plain",
       "",
       "Peru condemned the closure of the mine yesterday.",
       "verb/named",
       {"holder-known", "holder-beside", "holder-one-word", "sentence-short"},
       {"holder-common", "turned", "reported", "target-pronoun",
        "target-beside", "title", "sentence-modal", "repeated"}},
      {"right behind the cue",
       "",
       "Peru condemned mine closures.",
       "verb/named",
       {"target-beside"},
       {"target-far"}},
      {"nobody known",
       "",
       "The angry tenants condemned the fee.",
       "verb/named",
       {"holder-beside"},
       {"holder-known", "holder-one-word"}},
      {"a role",
       "",
       "On Monday tenants condemned the fee.",
       "verb/named",
       {"holder-common", "holder-one-word"},
       {}},
      {"a pronoun",
       "",
       "Peru met envoys. It condemned the fee.",
       "verb/coreference",
       {"holder-known"},
       {"holder-common"}},
      {"negated",
       "",
       "Peru does not support the fee.",
       "verb/named",
       {"turned", "sentence-negation"},
       {}},
      {"neutral",
       "",
       "Peru abstained on the resolution.",
       "verb/named",
       {"neutral"},
       {"turned"}},
      {"a noun",
       "",
       "Peru's opposition to the fee is known.",
       "noun/named",
       {},
       {"cue-long"}},
      {"a title",
       "Peru condemns fee",
       "It rained.",
       "verb/named",
       {"title"},
       {}},
      {"said by somebody",
       "",
       "Peru condemns the fee, Ana Roe, its minister, said.",
       "verb/named",
       {"reported", "holder-speaks"},
       {}},
      {"the target before the cue",
       "",
       "The fee that Peru condemned is due in May.",
       "verb/named",
       {"target-first"},
       {"target-beside", "target-elsewhere"}},
      {"a long target",
       "",
       "Peru condemned the sale of the last forest of the northern coast.",
       "verb/named",
       {"target-long"},
       {"cue-rare"}},
      {"many at once",
       "",
       "Peru condemned the fee, the levy and the tax.",
       "verb/named",
       {"sentence-many"},
       {}},
  };
  for (const auto& row : kRows) {
    SCOPED_TRACE(row.name);
    const std::string grounds = GroundsOf(row.title, row.text);
    const size_t open = grounds.find('(');
    const size_t colon = grounds.find(": ");
    ASSERT_NE(open, std::string::npos) << grounds;
    EXPECT_EQ(grounds.substr(open + 1, colon - open - 1), row.way);
    std::set<std::string> signs;
    std::istringstream words(
        grounds.substr(colon + 2, grounds.size() - colon - 3));
    for (std::string sign; std::getline(words >> std::ws, sign, ',');) {
      signs.insert(sign);
    }
    for (const std::string& sign : row.has) {
      EXPECT_TRUE(signs.contains(sign)) << sign << " of " << grounds;
    }
    for (const std::string& sign : row.lacks) {
      EXPECT_FALSE(signs.contains(sign)) << sign << " of " << grounds;
    }
  }
}

TEST(ConfidenceTest, Repeated) {
  Calibration calibration;
  ASSERT_TRUE(calibration.SetLogOdds("sign/repeated", 1));
  const struct {
    const char* name;
    float before;
    bool derived;
    float after;
    const char* step;  // empty: none
  } kRows[] = {{"a coin", 0.5f, false, 0.73f, "0.73 (repeated)"},
               {"sure", 0.9f, false, 0.96f, "0.96 (repeated)"},
               {"never", 0.0f, false, 0.0f, "0.00 (repeated)"},
               {"always", 1.0f, false, 1.0f, "1.00 (repeated)"},
               {"nobody has measured it", 0.5f, true, 0.5f, ""}};
  for (const auto& row : kRows) {
    SCOPED_TRACE(row.name);
    Stance stance;
    stance.confidence = row.before;
    stance.derived = row.derived;
    stance.evidence.resize(2);
    RateRepeated(calibration, /*explain=*/true, &stance);
    EXPECT_FLOAT_EQ(stance.confidence, row.after);
    const auto& steps = stance.evidence[0].derivation;
    EXPECT_EQ(steps.empty() ? "" : steps[0].effect, row.step);
  }
}

TEST(ConfidenceTest, NamesOfSigns) {
  Calibration calibration;
  for (size_t i = 0; i < kSignNames.size(); ++i) {
    const std::string name = "sign/" + std::string(kSignNames[i]);
    ASSERT_TRUE(calibration.SetLogOdds(name, static_cast<float>(i)));
    EXPECT_EQ(calibration.LogOdds(static_cast<Sign>(i)), i);
  }
  EXPECT_FALSE(calibration.SetLogOdds("sign/luck", 1));
  EXPECT_FALSE(calibration.SetLogOdds("title", 1));
  EXPECT_EQ(kSignNames.size(), static_cast<size_t>(Sign::kRepeated) + 1);
}

}  // namespace
}  // namespace stance
