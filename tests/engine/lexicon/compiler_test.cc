// What a compiled lexicon holds: readings of forms, and what is known of words.

#include "service/engine/lexicon/compiler.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

#include "service/lexicon_files/load.h"

namespace stance {
namespace {

namespace pb = lexicon::v1;

constexpr std::string_view kText = R"pb(
  abbreviation { text: "U.S." can_end_sentence: true }
  abbreviation { text: "Mr." }
  word_list { word_class: WORD_CLASS_TITLE words: "mr" }
  word_list { word_class: WORD_CLASS_POSSESSIVE_PRONOUN words: "my their" }
  word_list { word_class: WORD_CLASS_PREPOSITION words: "of in on" }
  word_list {
    word_class: WORD_CLASS_ADJECTIVE
    words: "general right strong"
    usual: true
  }
  word_list {
    word_class: WORD_CLASS_VERB
    words: "be"
    auxiliary: AUXILIARY_BE
    usual: true
  }
  word_list { word_class: WORD_CLASS_VERB words: "meet leave" }
  word_list { word_class: WORD_CLASS_NOUN words: "meeting stronger" }
  word_list { word_class: WORD_CLASS_ADVERB words: "-ly" }
  word_list { word_class: WORD_CLASS_NOUN words: "-ists" }
  word_list { word_class: WORD_CLASS_TO words: "to" }
  word_list { word_class: WORD_CLASS_POSSESSIVE_CLITIC words: "'s" }
  function { role: FUNCTION_ROLE_DEFINITE words: "the" }
  function { role: FUNCTION_ROLE_GENITIVE words: "of" }
  function { role: FUNCTION_ROLE_ACCORDING words: "according" }
  function { role: FUNCTION_ROLE_COPULA words: "be seem" }
  irregular {
    lemma: "be"
    past: "was were"
    participle: "been"
    third_person: "is 's"
    present: "am are"
  }
  irregular { lemma: "throw" past: "threw" participle: "thrown" }
  irregular { lemma: "say" past: "said" }
  irregular { lemma: "meet" past: "met" }
  irregular { lemma: "cut" past: "cut" }
  actor {
    id: "country/USA"
    name: "United States"
    alias: "U.S."
    alias: "US"
    alias: "Uncle  Sam"
    adjective: "American"
    demonym: "American"
    metonym: "Washington"
    description: "superpower"
    kind: ACTOR_KIND_COUNTRY
  }
  actor {
    id: "country/POL"
    name: "Poland"
    demonym: "Pole"
    kind: ACTOR_KIND_COUNTRY
  }
  actor {
    id: "person/obrien"
    name: "Ann O'Brien"
    kind: ACTOR_KIND_PERSON
    part_of: "country/USA"
    represents: true
    office {
      title: "secretary-general"
      of: "country/USA"
      from: "2021-02-03"
      to: "2022-04-05"
    }
    office { title: "mayor of the town" of: "country/USA" }
  }
  actor {
    id: "person/xi"
    name: "Xi Jinping"
    surname: "Xi"
    alias: "Jinping"
    kind: ACTOR_KIND_PERSON
  }
  actor { id: "person/cher" name: "Cher" kind: ACTOR_KIND_PERSON }
  actor {
    id: "org/peoples-bank"
    name: "People's Bank"
    kind: ACTOR_KIND_ORGANIZATION
    member: "country/POL"
    member: "country/USA"
  }
  agent {
    id: "agent/sg"
    lemma: "secretary-general"
    role: AGENT_ROLE_OFFICIAL $PROVEN
  }
  agent {
    id: "agent/mp"
    lemma: "member of parliament"
    role: AGENT_ROLE_INDIVIDUAL $PROVEN
  }
  agent {
    id: "agent/police"
    lemma: "police"
    collective: true
    role: AGENT_ROLE_BODY $PROVEN
  }
  agent {
    id: "agent/spouse"
    lemma: "first spouse"
    plural: "first spice"
    role: AGENT_ROLE_INDIVIDUAL $PROVEN
  }
  issue { id: "issue/trade" name: "trade" }
  issue {
    id: "issue/sanctions"
    name: "sanctions"
    wording: "sanctions on oil"
    wording: "trade ban"
    parent: "issue/trade"
  }
  issue { id: "issue/rights" name: "rights" wording: "AI" }
  frame_set {
    id: "on"
    frame {
      target { slot: SLOT_PREPOSITION }
      polarity: POLARITY_NEUTRAL
    }
  }
  cue {
    id: "cue/throw"
    lemma: "throw <poss> weight behind"
    word_class: WORD_CLASS_VERB
    polarity: POLARITY_SUPPORTS
    frame { target { slot: SLOT_OBJECT } } $PROVEN
  }
  cue {
    id: "cue/cut"
    lemma: "cut"
    word_class: WORD_CLASS_VERB
    polarity: POLARITY_OPPOSES
    preposition: "on"
    preposition: "upon"
    frame_set: "on"
    frame {
      holder { slot: SLOT_SPEAKER }
      target { slot: SLOT_OBJECT }
    }
    example: "SUPPORTS: {A} cut [b]."
    counter_example: "A cuts."
    known_bug: "A cut b."
    known_bug: "{A} cut [b]."
  }
  cue {
    id: "cue/vote"
    lemma: "vote of thanks"
    word_class: WORD_CLASS_NOUN
    polarity: POLARITY_SUPPORTS
    frame { target { slot: SLOT_SELF } } $PROVEN
  }
  cue {
    id: "cue/against"
    lemma: "against"
    word_class: WORD_CLASS_PHRASE
    polarity: POLARITY_NEUTRAL
    frame { target { slot: SLOT_OBJECT } } $PROVEN
  }
  cue {
    id: "cue/angry"
    lemma: "angry"
    word_class: WORD_CLASS_ADJECTIVE
    effect: EFFECT_NONE
    frame { target { slot: SLOT_EVALUATED } } $PROVEN
  }
  modifier {
    id: "modifier/not"
    phrase: "did not"
    phrase: "never"
    effect: MODIFIER_EFFECT_NEGATE $PROVEN
  }
  light_verb { lemma: "voice" direction: LIGHT_VERB_DIRECTION_GIVE }
  reporting_verb { lemma: "say" }
  reporting_verb { lemma: "according to" }
  null {
    phrase: "US Airways"
    phrase: "cut flowers"
    name: true
    counter_example: "A bought cut flowers."
  }
  calibration { way: "noun/coreference" precision: 0.625 }
  calibration { way: "verb/named" precision: 0.75 }
  calibration { way: "sign/title" log_odds: -0.5 }
)pb";

class CompilerTest : public testing::Test {
 protected:
  void SetUp() override {
    std::string text(kText);
    const std::string_view proven = "$PROVEN";
    for (size_t at; (at = text.find(proven)) != std::string::npos;) {
      text.replace(at, proven.size(),
                   "example: '{A} hit [b].' counter_example: 'A ran.'");
    }
    std::vector<Finding> findings;
    sources_.push_back(ParseLexiconText("a.txtpb", text, &findings));
    lexicon_ =
        CompileLexicon(sources_, "name", "1.2", "abc", &findings, &examples_);
    for (const Finding& finding : findings) {
      EXPECT_EQ(finding.code, "UNKNOWN_OFFICE") << FormatFinding(finding);
    }
    ASSERT_NE(lexicon_, nullptr);
  }

  std::string Describe(const EntryRef& ref) const {
    static constexpr const char* kForms[] = {
        "name",        "adjective",
        "demonym",     "demonyms",
        "metonym",     "surname",
        "description", "singular",
        "plural",      "base",
        "third",       "past",
        "participle",  "past-or-participle",
        "gerund",      "fixed"};
    std::string id;
    switch (ref.kind) {
      case EntryKind::kActor:
        id = lexicon_->actors[ref.index].id;
        break;
      case EntryKind::kAgent:
        id = lexicon_->agents[ref.index].id;
        break;
      case EntryKind::kIssue:
        id = lexicon_->issues[ref.index].id;
        break;
      case EntryKind::kCue:
        id = lexicon_->cues[ref.index].id;
        break;
      case EntryKind::kModifier:
        id = lexicon_->modifiers[ref.index].id;
        break;
      case EntryKind::kLightVerb:
        id = "light/" + lexicon_->light_verbs[ref.index].lemma;
        break;
      case EntryKind::kReporting:
        id = "reporting/" + lexicon_->reporting_verbs[ref.index].lemma;
        break;
      case EntryKind::kNull:
        id = "null/" + lexicon_->nulls[ref.index].phrase;
        break;
    }
    id += std::string(" ") + kForms[static_cast<int>(ref.form)];
    if (ref.case_sensitive) id += " as " + lexicon_->spellings[ref.spelling];
    return id;
  }

  // The readings of a text, sorted, separated by "; ".
  std::string Readings(std::string_view form) const {
    Text text;
    Tokenize(form, lexicon_->text_rules, &text);
    PhraseTrie::Node node = PhraseTrie::kRoot;
    for (const Token& token : text.tokens) {
      node = lexicon_->trie.Step(node, lexicon_->Find(text.Of(token)));
      if (node == 0) return "";
    }
    const Phrase& phrase = lexicon_->phrases[lexicon_->trie.At(node)];
    std::vector<std::string> all;
    for (uint32_t i = 0; i < phrase.count; ++i) {
      all.push_back(Describe(lexicon_->readings[phrase.first + i]));
    }
    std::sort(all.begin(), all.end());
    std::string joined;
    for (const std::string& one : all) {
      joined += (joined.empty() ? "" : "; ") + one;
    }
    return joined;
  }

  const WordInfo& Word(std::string_view form) const {
    return lexicon_->Word(lexicon_->Find(form));
  }

  std::shared_ptr<const Lexicon> lexicon_;
  std::vector<LexiconSource> sources_;
  std::vector<Example> examples_;
};

TEST_F(CompilerTest, ReadingsOfForms) {
  struct Row {
    const char* phrase;
    const char* readings;
  };
  const Row kRows[] = {
      {"united states", "country/USA name as United States"},
      {"U.S.", "country/USA name as U.S."},
      {"US", "country/USA name as US"},
      {"Uncle Sam", "country/USA name as Uncle Sam"},
      {"American",
       "country/USA adjective as American; country/USA demonym as American"},
      {"Americans", "country/USA demonyms as Americans"},
      {"Poles", "country/POL demonyms as Poles"},
      {"Washington", "country/USA metonym as Washington"},
      {"superpower", "country/USA description"},
      {"superpowers", ""},
      {"O\xE2\x80\x99"
       "Brien",
       "person/obrien surname as O'Brien"},
      {"Ann O'Brien", "person/obrien name as Ann O'Brien"},
      {"Xi", "person/xi surname as Xi"},
      {"Jinping", "person/xi name as Jinping"},
      {"Cher", "person/cher name as Cher"},
      {"People\xE2\x80\x99s Bank", "org/peoples-bank name as People's Bank"},
      {"secretary-general", "agent/sg singular"},
      {"secretaries-general", "agent/sg plural"},
      {"secretary-generals", "agent/sg plural"},
      {"members of parliament", "agent/mp plural"},
      {"member of parliaments", ""},
      {"police", "agent/police plural"},
      {"polices", ""},
      {"first spice", "agent/spouse plural"},
      {"first spouses", ""},
      {"sanctions", "issue/sanctions plural"},
      {"sanction", "issue/sanctions singular"},
      {"sanction on oil", "issue/sanctions singular"},
      {"trade bans", "issue/sanctions plural"},
      {"rights", "issue/rights plural"},
      {"right", ""},
      {"ai", "issue/rights singular as AI"},
      {"throw their weight behind", "cue/throw base"},
      {"throws the weight behind", "cue/throw third"},
      {"threw my weight behind", "cue/throw past"},
      {"thrown my weight behind", "cue/throw participle"},
      {"throwing my weight behind", "cue/throw gerund"},
      {"throw <poss> weight behind", ""},
      {"throw of weight behind", ""},
      {"cut", "cue/cut base; cue/cut past-or-participle"},
      {"cutting", "cue/cut gerund"},
      {"votes of thanks", "cue/vote plural"},
      {"vote of thankses", ""},
      {"against", "cue/against fixed"},
      {"angry", "cue/angry fixed"},
      {"did not", "modifier/not fixed"},
      {"never", "modifier/not fixed"},
      {"voiced", "light/voice past-or-participle"},
      {"says", "reporting/say third"},
      {"according to", "reporting/according to fixed"},
      {"accordinged to", ""},
      {"US Airways", "null/US Airways fixed as US Airways"},
      {"cut flowers", "null/cut flowers fixed"},
  };
  for (const Row& row : kRows) {
    EXPECT_EQ(Readings(row.phrase), row.readings) << row.phrase;
  }
}

TEST_F(CompilerTest, WordsAreKnown) {
  struct Row {
    const char* form;
    uint32_t classes;
    uint32_t usual;
    const char* lemma;
  };
  const Row kRows[] = {
      {"be", kVerbBase | kBe, kVerbBase | kBe, "be"},
      {"are", kVerbThird | kBe, kVerbThird | kBe, "be"},
      {"were", kVerbPast | kBe, kVerbPast | kBe, "be"},
      {"been", kVerbParticiple | kBe, kVerbParticiple | kBe, "be"},
      {"'s", kVerbThird | kBe | kPossessiveClitic, kVerbThird | kBe, "'s"},
      {"met", kVerbPast | kVerbParticiple, 0, "meet"},
      {"meeting", kNoun | kVerbGerund, 0, "meeting"},
      {"meetings", kNounPlural, 0, "meeting"},
      {"strong", kAdjective, kAdjective, "strong"},
      {"strongest", kAdjective, 0, "strong"},
      {"stronger", kNoun, 0, "stronger"},
      {"their", kPossessivePronoun, 0, "their"},
      {"to", kTo, 0, "to"},
      {"mr.", kTitle, 0, "mr"},
      {"-ly", kAdverb, 0, "-ly"},
      {"-ists", kNounPlural, 0, "-ists"},
      {"thrown", kVerbParticiple, 0, "throw"},
      {"voices", kVerbThird, 0, "voice"},
      {"says", kVerbThird, 0, "say"},
      {"according", 0, 0, "according"},
      {"votes", kNounPlural, 0, "vote"},
      {"members", kNounPlural, 0, "member"},
      {"superpower", kNoun, 0, "superpower"},
      {"police", kNounPlural, 0, "police"},
      {"angry", kAdjective, 0, "angry"},
      {"weight", 0, 0, "weight"},
      {"unheard-of", 0, 0, ""},
  };
  for (const Row& row : kRows) {
    SCOPED_TRACE(row.form);
    EXPECT_EQ(Word(row.form).classes, row.classes);
    EXPECT_EQ(Word(row.form).usual, row.usual);
    EXPECT_EQ(lexicon_->vocabulary.Form(Word(row.form).lemma), row.lemma);
  }
  EXPECT_EQ(lexicon_->words.size(), lexicon_->vocabulary.size());
}

TEST_F(CompilerTest, WordsHaveFunctions) {
  const auto bit = [](pb::FunctionRole role) {
    return uint64_t{1} << (role - 1);
  };
  EXPECT_EQ(Word("of").functions, bit(pb::FUNCTION_ROLE_GENITIVE));
  EXPECT_EQ(Word("seemed").functions, bit(pb::FUNCTION_ROLE_COPULA));
  EXPECT_EQ(Word("were").functions, bit(pb::FUNCTION_ROLE_COPULA));
  EXPECT_EQ(Word("meet").functions, 0u);
}

TEST_F(CompilerTest, CuesAreResolved) {
  const auto& cues = lexicon_->cues;
  ASSERT_EQ(cues.size(), 5u);
  EXPECT_EQ(cues[0].effect, pb::EFFECT_PRESERVE);
  EXPECT_EQ(cues[1].effect, pb::EFFECT_REVERSE);
  EXPECT_EQ(cues[3].effect, pb::EFFECT_NEUTRALISE);
  EXPECT_EQ(cues[4].effect, pb::EFFECT_NONE);
  EXPECT_EQ(cues[0].factuality, pb::FACTUALITY_ASSERTED);
  EXPECT_EQ(cues[0].frames[0].holder.slot, pb::SLOT_SUBJECT);
  EXPECT_EQ(cues[2].frames[0].holder.slot, pb::SLOT_POSSESSOR);

  // Its own frame first, then that of the set, with the cue's prepositions.
  ASSERT_EQ(cues[1].frames.size(), 2u);
  EXPECT_EQ(cues[1].frames[0].holder.slot, pb::SLOT_SPEAKER);
  EXPECT_EQ(cues[1].frames[0].polarity, pb::POLARITY_OPPOSES);
  EXPECT_EQ(cues[1].frames[1].polarity, pb::POLARITY_NEUTRAL);
  EXPECT_EQ(
      cues[1].frames[1].targets[0].prepositions,
      (std::vector<WordId>{lexicon_->Find("on"), lexicon_->Find("upon")}));
}

TEST_F(CompilerTest, ReferencesAreResolved) {
  const auto& actors = lexicon_->actors;
  EXPECT_EQ(actors[2].part_of, 0);
  EXPECT_TRUE(actors[2].represents);
  ASSERT_EQ(actors[2].offices.size(), 2u);
  EXPECT_EQ(actors[2].offices[0].agent, 0);
  EXPECT_EQ(actors[2].offices[0].of, 0);
  EXPECT_EQ(actors[2].offices[0].from, 20210203);
  EXPECT_EQ(actors[2].offices[0].to, 20220405);
  EXPECT_EQ(actors[2].offices[1].agent, -1);
  EXPECT_EQ(actors[2].offices[1].from, 0);
  EXPECT_EQ(actors[2].offices[1].to, 99991231);
  EXPECT_EQ(actors[5].members, (std::vector<int32_t>{1, 0}));
  EXPECT_EQ(lexicon_->issues[1].parent, 0);
  EXPECT_EQ(lexicon_->issues[0].parent, -1);
}

TEST_F(CompilerTest, ExamplesKeepTheirEntries) {
  std::vector<Example> cut;
  for (const Example& example : examples_) {
    if (example.entry_id == "cue/cut") cut.push_back(example);
  }
  ASSERT_EQ(cut.size(), 4u);
  EXPECT_EQ(cut[0].polarity, pb::POLARITY_SUPPORTS);
  EXPECT_EQ(cut[0].sentence, "A cut b.");
  EXPECT_EQ(cut[0].entry, 1u);
  EXPECT_EQ(cut[1].kind, Example::Kind::kCounterExample);
  EXPECT_EQ(cut[2].holder, "");
  EXPECT_EQ(cut[3].holder, "A");
  EXPECT_EQ(cut[3].polarity, pb::POLARITY_OPPOSES);
  EXPECT_EQ(cut[3].File(), "a.txtpb");
  EXPECT_EQ(cut[3].Line(), cut[0].Line() + 3);

  const Example& null = examples_.back();
  EXPECT_EQ(null.entry_kind, EntryKind::kNull);
  EXPECT_EQ(null.entry_id, "US Airways");
}

TEST_F(CompilerTest, RestIsCarriedOver) {
  EXPECT_EQ(lexicon_->name, "name");
  EXPECT_EQ(lexicon_->version, "1.2");
  EXPECT_EQ(lexicon_->checksum, "abc");
  EXPECT_TRUE(lexicon_->text_rules.abbreviations.at("U.S."));
  EXPECT_FALSE(lexicon_->text_rules.abbreviations.at("Mr."));
  const Calibration& calibration = lexicon_->calibration;
  EXPECT_FLOAT_EQ(calibration.LogOdds(Way::kVerb, true), std::log(3.0f));
  EXPECT_FLOAT_EQ(calibration.LogOdds(Way::kNoun, false), std::log(5.0f / 3));
  EXPECT_EQ(calibration.LogOdds(Way::kNoun, true), 0);
  EXPECT_EQ(calibration.LogOdds(Sign::kTitle), -0.5f);
  EXPECT_EQ(calibration.LogOdds(Sign::kNeutral), 0.0f);
}

}  // namespace
}  // namespace stance
