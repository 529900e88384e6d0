// batch, merge, report, eval, health and version: what each prints and how it
// exits, against golden files.

#include <gtest/gtest.h>

#include <regex>
#include <string>
#include <vector>

#include "tests/client/golden.h"
#include "tests/client/stancectl_fixture.h"

namespace stance::client {
namespace {

constexpr const char* kThreeArticles =
    R"({"id":"a","text":"China supports talks."}
{"id":"b","text":" "}
{"id":"c","text":"Peru opposes talks."}
)";

constexpr const char* kTwoGoldArticles =
    R"({"id":"a","kind":"wire","text":"China supports talks. Peru condemns talks.","stances":[{"actor":"China","polarity":"supports","target":"talks","evidence":"China supports talks","difficulty":"direct"},{"actor":"Peru","polarity":"opposes","target":"talks","evidence":"Peru condemns talks","difficulty":"negated"}]}
{"id":"b","kind":"court","text":"Peru opposes sanctions.","stances":[{"actor":"Chile","polarity":"opposes","target":"sanctions","evidence":"Peru opposes sanctions","difficulty":"direct"}]}
)";

// Versions differ from machine to machine.
std::string WithoutVersions(std::string text) {
  text = std::regex_replace(
      text, std::regex("(stancectl|gRPC|protobuf) [0-9][0-9.]*"), "$1 VERSION");
  return std::regex_replace(text, std::regex("sha256 [0-9a-f]{64}"),
                            "sha256 CHECKSUM");
}

TEST_F(StancectlTest, CommandGoldens) {
  Write("in.jsonl", kThreeArticles);
  Write("gold.jsonl", kTwoGoldArticles);
  for (const char* shard : {"0/2", "1/2"}) {
    Run({"batch", "--embedded", "--input=DIR/in.jsonl", "--shard", shard,
         "--output=DIR/answers-{shard}.jsonl",
         "--errors=DIR/errors-{shard}.jsonl"});
  }
  Run({"batch", "--embedded", "--input=DIR/gold.jsonl",
       "--output=DIR/answers.jsonl"});
  Run({"batch", "--embedded", "--input=DIR/gold.jsonl", "--min-confidence=1",
       "--output=DIR/no_answers.jsonl"});
  const std::vector<std::string> merge = {"merge",
                                          "--answers=DIR/answers-{shard}.jsonl",
                                          "--errors=DIR/errors-{shard}.jsonl"};
  const struct {
    const char* name;  // of the golden file
    std::vector<std::string> arguments;
    std::vector<std::string> files = {};  // shown behind the output
  } kRows[] = {
      {"batch",
       {"batch", "--embedded", "--input=DIR/in.jsonl", "--output=DIR/o.csv",
        "--errors=DIR/e.jsonl"},
       {"o.csv", "e.jsonl"}},
      {"batch_some_fail",
       {"batch", "--embedded", "--input=DIR/in.jsonl", "--output=-",
        "--output-format=csv"}},
      {"batch_quiet",
       {"batch", "--embedded", "--input=DIR/in.jsonl", "--output=DIR/q.jsonl",
        "--errors=DIR/e.jsonl", "--failures-ok", "--progress=none"}},
      {"batch_no_input",
       {"batch", "--embedded", "--input=DIR/none.jsonl", "--output=-"}},
      {"batch_unknown_issue",
       {"batch", "--embedded", "--input=DIR/in.jsonl", "--output=DIR/u.jsonl",
        "--issue=sanctoins"},
       {"u.jsonl"}},
      {"merge",
       {merge[0], merge[1], merge[2], "--shards=2", "--output=DIR/m.jsonl",
        "--output-errors=DIR/m-errors.jsonl"},
       {"m-errors.jsonl"}},
      {"merge_missing",
       {merge[0], merge[1], merge[2], "--shards=3", "--output=DIR/n.jsonl",
        "--output-errors=DIR/n-errors.jsonl"}},
      {"merge_wrong",
       {merge[0], "--answers=DIR/answers-{shard}.jsonl",
        "--errors=DIR/answers-{shard}.jsonl", "--shards=2",
        "--output=DIR/w.jsonl", "--output-errors=DIR/w-errors.jsonl"},
       {"w.jsonl"}},
      {"report",
       {"report", "--embedded", "--output=DIR/r.html", "DATA/articles"}},
      {"report_some_fail",
       {"report", "--embedded", "--output=DIR/r.html", "DIR/in.jsonl"}},
      {"report_none", {"report", "--embedded", "DIR/none.txt"}},
      {"eval",
       {"eval", "--gold=DIR/gold.jsonl", "--answers=DIR/answers.jsonl",
        "--errors=9", "--intervals", "--against=DIR/no_answers.jsonl"}},
      {"eval_json",
       {"eval", "--gold=DIR/gold.jsonl", "--answers=DIR/answers.jsonl",
        "--errors=9", "--intervals", "--against=DIR/no_answers.jsonl",
        "--json"}},
      {"eval_no_gold",
       {"eval", "--gold=DIR/none.jsonl", "--answers=DIR/answers.jsonl"}},
      {"eval_unanswered",
       {"eval", "--gold=DIR/gold.jsonl", "--answers=DIR/no_answers.jsonl"}},
      {"health_unreachable", {"health", "--timeout=5s"}},
      {"version", {"version", "--embedded"}},
      {"version_unreachable", {"version", "--timeout=5s"}},
  };
  for (const auto& row : kRows) {
    SCOPED_TRACE(row.name);
    std::string shown = WithoutVersions(Show(Run(row.arguments)));
    for (const std::string& file : row.files) {
      shown += "--- " + file + "\n" + Read(file);
    }
    ExpectGolden(row.name, shown);
  }
}

}  // namespace
}  // namespace stance::client
