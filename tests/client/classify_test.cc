// stancectl classify: several articles, forms, filters; against golden files.

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "tests/client/golden.h"
#include "tests/client/stancectl_fixture.h"

namespace stance::client {
namespace {

TEST_F(StancectlTest, ClassifyGoldens) {
  const std::string date = "--date=2024-05-31";
  const struct {
    const char* name;  // of the golden file
    std::vector<std::string> arguments;
    const char* input = "";
  } kRows[] = {
      {"classify_directory", {date, "DATA/articles"}},
      {"classify_pattern", {date, "DATA/articles/?.txt"}},
      {"classify_several_notices", {"DATA/articles"}},
      {"classify_page", {"DATA/articles/more/c.html"}},
      {"classify_page_as_text",
       {"--input-format=text", "--min-confidence=0.9",
        "DATA/articles/more/c.html"}},
      {"classify_some_fail", {date, "DIR/none.txt", "DATA/talks.txt"}},
      {"classify_summary_only",
       {date, "--summary-only", "--width=50", "DATA/articles"}},
      {"classify_summary_only_csv",
       {"--summary-only", "--format=csv", "DATA/articles"}},
      {"classify_summary_only_one",
       {date, "--summary-only", "DATA/articles/a.txt"}},
      {"classify_summary_top",
       {date, "--summary-only", "--top=1", "DATA/articles"}},
      {"classify_summary_top_markdown",
       {date, "--summary-only", "--top=1", "--format=markdown",
        "DATA/articles"}},
      {"classify_summary_narrow",
       {date, "--summary-only", "--polarity=opposes", "DATA/articles"}},
      {"classify_csv", {"--format=csv", "DATA/articles"}},
      {"classify_csv_quotes",
       {"--format=csv", "-"},
       "\"China supports talks, now\", he said."},
      {"classify_markdown_one", {"--format=markdown", "DATA/talks.txt"}},
      {"classify_markdown", {"--format=markdown", "DATA/articles"}},
      {"classify_markdown_nothing",
       {"--format=markdown", date, "-"},
       "<b>It</b> *rained*."},
      {"classify_actor", {date, "--actor=PERU", "DATA/talks.txt"}},
      {"classify_actor_pattern", {date, "--actor", "ch*", "DATA/talks.txt"}},
      {"classify_actor_id", {date, "--actor", "country/PER", "DATA/talks.txt"}},
      {"classify_target", {date, "--target", "Sanction", "DATA/talks.txt"}},
      {"classify_issue", {date, "--issue=Sanctions", "DATA/talks.txt"}},
      {"classify_issue_id",
       {date, "--issue=issue/sanctions", "DATA/talks.txt"}},
      {"classify_issue_part", {date, "--issue=sanct", "DATA/talks.txt"}},
      {"classify_issue_unknown", {"--issue=carbon tax", "DATA/talks.txt"}},
      {"classify_issue_unknown_id",
       {"--issue=issue/sanctoins", "DATA/talks.txt"}},
      {"classify_actor_unknown_id", {"--actor=country/PEX", "DATA/talks.txt"}},
      {"classify_polarity",
       {date, "--polarity=opposes", "--format=csv", "DATA/articles"}},
      {"classify_colour", {date, "--color=always", "DATA/articles/a.txt"}},
      {"classify_width", {date, "--width=30", "DATA/articles/a.txt"}},
      {"classify_unknown", {date, "--unknown", "-"}, "They support talks."},
  };
  for (const auto& row : kRows) {
    SCOPED_TRACE(row.name);
    std::vector<std::string> arguments = {"classify", "--embedded"};
    arguments.insert(arguments.end(), row.arguments.begin(),
                     row.arguments.end());
    ExpectGolden(row.name, Show(Run(arguments, row.input)));
  }
}

TEST_F(StancectlTest, ClassifyKnowsPagesByTheirNames) {
  Write("a.html", "<p>Peru opposes <b>talks</b>.</p>");
  const ProgramRun run =
      Run({"classify", "--embedded", "--format=csv", "DIR/a.html"});
  EXPECT_NE(run.out.find("Peru opposes talks."), std::string::npos) << run.out;
}

TEST_F(StancectlTest, ClassifyReadsGzip) {
  // printf 'Peru opposes talks.' | gzip -n
  const std::string bytes(
      "\x1f\x8b\x08\x00\x00\x00\x00\x00\x00\x03\x0b\x48\x2d\x2a\x55\xc8\x2f\x28"
      "\xc8\x2f\x4e\x2d\x56\x28\x49\xcc\xc9\x2e\xd6\x03\x00\xbb\x12\x65\xa2\x13"
      "\x00\x00\x00",
      39);
  Write("a.txt.gz", bytes);
  Write("broken.txt.gz", bytes.substr(0, 25));
  const ProgramRun run =
      Run({"classify", "--embedded", "--format=csv", "DIR/a.txt.gz"});
  EXPECT_EQ(run.err, "");
  EXPECT_NE(run.out.find("Peru opposes talks."), std::string::npos) << run.out;
  EXPECT_EQ(Run({"classify", "--embedded", "DIR/broken.txt.gz"}).err,
            "stancectl: DIR/broken.txt.gz: cannot be read to its end: it is "
            "broken gzip, or the disk failed\n");
}

}  // namespace
}  // namespace stance::client
