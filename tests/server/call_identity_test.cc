#include "service/server/call_identity.h"

#include <string>

#include "gtest/gtest.h"

namespace stance {
namespace {

TEST(CallIdentityTest, TraceparentsOfW3c) {
  const struct {
    const char* name;
    std::string text;
    bool valid;
  } rows[] = {
      {"sampled", "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
       true},
      {"not sampled", "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-00",
       true},
      {"empty", "", false},
      {"another version",
       "01-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01", false},
      {"capitals", "00-4BF92F3577B34DA6A3CE929D0E0E4736-00f067aa0ba902b7-01",
       false},
      {"trace of zeros",
       "00-00000000000000000000000000000000-00f067aa0ba902b7-01", false},
      {"span of zeros",
       "00-4bf92f3577b34da6a3ce929d0e0e4736-0000000000000000-01", false},
      {"too short", "00-4bf92f3577b34da6a3ce929d0e0e473-00f067aa0ba902b7-01",
       false},
      {"too long", "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01-x",
       false},
      {"no dashes", "00 4bf92f3577b34da6a3ce929d0e0e4736 00f067aa0ba902b7 01",
       false},
      {"flags that are none",
       "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-0g", false},
  };
  for (const auto& row : rows) {
    EXPECT_EQ(IsTraceparent(row.text), row.valid) << row.name;
  }
  EXPECT_EQ(TraceId(rows[0].text), "4bf92f3577b34da6a3ce929d0e0e4736");
}

}  // namespace
}  // namespace stance
