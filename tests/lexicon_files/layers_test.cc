// Lexicons of several directories.

#include "service/lexicon_files/layers.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <string>
#include <vector>

#include "service/lexicon_files/prove.h"
#include "tests/server/test_lexicon.h"

namespace stance {
namespace {

class LayersTest : public testing::Test {
 protected:
  LayersTest() : base_(MakeTestLexicon()), house_(MakeTempDirectory()) {}
  ~LayersTest() override {
    std::filesystem::remove_all(base_);
    std::filesystem::remove_all(house_);
  }

  // The findings, one a line, with BASE and HOUSE for the directories.
  std::string Prove() {
    std::vector<Finding> findings;
    proven_ = LoadProvenLexicon({base_, house_}, 1, &findings);
    std::string text;
    for (const Finding& finding : findings) {
      text += FormatFinding(finding) + "\n";
    }
    for (const auto& [path, name] :
         {std::pair(base_.string(), "BASE"), {house_.string(), "HOUSE"}}) {
      for (size_t at; (at = text.find(path)) != std::string::npos;) {
        text.replace(at, path.size(), name);
      }
    }
    return text;
  }

  const ActorEntry* FindActor(const std::string& id) const {
    for (const ActorEntry& actor : proven_->lexicon->actors) {
      if (actor.id == id) return &actor;
    }
    return nullptr;
  }

  const std::filesystem::path base_;
  const std::filesystem::path house_;
  std::optional<ProvenLexicon> proven_;
};

TEST_F(LayersTest, LaterEntriesTakeThePlaceOfEarlierOnes) {
  WriteFile(base_ / "more.txtpb",
            "actor { id: \"org/a\" name: \"Aye\" kind: ACTOR_KIND_COMPANY }\n"
            "actor { id: \"org/b\" name: \"Bee\" kind: ACTOR_KIND_COMPANY }\n"
            "actor { id: \"org/c\" name: \"Cee\" kind: ACTOR_KIND_COMPANY }\n"
            "actor { id: \"org/d\" name: \"Dee\" kind: ACTOR_KIND_COMPANY "
            "part_of: \"org/b\" }\n");
  WriteFile(house_ / "ours.txtpb",
            "actor { id: \"org/b\" name: \"Bee Holding\" kind: "
            "ACTOR_KIND_COMPANY }\n"
            "actor { id: \"org/e\" name: \"Eee\" kind: ACTOR_KIND_COMPANY }\n");
  WriteFile(house_ / "VERSION", "3\n");
  ASSERT_EQ(Prove(), "");
  ASSERT_TRUE(proven_);
  const Lexicon& lexicon = *proven_->lexicon;
  EXPECT_EQ(lexicon.version, "7+3");
  EXPECT_EQ(lexicon.name,
            base_.filename().string() + "+" + house_.filename().string());
  EXPECT_EQ(lexicon.checksum.size(), 64u);
  ASSERT_NE(FindActor("org/b"), nullptr);
  EXPECT_EQ(FindActor("org/b")->name, "Bee Holding");
  // References of what stayed lead to the new entry.
  const int32_t part_of = FindActor("org/d")->part_of;
  ASSERT_GE(part_of, 0);
  EXPECT_EQ(lexicon.actors[static_cast<size_t>(part_of)].name, "Bee Holding");
  EXPECT_EQ(lexicon.actors.size(), 7u);
  for (const std::string id : {"org/a", "org/c", "org/e", "country/CHN"}) {
    EXPECT_NE(FindActor(id), nullptr) << id;
  }
  // The catalogue is of what the lexicon holds.
  for (const Catalogue::Item& item : proven_->catalogue.actors) {
    EXPECT_EQ(lexicon.actors[item.index].id, item.id);
  }
}

TEST_F(LayersTest, ExamplesGoWithTheirEntry) {
  // The base's example of this cue would fail.
  WriteFile(house_ / "ours.txtpb", R"(
cue {
  id: "cue/oppose" lemma: "resist" word_class: WORD_CLASS_VERB
  polarity: POLARITY_OPPOSES sense: SENSE_EVALUATION
  frame { target { slot: SLOT_OBJECT } }
  example: "{China} resists [a plan]."
  counter_example: "France met the opposing team."
})");
  EXPECT_EQ(Prove(), "");
  ASSERT_TRUE(proven_);
  std::vector<Finding> findings;
  const auto alone = LoadProvenLexicon({base_}, 1, &findings);
  ASSERT_TRUE(alone);
  EXPECT_EQ(proven_->examples, alone->examples);
}

TEST_F(LayersTest, WhatALayerBreaksIsAWarning) {
  WriteFile(base_ / "more.txtpb", R"(
cue {
  id: "cue/hail" lemma: "hail" word_class: WORD_CLASS_VERB
  polarity: POLARITY_SUPPORTS sense: SENSE_EVALUATION
  frame { target { slot: SLOT_OBJECT } }
  example: "{China} hailed [a plan]."
  counter_example: "France met the hailing team."
})");
  WriteFile(house_ / "ours.txtpb",
            "# a comment\nnull { phrase: \"hailed a plan\" }\n");
  EXPECT_EQ(
      Prove(),
      "BASE/more.txtpb:6: warning: cue/hail: \"China hailed a plan.\": "
      "expected {China} SUPPORTS [a plan]; found: no stance; it holds without "
      "hailed a plan (HOUSE/ours.txtpb:2) [BROKEN_BY_LAYER]\n");
  EXPECT_TRUE(proven_);
}

TEST_F(LayersTest, WhatIsBrokenByItselfIsAnError) {
  WriteFile(base_ / "more.txtpb", R"(
cue {
  id: "cue/hail" lemma: "hail" word_class: WORD_CLASS_VERB
  polarity: POLARITY_SUPPORTS sense: SENSE_EVALUATION
  frame { target { slot: SLOT_OBJECT } }
  example: "{China} met [a plan]."
  counter_example: "France met the hailing team."
})");
  WriteFile(house_ / "ours.txtpb",
            "actor { id: \"org/b\" name: \"Bee\" kind: ACTOR_KIND_COMPANY }\n");
  EXPECT_EQ(Prove(),
            "BASE/more.txtpb:6: error: cue/hail: \"China met a plan.\": "
            "expected {China} SUPPORTS [a plan]; found: no stance [EXAMPLE]\n");
  EXPECT_FALSE(proven_);
}

TEST_F(LayersTest, FindingsNameTheDirectoryAndTheOldLine) {
  WriteFile(base_ / "more.txtpb",
            "actor { id: \"org/a\" name: \"Aye\" kind: ACTOR_KIND_COMPANY }\n"
            "actor { id: \"org/b\" name: \"Bee\" part_of: \"org/none\" kind: "
            "ACTOR_KIND_COMPANY }\n");
  WriteFile(house_ / "ours.txtpb", "actor { id: \"org/a\" name: \"Aye\" }\n");
  EXPECT_EQ(Prove(),
            "BASE/more.txtpb:2: error: org/b: part_of names \"org/none\", "
            "which is no entry; add it, or correct the id "
            "[UNKNOWN_REFERENCE]\n"
            "HOUSE/ours.txtpb:1: error: org/a: the actor has no kind; set one "
            "[MISSING_FIELD]\n");
}

TEST_F(LayersTest, EveryDirectoryMustBeThere) {
  EXPECT_EQ(Prove(),
            "HOUSE: error: there is no *.txtpb file in the directory; is it "
            "the right one? [NO_FILES]\n");
}

TEST_F(LayersTest, TheOrderOfDirectoriesIsInTheChecksum) {
  const std::filesystem::path other = MakeTempDirectory();
  WriteFile(house_ / "a.txtpb", "description: \"one\"");
  WriteFile(other / "a.txtpb", "description: \"two\"");
  std::vector<Finding> findings;
  const auto first = LoadLexicon({base_, house_, other}, &findings);
  const auto second = LoadLexicon({base_, other, house_}, &findings);
  std::filesystem::remove_all(other);
  ASSERT_NE(first, nullptr);
  ASSERT_NE(second, nullptr);
  EXPECT_NE(first->checksum, second->checksum);
}

}  // namespace
}  // namespace stance
