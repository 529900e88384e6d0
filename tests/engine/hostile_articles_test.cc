// Articles that no editor would print: the whole engine answers them, without
// a word of its own about what they are, and every span lies in the text.

#include <gtest/gtest.h>

#include <string>
#include <string_view>

#include "service/engine/classifier.h"
#include "tests/engine/repeat.h"
#include "tests/engine/shipped_lexicon.h"

namespace stance {
namespace {

const struct {
  const char* name;
  std::string text;
} kRows[] = {
    // The first: only a new scratch has to make room.
    {"an interviewee whose country is the dateline's",
     "COPENHAGEN — Culture Minister Troels Engbaek spoke.\n\n"
     "Q: Will you?\n\nA: We will.\n"},
    {"NUL bytes", std::string("China supports talks.\0 It opposes \0war.", 39)},
    {"a word of a megabyte", std::string(1 << 20, 'a')},
    {"100,000 quotation marks", std::string(100000, '"')},
    {"100,000 quoted words", Repeat("\"a\" ", 50000)},
    {"no full stop", Repeat("China condemned the raid and ", 20000)},
    {"commas", Repeat("China, ", 50000)},
    {"conjuncts", "China opposes " + Repeat("sanctions and ", 20000)},
    {"possessors", Repeat("China's ", 50000)},
    {"phrases in phrases", "Peru condemned " + Repeat("the ban on ", 20000)},
    {"control in control", "Peru " + Repeat("urged Chile to ", 20000)},
    {"reports in reports", Repeat("Peru said that ", 20000)},
    {"names", Repeat("Ana Reyes met Ben Osei. ", 5000)},
    {"new names",
     [] {
       std::string text;
       for (int i = 0; i < 5000; ++i) {
         text += "Zor" + std::to_string(i) + " condemned the raid. ";
       }
       return text;
     }()},
    {"pronouns", Repeat("He opposes it. They want it. ", 10000)},
    {"stances without a full stop",
     [] {
       std::string text;
       for (int i = 0; i < 5000; ++i) {
         text += "China condemned raid" + std::to_string(i) + " and ";
       }
       return text;
     }()},
    {"right to left", Repeat("قال الوزير \"لا\" שלום ", 5000)},
    {"emoji", Repeat("👩‍👩‍👧 supports 🇫🇷. ", 5000)},
    {"brackets", Repeat("(", 100000)},
    {"somebody who says I", Repeat("I go home. ", 20000)},
    {"feelings",
     Repeat("The senate scrapped it. Nurses were furious. ", 10000)},
    {"conditions without a full stop",
     Repeat("Peru would only sign if it, if it ", 10000)},
    {"what was before, without a full stop",
     Repeat("Peru, which had fought the pact, backs it; ", 10000)},
    {"quoted words in one sentence",
     Repeat("the \"bill\" and the \"levy\" of ", 20000)},
    {"clauses inside one another",
     Repeat("Peru, which fought the treaty, now backs it, and ", 10000)},
    {"demands without a full stop",
     Repeat("urged Peru to sign it and Chile to drop it, ", 20000)},
    {"what others should do, without a full stop",
     Repeat("Roe said Peru should reject it and ", 20000)},
    {"what somebody wants done, without a full stop",
     Repeat("wants the levy scrapped and the tax lifted, ", 20000)},
    {"a name without end", Repeat("Kerr & Hope & ", 20000)},
    {"names of causes without a full stop",
     Repeat("Grandparents Against Speeding and ", 20000)},
    {"what is opposed, without a full stop",
     Repeat("What it opposes, it said, is the levy, ", 20000)},
    {"a label that is only half in brackets", Repeat("Foo): bar\n\n", 2000)},
    {"an infinitive and no verb", "Residents unable to act."},
    {"the other side of what has no verb",
     "wants to\"the bothees and against talks"},
    {"a last word that may be a verb", "Close it, down"},
    {"a comma before everything",
     ", nurses complained bitterly, residents objected."},
};

TEST(HostileArticlesTest, AnAnswerWithSpansInTheText) {
  const Classifier classifier(ShippedLexicon());
  Classifier::Scratch scratch;
  for (const auto& row : kRows) {
    SCOPED_TRACE(row.name);
    ClassifyOptions options;
    options.explain = true;
    options.include_unknown = true;
    const auto analysis =
        classifier.Classify({.text = row.text}, options, &scratch);
    ASSERT_TRUE(analysis.ok()) << analysis.status();
    size_t shown = 0;  // of sentences, bytes
    for (const ActorStances& actor : analysis->actors) {
      for (const Stance& stance : actor.stances) {
        EXPECT_FALSE(stance.evidence.empty());
        for (const Evidence& evidence : stance.evidence) {
          shown += evidence.sentence.end - evidence.sentence.begin;
          for (const Mention& mention : {evidence.sentence, evidence.actor,
                                         evidence.cue, evidence.target}) {
            ASSERT_LE(mention.begin, mention.end);
            ASSERT_LE(mention.end, row.text.size());
          }
        }
      }
    }
    EXPECT_LE(shown, 32 * row.text.size()) << "an answer without bound";
  }
}

}  // namespace
}  // namespace stance
