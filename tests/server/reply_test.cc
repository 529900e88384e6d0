#include "service/server/reply.h"

#include <google/protobuf/text_format.h>
#include <google/protobuf/util/message_differencer.h>

#include <string>

#include "gtest/gtest.h"

namespace stance {
namespace {

Mention MentionOf(Part part, std::string_view whole, std::string_view phrase) {
  const size_t begin = whole.find(phrase);
  EXPECT_NE(begin, std::string_view::npos) << phrase;
  return {part, static_cast<uint32_t>(begin),
          static_cast<uint32_t>(begin + phrase.size())};
}

struct OffsetRow {
  const char* name;
  const char* text;
  const char* phrase;
  // Of the phrase, in bytes, UTF-16 code units and code points.
  uint32_t begin[3];
  uint32_t end[3];
};

constexpr OffsetRow kOffsetRows[] = {
    {"ASCII", "China supports talks.", "talks", {15, 15, 15}, {20, 20, 20}},
    {"at the start", "é!", "é", {0, 0, 0}, {2, 1, 1}},
    {"to the end", "über alles", "alles", {6, 5, 5}, {11, 10, 10}},
    {"accents", "São Tomé backs Łódź.", "Łódź", {17, 15, 15}, {24, 19, 19}},
    {"emoji before", "🙂🙂 Iran", "Iran", {9, 5, 3}, {13, 9, 7}},
    {"emoji within", "a 🇫🇷 b", "🇫🇷", {2, 2, 2}, {10, 6, 4}},
    {"Chinese", "中国 supports 和平。", "和平", {16, 12, 12}, {22, 14, 14}},
    {"combining", "e\xcc\x81 x", "x", {4, 3, 3}, {5, 4, 4}},
    {"far from the start",
     "é 01234567890123456789012345678901234567890123456789012345678901234567"
     "é🙂 x",
     "x",
     {78, 74, 73},
     {79, 75, 74}},
};

constexpr OffsetEncoding kEncodings[] = {
    OffsetEncoding::kUtf8, OffsetEncoding::kUtf16, OffsetEncoding::kUtf32};

TEST(WriteReplyTest, OffsetsInTheUnitAskedFor) {
  for (const OffsetRow& row : kOffsetRows) {
    for (const Part part : {Part::kText, Part::kTitle}) {
      for (int unit = 0; unit < 3; ++unit) {
        SCOPED_TRACE(std::string(row.name) + ", unit " + std::to_string(unit));
        ArticleRequest request;
        request.offset_encoding = kEncodings[unit];
        (part == Part::kText ? request.article.text : request.article.title) =
            row.text;
        Analysis analysis;
        analysis.unknown.push_back(
            {MentionOf(part, row.text, row.phrase), "target"});
        v1::ClassifyArticleResponse reply;
        WriteReply(analysis, request, "", Lexicon(), &reply);
        const v1::Mention& mention = reply.unknown(0).mention();
        EXPECT_EQ(mention.begin(), row.begin[unit]);
        EXPECT_EQ(mention.end(), row.end[unit]);
        EXPECT_EQ(mention.text(), row.phrase);
        EXPECT_EQ(static_cast<int>(mention.part()), static_cast<int>(part));
      }
    }
  }
}

constexpr std::string_view kText = "Lavrov said China opposes sanctions.";
constexpr std::string_view kTitle = "China talks";

Analysis FullAnalysis() {
  const auto text = [](std::string_view phrase) {
    return MentionOf(Part::kText, kText, phrase);
  };
  Evidence evidence;
  evidence.sentence = text(kText);
  evidence.actor = text("China");
  evidence.cue = text("opposes");
  evidence.target = text("sanctions");
  evidence.speakers.push_back({"person/lavrov", "Sergey Lavrov",
                               lexicon::v1::ACTOR_KIND_PERSON, text("Lavrov"),
                               "country/RUS", "Russia"});
  evidence.quoted = true;
  evidence.factuality = lexicon::v1::FACTUALITY_REPORTED;
  evidence.derivation.push_back({"frame", "cue/oppose", text("opposes"),
                                 "holder", lexicon::v1::POLARITY_OPPOSES});
  evidence.derivation.push_back(
      {"actor", "sieve/x", {}, "resolve: China", lexicon::v1::Polarity{}});
  Stance stance;
  stance.polarity = lexicon::v1::POLARITY_OPPOSES;
  stance.target = {"issue/sanctions", "sanctions", "sanctions",
                   TargetKind::kIssue};
  stance.confidence = 0.75f;
  stance.derived = true;
  stance.evidence.push_back(evidence);
  Analysis analysis;
  ActorStances china;
  china.actor = {"country/CHN", "China", lexicon::v1::ACTOR_KIND_COUNTRY};
  china.stances.push_back(stance);
  analysis.actors.push_back(china);
  analysis.unknown.push_back({MentionOf(Part::kTitle, kTitle, "talks"), "cue"});
  analysis.notices.push_back({"NO_PUBLISH_TIME", "no publish_time", {}});
  return analysis;
}

constexpr char kFullReply[] = R"(
article_id: "a1"
actors {
  actor { id: "country/CHN" display_name: "China" kind: ACTOR_KIND_COUNTRY }
  stances {
    polarity: POLARITY_OPPOSES
    target {
      id: "issue/sanctions" display_name: "sanctions" text: "sanctions"
      kind: TARGET_KIND_ISSUE
    }
    confidence: 0.75
    derived: true
    evidence {
      sentence {
        part: PART_TEXT begin: 0 end: 36
        text: "Lavrov said China opposes sanctions."
      }
      actor_mention { part: PART_TEXT begin: 12 end: 17 text: "China" }
      cue { part: PART_TEXT begin: 18 end: 25 text: "opposes" }
      target_mention { part: PART_TEXT begin: 26 end: 35 text: "sanctions" }
      speakers {
        id: "person/lavrov" display_name: "Sergey Lavrov"
        kind: ACTOR_KIND_PERSON
        mention { part: PART_TEXT begin: 0 end: 6 text: "Lavrov" }
        represents_id: "country/RUS" represents_display_name: "Russia"
      }
      quoted: true
      factuality: FACTUALITY_REPORTED
      derivation {
        stage: "frame" entry_id: "cue/oppose" effect: "holder"
        mention { part: PART_TEXT begin: 18 end: 25 text: "opposes" }
        polarity_after: POLARITY_OPPOSES
      }
      derivation { stage: "actor" entry_id: "sieve/x" effect: "resolve: China" }
    }
  }
}
lexicon { name: "en" version: "7" checksum: "abc" }
unknown {
  mention { part: PART_TITLE begin: 6 end: 11 text: "talks" } slot: "cue"
}
notices { code: "NO_PUBLISH_TIME" message: "no publish_time" }
)";

TEST(WriteReplyTest, EverythingArrivesInBothForms) {
  ArticleRequest request;
  request.article = {.title = kTitle, .text = kText};
  Lexicon lexicon;
  lexicon.name = "en";
  lexicon.version = "7";
  lexicon.checksum = "abc";
  v1::ClassifyArticleResponse reply;
  wire::v1::ClassifyArticleResponse twin;
  WriteReply(FullAnalysis(), request, "a1", lexicon, &reply);
  WriteReply(FullAnalysis(), request, "a1", lexicon, &twin);

  v1::ClassifyArticleResponse expected;
  ASSERT_TRUE(
      google::protobuf::TextFormat::ParseFromString(kFullReply, &expected));
  google::protobuf::util::MessageDifferencer differencer;
  std::string differences;
  differencer.ReportDifferencesToString(&differences);
  EXPECT_TRUE(differencer.Compare(expected, reply)) << differences;
  EXPECT_EQ(reply.SerializeAsString(), twin.SerializeAsString());
}

}  // namespace
}  // namespace stance
