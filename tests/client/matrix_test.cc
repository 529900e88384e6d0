// stancectl matrix: tables and networks, against golden files.

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "tests/client/golden.h"
#include "tests/client/stancectl_fixture.h"

namespace stance::client {
namespace {

constexpr const char* kArticles =
    R"({"id":"a","publishTime":"2024-05-31T00:00:00Z","text":"China supports talks. Peru opposes sanctions and talks."}
{"id":"b","text":"China opposes talks. Peru opposes \"R&D <talks>\", sanctions."}
)";

TEST_F(StancectlTest, MatrixGoldens) {
  Write("articles.jsonl", kArticles);
  Run({"batch", "--embedded", "--input=DIR/articles.jsonl",
       "--output=DIR/answers.jsonl.gz"});
  Write("wrong.jsonl", "\n{\"articleId\":7}\n");
  const std::string answers = "--answers=DIR/answers.jsonl.gz";
  const struct {
    const char* name;  // of the golden file
    std::vector<std::string> arguments;
  } kRows[] = {
      {"matrix_net", {answers}},
      {"matrix_articles", {answers, "--cell=articles"}},
      {"matrix_issues", {answers, "--issues-only", "--cell=opposes"}},
      {"matrix_frequent", {answers, "--min-stances=3"}},
      {"matrix_confident", {answers, "--min-confidence=0.9"}},
      {"matrix_graphml", {answers, "--format=graphml"}},
      {"matrix_dna",
       {answers, "--format=dna", "--articles=DIR/articles.jsonl"}},
      {"matrix_wrong", {"--answers=DIR/wrong.jsonl"}},
      {"matrix_none", {"--answers=DIR/none.jsonl"}},
  };
  for (const auto& row : kRows) {
    SCOPED_TRACE(row.name);
    std::vector<std::string> arguments = {"matrix"};
    arguments.insert(arguments.end(), row.arguments.begin(),
                     row.arguments.end());
    ExpectGolden(row.name, Show(Run(arguments)));
  }
}

}  // namespace
}  // namespace stance::client
