// docs/AUTHORING.md: each snippet is loaded over the shipped lexicon, and its
// examples are run.

#include <gtest/gtest.h>

#include <fstream>
#include <iterator>
#include <optional>
#include <string>
#include <vector>

#include "service/engine/lexicon/concat.h"
#include "service/lexicon_files/check.h"
#include "service/lexicon_files/load.h"

namespace stance {
namespace {

constexpr std::string_view kOpen = "```textproto\n";
constexpr std::string_view kClose = "```\n";

std::vector<LexiconText> Snippets() {
  std::ifstream file(STANCE_SOURCE_DIR "/docs/AUTHORING.md");
  const std::string text((std::istreambuf_iterator<char>(file)), {});
  std::vector<LexiconText> snippets;
  for (size_t at = text.find(kOpen); at != std::string::npos;
       at = text.find(kOpen, at)) {
    at += kOpen.size();
    const size_t end = text.find(kClose, at);
    snippets.push_back(
        {Concat("snippet ", snippets.size() + 1), text.substr(at, end - at)});
    at = end;
  }
  return snippets;
}

TEST(AuthoringTest, SnippetsLoadAndHold) {
  const std::vector<LexiconText> snippets = Snippets();
  ASSERT_GE(snippets.size(), 9u);
  std::vector<Finding> findings;
  std::optional<LexiconDirectory> shipped =
      ReadLexiconDirectory(STANCE_SOURCE_DIR "/service/lexicon/en", &findings);
  ASSERT_TRUE(shipped);
  for (const LexiconText& snippet : snippets) {
    shipped->sources.push_back(
        ParseLexiconText(snippet.name, snippet.text, &findings));
  }
  const LexiconCheck check =
      CheckLexicon(shipped->sources, std::move(findings), {.threads = 2});
  EXPECT_TRUE(check.complete);
  for (const Finding& finding : check.findings) {
    ADD_FAILURE() << FormatFinding(finding);
  }
}

}  // namespace
}  // namespace stance
