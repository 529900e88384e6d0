#include "service/server/request.h"

#include <google/protobuf/text_format.h>

#include <string>

#include "gmock/gmock.h"
#include "google/rpc/error_details.pb.h"
#include "gtest/gtest.h"
#include "service/server/errors.h"

namespace stance {
namespace {

using google::protobuf::TextFormat;

template <class Message>
Message Parse(const std::string& text) {
  Message message;
  EXPECT_TRUE(TextFormat::ParseFromString(text, &message)) << text;
  return message;
}

struct BadRow {
  const char* name;
  const char* article;  // text format of stance.wire.v1.Article
  const char* options;
  const char* reason;
  const char* field;
  const char* description;
};

constexpr BadRow kBadRows[] = {
    {"nothing", "", "", "EMPTY_ARTICLE", "article.text",
     "title and text are empty; one must hold something"},
    {"white space", "title: ' ' text: ' \\t\\r\\n'", "", "EMPTY_ARTICLE",
     "article.text",
     "title and text hold nothing but white space; one must hold something"},
    {"text not UTF-8", "text: 'caf\\303'", "", "INVALID_UTF8", "article.text",
     "invalid UTF-8 at byte 3; send UTF-8"},
    {"title not UTF-8", "text: 'a' title: '\\377'", "", "INVALID_UTF8",
     "article.title", "invalid UTF-8 at byte 0; send UTF-8"},
    {"id not UTF-8", "text: 'a' id: 'x\\200'", "", "INVALID_UTF8", "article.id",
     "invalid UTF-8 at byte 1; send UTF-8"},
    {"uri not UTF-8", "text: 'a' uri: '\\355\\240\\200'", "", "INVALID_UTF8",
     "article.uri", "invalid UTF-8 at byte 0; send UTF-8"},
    {"language not UTF-8", "text: 'a' language_code: 'en-\\377'", "",
     "INVALID_UTF8", "article.language_code",
     "invalid UTF-8 at byte 3; send UTF-8"},
    {"French", "text: 'a' language_code: 'fr'", "", "UNSUPPORTED_LANGUAGE",
     "article.language_code",
     "\"fr\" is not supported; leave it empty or send \"en\" or \"en-…\""},
    {"a language that begins like English", "text: 'a' language_code: 'enm'",
     "", "UNSUPPORTED_LANGUAGE", "article.language_code",
     "\"enm\" is not supported; leave it empty or send \"en\" or \"en-…\""},
    {"a language with control characters",
     "text: 'a' language_code: 'f\\n\\000'", "", "UNSUPPORTED_LANGUAGE",
     "article.language_code",
     "\"f\\n\\x00\" is not supported; leave it empty or send \"en\" or "
     "\"en-…\""},
    {"before year 1", "text: 'a' publish_time { seconds: -62135596801 }", "",
     "OUT_OF_RANGE", "article.publish_time.seconds",
     "-62135596801 is not between -62135596800 and 253402300799 (years 1 to "
     "9999)"},
    {"after year 9999", "text: 'a' publish_time { seconds: 253402300800 }", "",
     "OUT_OF_RANGE", "article.publish_time.seconds",
     "253402300800 is not between -62135596800 and 253402300799 (years 1 to "
     "9999)"},
    {"negative nanos", "text: 'a' publish_time { nanos: -1 }", "",
     "OUT_OF_RANGE", "article.publish_time.nanos",
     "-1 is not between 0 and 999999999"},
    {"a second of nanos", "text: 'a' publish_time { nanos: 1000000000 }", "",
     "OUT_OF_RANGE", "article.publish_time.nanos",
     "1000000000 is not between 0 and 999999999"},
    {"confidence over 1", "text: 'a'", "min_confidence: 1.5", "OUT_OF_RANGE",
     "options.min_confidence", "1.5 is not between 0 and 1"},
    {"confidence under 0", "text: 'a'", "min_confidence: -0.1", "OUT_OF_RANGE",
     "options.min_confidence", "-0.1 is not between 0 and 1"},
    {"confidence not a number", "text: 'a'", "min_confidence: nan",
     "OUT_OF_RANGE", "options.min_confidence", "nan is not between 0 and 1"},
    {"actor id without kind", "text: 'a'",
     "actor_ids: 'country/CHN' actor_ids: 'China'", "INVALID_ID",
     "options.actor_ids[1]",
     "\"China\" is not a lexicon id; write kind/name, as in \"country/CHN\" or "
     "\"issue/sanctions\""},
    {"empty issue id", "text: 'a'", "issue_ids: ''", "INVALID_ID",
     "options.issue_ids[0]",
     "\"\" is not a lexicon id; write kind/name, as in \"country/CHN\" or "
     "\"issue/sanctions\""},
    {"issue id with a space", "text: 'a'", "issue_ids: 'issue/peace talks'",
     "INVALID_ID", "options.issue_ids[0]",
     "\"issue/peace talks\" is not a lexicon id; write kind/name, as in "
     "\"country/CHN\" or \"issue/sanctions\""},
    {"unknown offset encoding", "text: 'a'", "offset_encoding: 4",
     "UNKNOWN_ENUM_VALUE", "options.offset_encoding",
     "4 is not an offset encoding; those are 0 to 3"},
    {"unspecified factuality", "text: 'a'", "factualities: 1 factualities: 0",
     "UNKNOWN_ENUM_VALUE", "options.factualities[1]",
     "0 is not a factuality to ask for; those are 1 to 6"},
    {"unknown factuality", "text: 'a'", "factualities: 7", "UNKNOWN_ENUM_VALUE",
     "options.factualities[0]",
     "7 is not a factuality to ask for; those are 1 to 6"},
    {"too long by a byte", "title: 'four' text: 'five5 seven'", "",
     "ARTICLE_TOO_LARGE", "article.text",
     "title and text are 15 bytes; at most 14 are allowed"},
};

google::rpc::BadRequest BadRequestOf(const absl::Status& status) {
  google::rpc::BadRequest bad_request;
  const google::rpc::Status rpc = ToRpcStatus(status);
  for (const auto& detail : rpc.details()) {
    if (detail.Is<google::rpc::BadRequest>()) detail.UnpackTo(&bad_request);
  }
  return bad_request;
}

TEST(ReadRequestTest, NamesWhatIsWrong) {
  const RequestLimits limits{.max_article_bytes = 14};
  for (const BadRow& row : kBadRows) {
    SCOPED_TRACE(row.name);
    // The wire twin: its text format takes bytes that are not UTF-8.
    const absl::Status status =
        ReadRequest(Parse<wire::v1::Article>(row.article),
                    Parse<wire::v1::ClassifyOptions>(row.options), limits)
            .status();
    EXPECT_EQ(status.code(), absl::StatusCode::kInvalidArgument);
    EXPECT_EQ(std::string(status.message()),
              std::string(row.field) + ": " + row.description);
    EXPECT_EQ(ErrorReason(status), row.reason);
    const google::rpc::BadRequest bad_request = BadRequestOf(status);
    ASSERT_EQ(bad_request.field_violations_size(), 1);
    EXPECT_EQ(bad_request.field_violations(0).field(), row.field);
    EXPECT_EQ(bad_request.field_violations(0).description(), row.description);
  }
}

TEST(ReadRequestTest, BothSizesAreInTheMetadata) {
  v1::Article article;
  article.set_text("12345");
  const google::rpc::Status status =
      ToRpcStatus(ReadRequest(article, {}, {.max_article_bytes = 4}).status());
  google::rpc::ErrorInfo info;
  ASSERT_TRUE(status.details(0).UnpackTo(&info));
  EXPECT_EQ(info.domain(), "stance");
  EXPECT_EQ(info.metadata().at("articleBytes"), "5");
  EXPECT_EQ(info.metadata().at("maxArticleBytes"), "4");
}

struct DateRow {
  const char* name;
  const char* article;
  int32_t date;
};

constexpr DateRow kDateRows[] = {
    {"none", "text: 'a'", 0},
    {"epoch", "text: 'a' publish_time { }", 19700101},
    {"last second of a day", "text: 'a' publish_time { seconds: 1709251199 }",
     20240229},
    {"first second of the next",
     "text: 'a' publish_time { seconds: 1709251200 }", 20240301},
    {"a second before the epoch",
     "text: 'a' publish_time { seconds: -1 nanos: 999999999 }", 19691231},
    {"first", "text: 'a' publish_time { seconds: -62135596800 }", 10101},
    {"last", "text: 'a' publish_time { seconds: 253402300799 }", 99991231},
};

TEST(ReadRequestTest, PublishTimeIsADayInUtc) {
  for (const DateRow& row : kDateRows) {
    SCOPED_TRACE(row.name);
    const v1::Article article = Parse<v1::Article>(row.article);
    const auto request = ReadRequest(article, {}, {});
    ASSERT_TRUE(request.ok()) << request.status();
    EXPECT_EQ(request->article.publish_date, row.date);
  }
}

TEST(ReadRequestTest, EnglishInAnyForm) {
  for (const char* code : {"", "en", "EN", "en-GB", "en-Latn-US", "En-us"}) {
    SCOPED_TRACE(code);
    v1::Article article;
    article.set_text("a");
    article.set_language_code(code);
    EXPECT_TRUE(ReadRequest(article, {}, {}).ok());
  }
}

TEST(ReadRequestTest, EverythingArrives) {
  const auto article = Parse<v1::Article>("title: 'T' text: 'x'");
  const auto options = Parse<v1::ClassifyOptions>(
      "min_confidence: 1 actor_ids: 'country/CHN' issue_ids: 'issue/a-b_c.9' "
      "offset_encoding: OFFSET_ENCODING_UTF16 include_derived: true "
      "include_unknown: true explain: true "
      "factualities: [FACTUALITY_POSSIBLE, FACTUALITY_SUPERSEDED]");
  const auto request = ReadRequest(article, options, {.max_article_bytes = 2});
  ASSERT_TRUE(request.ok()) << request.status();
  EXPECT_EQ(request->article.title, "T");
  EXPECT_EQ(request->article.text, "x");
  EXPECT_EQ(request->offset_encoding, OffsetEncoding::kUtf16);
  EXPECT_EQ(request->options.min_confidence, 1);
  EXPECT_THAT(request->options.actor_ids, testing::ElementsAre("country/CHN"));
  EXPECT_THAT(request->options.issue_ids,
              testing::ElementsAre("issue/a-b_c.9"));
  EXPECT_TRUE(request->options.include_derived);
  EXPECT_TRUE(request->options.include_unknown);
  EXPECT_TRUE(request->options.explain);
  EXPECT_THAT(request->options.factualities,
              testing::ElementsAre(lexicon::v1::FACTUALITY_POSSIBLE,
                                   lexicon::v1::FACTUALITY_SUPERSEDED));
}

}  // namespace
}  // namespace stance
