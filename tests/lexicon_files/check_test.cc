// What a check says beyond the compiler's findings (findings_test.cc), word for
// word. Each row is one file beside a small good lexicon.

#include "service/lexicon_files/check.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace stance {
namespace {

constexpr const char* kBase = R"(
actor { id: "country/CHN" name: "China" kind: ACTOR_KIND_COUNTRY adjective: "Chinese" }
actor { id: "country/PER" name: "Peru" kind: ACTOR_KIND_COUNTRY adjective: "Peruvian" code: "ISO3166-1:PER" }
frame_set { id: "transitive" frame { target { slot: SLOT_OBJECT } } }
cue {
  id: "cue/oppose" lemma: "oppose" word_class: WORD_CLASS_VERB
  polarity: POLARITY_OPPOSES sense: SENSE_EVALUATION frame_set: "transitive"
  example: "{China} opposes [talks]."
  counter_example: "China talked."
}
function { role: FUNCTION_ROLE_SENTENCE_STARTER words: "the a" }
function { role: FUNCTION_ROLE_DEFINITE words: "the" }
word_list { word_class: WORD_CLASS_DETERMINER words: "the a an" }
word_list { word_class: WORD_CLASS_NOUN words: "apple talk" }
)";

struct CheckRow {
  const char* name;
  const char* text;      // of a.txtpb
  const char* findings;  // one a line
};

const CheckRow kCheckRows[] = {
    {"good", "", ""},
    {"reporting verb twice", R"(reporting_verb { lemma: "say" }
reporting_verb { lemma: "say" addressee: true })",
     R"(a.txtpb:2: warning: say: the reporting verb is listed before (a.txtpb:1); remove one of the two [DUPLICATE]
)"},
    {"light verb twice in one direction",
     R"(light_verb { lemma: "have" direction: LIGHT_VERB_DIRECTION_GIVE }
light_verb { lemma: "have" direction: LIGHT_VERB_DIRECTION_RECEIVE }
light_verb { lemma: "have" direction: LIGHT_VERB_DIRECTION_GIVE })",
     R"(a.txtpb:3: warning: have: the light verb in this direction is listed before (a.txtpb:1); remove one of the two [DUPLICATE]
)"},
    {"irregular word twice", R"(irregular { lemma: "go" past: "went" }
irregular { lemma: "go" past: "goed" })",
     R"(a.txtpb:2: warning: go: the irregular word is listed before (a.txtpb:1); remove one of the two [DUPLICATE]
)"},
    {"null phrase twice", R"(null { phrase: "talking point" }
null {
  phrase: "talking shop"
  phrase: "talking point"
})",
     R"(a.txtpb:4: warning: talking point: the null phrase is listed before (a.txtpb:1); remove one of the two [DUPLICATE]
)"},
    {"word twice in a class",
     R"(word_list { word_class: WORD_CLASS_NOUN words: "pear talk" })",
     R"(a.txtpb:1: warning: the word "talk" of this class is listed before (base.txtpb:14); remove one of the two [DUPLICATE]
)"},
    {"word twice in a role",
     R"(function { role: FUNCTION_ROLE_DEFINITE words: "the" })",
     R"(a.txtpb:1: warning: the word "the" of this role is listed before (base.txtpb:12); remove one of the two [DUPLICATE]
)"},
    {"member twice",
     R"(actor { id: "org/a" name: "Aco" kind: ACTOR_KIND_ORGANIZATION
  member: "country/PER"
  member: "country/PER"
})",
     R"(a.txtpb:3: warning: org/a: the member "country/PER" stands twice in this entry; remove one [DUPLICATE]
)"},
    {"code of two actors",
     R"(actor { id: "org/a" name: "Aco" kind: ACTOR_KIND_ORGANIZATION code: "ISO3166-1:PER" })",
     R"(a.txtpb:1: warning: org/a: the code "ISO3166-1:PER" is also that of country/PER (base.txtpb:3); a code names one thing: correct one, or join the entries [DUPLICATE_CODE]
)"},
    {"example twice",
     R"(issue { id: "issue/talks" name: "peace talks"
  example: "OPPOSES: {China} opposes [peace talks]."
  example: "OPPOSES: {China} opposes [peace talks]."
})",
     R"(a.txtpb:3: warning: issue/talks: the example "OPPOSES: {China} opposes [peace talks]." stands twice in this entry; remove one [DUPLICATE_EXAMPLE]
)"},
    {"cue that another one shadows",
     R"(cue {
  id: "cue/oppose-again" lemma: "oppose" word_class: WORD_CLASS_VERB
  polarity: POLARITY_SUPPORTS sense: SENSE_EVALUATION frame_set: "transitive"
  example: "{China} opposes [talks]."
  counter_example: "China talked."
})",
     R"(a.txtpb:1: warning: cue/oppose-again: cue/oppose (base.txtpb:5) has this lemma, class and frames and is always taken; join the two, or give them other frames [SHADOWED]
a.txtpb:1: error: cue/oppose-again: none of its examples finds this entry; correct its forms and frames, or remove it [DEAD]
a.txtpb:4: error: cue/oppose-again: "China opposes talks.": expected {China} SUPPORTS [talks]; found: China OPPOSES talks [EXAMPLE]
)"},
    {"adjective of two actors",
     R"(actor { id: "country/CHL" name: "Chile" kind: ACTOR_KIND_COUNTRY adjective: "Peruvian" })",
     R"(a.txtpb:1: warning: country/CHL: the adjective "Peruvian" is also one of country/PER (base.txtpb:3), which is always taken; keep it in one of them [AMBIGUOUS_FORM]
)"},
    {"wording of two issues", R"(issue { id: "issue/talks" name: "peace talks" }
issue { id: "issue/peace" name: "peace" wording: "peace talks" })",
     R"(a.txtpb:2: warning: issue/peace: a form of this entry is also one of issue/talks (a.txtpb:1), which is always taken; keep it in one of them [AMBIGUOUS_FORM]
)"},
    {"name that is a word",
     R"(actor { id: "company/apple" name: "Apple" kind: ACTOR_KIND_COMPANY })",
     R"(a.txtpb:1: warning: company/apple: "Apple" is an ordinary word too; add a counter_example in which it stands for itself, or take the form out [AMBIGUOUS_FORM]
)"},
    {"name that is a word, with a rule",
     R"(actor { id: "company/apple" name: "Apple" kind: ACTOR_KIND_COMPANY
  counter_example: "The apple fell." })",
     ""},
    {"example that fails beside one that holds",
     R"(cue {
  id: "cue/shun" lemma: "shun" word_class: WORD_CLASS_VERB
  polarity: POLARITY_OPPOSES sense: SENSE_EVALUATION frame_set: "transitive"
  example: "{China} shuns [talks]."
  example: "{China} shuns [Peru]."
  example: "{Peru} talked [shunning]."
  counter_example: "Peru shunned talks."
  known_bug: "{China} shuns [talks]."
})",
     R"(a.txtpb:6: error: cue/shun: "Peru talked shunning.": expected {Peru} OPPOSES [shunning]; found: no stance [EXAMPLE]
a.txtpb:7: error: cue/shun: "Peru shunned talks.": expected no stance of this entry; found: Peru OPPOSES talks [EXAMPLE]
a.txtpb:8: warning: cue/shun: "China shuns talks.": is right now: make it an example [KNOWN_BUG]
)"},
};

std::string Lines(const std::vector<Finding>& findings) {
  std::string lines;
  for (const Finding& finding : findings) {
    lines += FormatFinding(finding) + "\n";
  }
  return lines;
}

TEST(CheckTest, FindingsAreWordForWord) {
  for (const CheckRow& row : kCheckRows) {
    const LexiconCheck check =
        CheckLexicon({{"base.txtpb", kBase}, {"a.txtpb", row.text}}, {});
    EXPECT_EQ(Lines(check.findings), row.findings) << row.name;
    EXPECT_TRUE(check.complete) << row.name;
    EXPECT_EQ(check.files, 2u) << row.name;
    EXPECT_GE(check.examples, 2u) << row.name;
  }
}

// What does not compile is not looked at further, and the check says so.
TEST(CheckTest, ErrorsComeFirst) {
  const struct {
    const char* name;
    const char* text;
    const char* findings;
  } kBroken[] = {
      {"syntax", "actor {",
       R"(a.txtpb:1:8: error: Expected identifier, got:  [SYNTAX]
)"},
      {"reference",
       R"(issue { id: "issue/a" name: "apples" parent: "issue/b" })",
       R"(a.txtpb:1: error: issue/a: parent names "issue/b", which is no entry; add it, or correct the id [UNKNOWN_REFERENCE]
)"},
  };
  for (const auto& row : kBroken) {
    const LexiconCheck check =
        CheckLexicon({{"base.txtpb", kBase}, {"a.txtpb", row.text}}, {});
    EXPECT_EQ(Lines(check.findings), row.findings) << row.name;
    EXPECT_FALSE(check.complete) << row.name;
    EXPECT_EQ(check.examples, 0u) << row.name;
  }
}

// The project's own lexicon has nothing to hide, however the work is shared.
TEST(CheckTest, ShippedLexicon) {
  const LexiconCheck check = CheckLexiconDirectories(
      {STANCE_SOURCE_DIR "/service/lexicon/en"}, {.threads = 2});
  EXPECT_EQ(Lines(check.findings), "");
  EXPECT_TRUE(check.complete);
}

}  // namespace
}  // namespace stance
