// Tables as they are printed, against golden files in testdata/tables/. With
// STANCE_UPDATE_GOLDENS set the files are written anew: read the difference.

#include "client/table/stance_table.h"

#include <google/protobuf/text_format.h>
#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <iterator>
#include <string>

namespace stance::client {
namespace {

constexpr const char* kTwoActors = R"(
  actors {
    actor { id: "country/CHN" display_name: "China" }
    stances {
      polarity: POLARITY_SUPPORTS confidence: 0.934
      target { id: "issue/political-solution" display_name: "political solution" text: "political settlement of the crisis in the Sahel" }
      evidence {
        sentence { part: PART_TEXT begin: 10 end: 88 text: "\"China supports a political settlement of the crisis in the Sahel,\" Qin Gang said." }
        cue { part: PART_TEXT begin: 17 end: 25 text: "supports" }
        speakers { display_name: "Qin Gang" }
      }
      evidence { sentence { part: PART_TEXT begin: 100 end: 119 text: "It backs the talks." } cue { part: PART_TEXT begin: 103 end: 108 text: "backs" } }
    }
    stances {
      polarity: POLARITY_OPPOSES confidence: 0.5
      target { display_name: "sanctions" text: "sanctions" }
      evidence { factuality: FACTUALITY_CONDITIONAL sentence { part: PART_TEXT begin: 10 end: 34 text: "It rejects any sanctions." } cue { part: PART_TEXT begin: 13 end: 20 } }
    }
  }
  actors {
    actor { display_name: "International Federation of Red Cross and Red Crescent Societies" }
    stances {
      polarity: POLARITY_NEUTRAL confidence: 1
      target { display_name: "vote" text: "vote" }
      evidence { sentence { part: PART_TITLE end: 15 text: "It\nabstained.\t." } cue { part: PART_TITLE begin: 3 end: 12 } }
    }
  }
  notices { code: "NO_PUBLISH_TIME" message: "no publish_time: names match any office that they ever held" }
  notices { code: "NO_PUBLISH_TIME" message: "no publish_time: names match any office that they ever held" }
)";

constexpr const char* kNonAscii = R"(
  actors {
    actor { display_name: "Türkiye" }
    stances {
      polarity: POLARITY_SUPPORTS confidence: 0.8 derived: true
      target { text: "São Tomé’s bid" display_name: "são tomé’s bid" }
      evidence { sentence { part: PART_TEXT end: 60 text: "Ankara’s “yes” to São Tomé’s bid was welcome – 中国也支持." } cue { part: PART_TEXT begin: 14 end: 17 } }
    }
  }
  actors {
    actor { display_name: "中华人民共和国外交部发言人" }
    stances { polarity: POLARITY_OPPOSES confidence: 0.7 target { text: "制裁" display_name: "制裁" }
      evidence { sentence { part: PART_TEXT text: "中国反对制裁。" } speakers { display_name: "毛宁" } } }
  }
)";

constexpr const char* kExplained = R"(
  actors {
    actor { display_name: "China" }
    stances {
      polarity: POLARITY_SUPPORTS confidence: 0.9
      target { text: "talks" display_name: "talks" }
      evidence {
        sentence { part: PART_TEXT end: 21 text: "China supports talks." }
        cue { part: PART_TEXT begin: 6 end: 14 text: "supports" }
        derivation { stage: "match" entry_id: "cue/support" mention { text: "supports" } effect: "cue support" }
        derivation { stage: "frame" entry_id: "cue/support" mention { text: "China" } effect: "holder" polarity_after: POLARITY_SUPPORTS }
      }
      evidence {
        sentence { part: PART_TEXT begin: 22 end: 40 text: "It is for talking." }
        cue { part: PART_TEXT begin: 28 end: 31 text: "for" }
        derivation { stage: "coreference" entry_id: "pronoun" effect: "resolve: China" polarity_after: POLARITY_SUPPORTS }
      }
    }
  }
)";

constexpr const char* kHostile = R"(
  actors {
    actor { display_name: "\033[2JEvil" }
    stances {
      polarity: POLARITY_SUPPORTS confidence: 0.5
      target { text: "a\007b" display_name: "a\007b" }
      evidence {
        sentence { part: PART_TEXT end: 20 text: "x\033]0;title\007 supports" }
        cue { part: PART_TEXT begin: 15 end: 99 }
        speakers { display_name: "\342\200\256evil" }
      }
    }
    stances { }
  }
)";

TEST(FormatStanceTable, Goldens) {
  const struct {
    const char* name;  // of the golden file too
    const char* answer;
    Terminal terminal;
  } kRows[] = {
      {"no_terminal", kTwoActors, {}},
      {"wide", kTwoActors, {.width = 160}},
      {"narrow_table", kTwoActors, {.width = 60}},
      {"narrow", kTwoActors, {.width = 40}},
      {"narrowest", kTwoActors, {.width = 20}},
      {"colour", kTwoActors, {.width = 100, .colour = true}},
      {"non_ascii", kNonAscii, {.width = 72}},
      {"explained", kExplained, {}},
      {"hostile", kHostile, {.width = 80}},
      {"no_stances",
       "notices { message: 'this does not look like English' }",
       {}},
      {"nothing", "", {}},
  };
  for (const auto& row : kRows) {
    SCOPED_TRACE(row.name);
    v1::ClassifyArticleResponse answer;
    ASSERT_TRUE(
        google::protobuf::TextFormat::ParseFromString(row.answer, &answer));
    const std::string path = std::string(STANCE_SOURCE_DIR) +
                             "/tests/client/testdata/tables/" + row.name +
                             ".txt";
    const std::string actual = FormatStanceTable(answer, row.terminal);
    if (std::getenv("STANCE_UPDATE_GOLDENS") != nullptr) {
      std::ofstream(path) << actual;
    }
    std::ifstream file(path);
    const std::string golden((std::istreambuf_iterator<char>(file)), {});
    EXPECT_EQ(actual, golden) << path << " should hold:\n" << actual;
  }
}

}  // namespace
}  // namespace stance::client
