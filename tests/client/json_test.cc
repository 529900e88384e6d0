#include "client/json.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "stance/v1/article.pb.h"

namespace stance::client {
namespace {

TEST(UnknownMembers, Rows) {
  const struct {
    const char* name;
    const char* json;
    std::vector<std::string> unknown;
  } kRows[] = {
      {"none", R"({"id":"a","text":"b"})", {}},
      {"both spellings", R"({"publish_time":null,"languageCode":"en"})", {}},
      {"some", R"({"foo":1,"id":"a","bar" : [2]})", {"foo", "bar"}},
      {"nested ones are not looked at", R"({"foo":{"bar":1}})", {"foo"}},
      {"in lists neither", R"({"foo":[{"bar":1}]})", {"foo"}},
      {"values are no names", R"({"id":"foo","text":"{\"bar\":1}"})", {}},
      {"escaped marks",
       R"({"te\"xt":"","id":"\\","foo":1})",
       {"te\\\"xt", "foo"}},
      {"empty", "{}", {}},
  };
  for (const auto& row : kRows) {
    SCOPED_TRACE(row.name);
    EXPECT_THAT(UnknownMembers(row.json, *v1::Article::descriptor()),
                testing::ElementsAreArray(row.unknown));
  }
}

TEST(FromJson, SaysWhatIsWrongOnOneLine) {
  const struct {
    const char* name;
    const char* json;
    const char* error;  // empty: none
  } kRows[] = {
      {"unknown fields pass", R"({"id":"a","foo":[{}]})", ""},
      {"no JSON", "China backs talks",
       "Unexpected token. Near: China backs talks"},
      {"cut off", R"({"id":"a")",
       "Unexpected end of string. Expected , or } after key:value pair."},
      {"number for a string", R"({"text":7})",
       "(text): invalid value 7 for type TYPE_STRING"},
      {"bad time", R"({"publishTime":"yesterday"})",
       "Invalid time format: yesterday"},
      {"list", "[]", "Root element must be a message."},
      {"empty", "", "Unexpected end of string. Expected a value."},
  };
  for (const auto& row : kRows) {
    SCOPED_TRACE(row.name);
    v1::Article article;
    const absl::Status status = FromJson(row.json, &article);
    EXPECT_EQ(status.ok(), *row.error == '\0');
    EXPECT_THAT(std::string(status.message()), testing::HasSubstr(row.error));
    EXPECT_EQ(status.message().find('\n'), absl::string_view::npos);
  }
}

TEST(JsonString, Escapes) {
  EXPECT_EQ(JsonString("a\"b\\\n\x01é"), "\"a\\\"b\\\\\\n\\u0001é\"");
}

}  // namespace
}  // namespace stance::client
