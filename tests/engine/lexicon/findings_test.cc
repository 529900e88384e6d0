// What the compiler says of bad lexicons, word for word. Each row is one file;
// the rest of a good entry is put in for brevity: $VERB and $FRAME.

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "service/lexicon_files/load.h"

namespace stance {
namespace {

struct Row {
  const char* name;
  const char* text;
  const char* findings;  // one a line
};

std::string Replaced(std::string text, std::string_view what,
                     std::string_view with) {
  for (size_t at = 0; (at = text.find(what, at)) != std::string::npos;) {
    text.replace(at, what.size(), with);
    at += with.size();
  }
  return text;
}

const Row kRows[] = {
#include "tests/engine/lexicon/findings.inc"
};

TEST(FindingsTest, AreWordForWord) {
  for (const Row& row : kRows) {
    std::string text = row.text;
    text = Replaced(text, "$PROVEN",
                    "example: \"{A} hit [b].\" counter_example: \"A ran.\"");
    text = Replaced(text, "$FRAME", "frame { target { slot: SLOT_OBJECT } }");
    text = Replaced(text, "$COUNTRY", "kind: ACTOR_KIND_COUNTRY");
    std::vector<Finding> findings;
    std::vector<LexiconSource> sources;
    sources.push_back(ParseLexiconText("a.txtpb", text, &findings));
    const auto lexicon = CompileLexicon(sources, "n", "v", "c", &findings);
    std::string actual;
    bool error = false;
    for (const Finding& finding : findings) {
      actual += FormatFinding(finding) + "\n";
      error |= finding.severity == Severity::kError;
    }
    EXPECT_EQ(actual, row.findings) << row.name;
    const bool parsed = actual.find("[SYNTAX]") == std::string::npos &&
                        actual.find("[UNKNOWN_FIELD]") == std::string::npos;
    if (parsed) {
      EXPECT_EQ(lexicon == nullptr, error) << row.name;
    }
  }
}

}  // namespace
}  // namespace stance
