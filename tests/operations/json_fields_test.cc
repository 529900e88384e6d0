#include "service/operations/json_fields.h"

#include <string>

#include "gtest/gtest.h"

namespace stance {
namespace {

TEST(JsonFieldsTest, EscapesWhatJsonCannotHold) {
  const struct {
    const char* name;
    std::string value;
    const char* json;
  } rows[] = {
      {"empty", "", R"("f":"")"},
      {"plain", "a/B 1", R"("f":"a/B 1")"},
      {"quote and backslash", R"(a"b\)", R"("f":"a\"b\\")"},
      {"line break and NUL", std::string("\n\0", 2), R"("f":"\u000a\u0000")"},
      {"delete", "\x7f", R"("f":"\u007f")"},
      {"UTF-8", "Łódź", R"("f":"Łódź")"},
      {"not UTF-8", "a\xc3\xff", R"("f":"a\ufffd\ufffd")"},
  };
  for (const auto& row : rows) {
    SCOPED_TRACE(row.name);
    JsonFields fields;
    fields.Add("f", row.value);
    EXPECT_EQ(fields.text(), row.json);
  }
}

TEST(JsonFieldsTest, AllTypesInOrder) {
  JsonFields fields;
  fields.Add("s", "x");
  fields.Add("n", uint64_t{18446744073709551615u});
  fields.Add("b", false);
  fields.Add("l", std::vector<std::string>{"a", "\""});
  fields.Add("e", std::vector<std::string>{});
  EXPECT_EQ(fields.text(), R"("s":"x","n":18446744073709551615,"b":false,)"
                           R"("l":["a","\""],"e":[])");
}

}  // namespace
}  // namespace stance
