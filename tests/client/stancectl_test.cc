// The real program: what it prints, and how it exits.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "tests/client/stancectl_fixture.h"

namespace stance::client {
namespace {

using testing::HasSubstr;
using testing::MatchesRegex;

constexpr const char* kTable =
    R"(ACTOR  STANCE    TARGET     CONF
China  supports  talks      0.75
         China «supports» talks.

Peru   opposes   sanctions  0.75
         Peru «opposes» sanctions and talks.
       opposes   talks      0.75
         Peru «opposes» sanctions and talks.
)";

constexpr const char* kNote =
    "\nnote: no --date: names match any office that they ever held\n";

TEST_F(StancectlTest, ClassifyPrints) {
  const struct {
    const char* name;
    std::vector<std::string> arguments;
    const char* input;
    std::string out;
  } kRows[] = {
      {"a dated article",
       {"classify", "--embedded", "--date", "2024-05-31", "DATA/talks.txt"},
       "",
       kTable},
      {"an article without date",
       {"classify", "--embedded", "DATA/talks.txt"},
       "",
       std::string(kTable) + kNote},
      {"standard input",
       {"classify", "--embedded", "--date=2024-05-31", "-"},
       "China supports talks. Peru opposes sanctions and talks.",
       kTable},
      {"nothing found",
       {"classify", "--embedded", "--date=2024-05-31", "--min-confidence=0.9",
        "DATA/talks.txt"},
       "",
       "No stances found.\n"},
      {"a title",
       {"classify", "--embedded", "--date=2024-05-31", "--title",
        "China opposes talks", "--language=en-GB", "-"},
       "Nothing else.",
       "ACTOR  STANCE    TARGET  CONF\n"
       "China  opposes   talks   0.75\n"
       "         China «opposes» talks\n"},
  };
  for (const auto& row : kRows) {
    SCOPED_TRACE(row.name);
    const ProgramRun run = Run(row.arguments, row.input);
    EXPECT_EQ(run.out, row.out);
    EXPECT_EQ(run.err, "");
    EXPECT_EQ(run.exit_code, 0);
  }
}

TEST_F(StancectlTest, ClassifyPrintsJson) {
  const ProgramRun lines =
      Run({"classify", "--embedded", "--format=jsonl", "--explain",
           "DATA/talks.txt", "DATA/talks.txt"});
  EXPECT_EQ(lines.exit_code, 0) << lines.err;
  EXPECT_EQ(std::count(lines.out.begin(), lines.out.end(), '\n'), 2);
  EXPECT_THAT(lines.out,
              HasSubstr(R"({"articleId":"DATA/talks.txt","actors")"));
  EXPECT_THAT(lines.out, HasSubstr(R"("derivation":[{"stage":"match",)"));

  const ProgramRun indented =
      Run({"classify", "--embedded", "--format=json", "DATA/talks.txt"});
  EXPECT_THAT(indented.out,
              testing::StartsWith("{\n \"articleId\": \"DATA/talks.txt\",\n"));
  EXPECT_THAT(indented.out, testing::Not(HasSubstr("derivation")));
}

constexpr const char* kBatch =
    "{\"id\":\"a\",\"text\":\"China supports talks.\",\"kind\":\"wire\"}\n"
    "\n"
    "foo\n"
    "{\"id\":\"b\",\"text\":\" \"}\n"
    "{\"id\":\"c\",\"text\":\"Peru opposes talks.\",\"stances\":[{}]}\n";

TEST_F(StancectlTest, BatchNamesFailedLinesOnStandardError) {
  const ProgramRun run =
      Run({"batch", "--embedded", "--input=-", "--output=-"}, kBatch);
  EXPECT_EQ(run.exit_code, 3);
  EXPECT_THAT(run.out,
              MatchesRegex("\\{\"articleId\":\"a\",.*\"text\":\"China\".*\n"
                           "\\{\"articleId\":\"c\",.*\"text\":\"Peru\".*\n"));
  EXPECT_EQ(run.err,
            "stancectl: standard input:3: not an article in JSON: Unexpected "
            "token. Near: foo (INVALID_ARGUMENT)\n"
            "stancectl: standard input:4: b: article.text: title and text hold "
            "nothing but white space; one must hold something "
            "(INVALID_ARGUMENT, EMPTY_ARTICLE)\n"
            "stancectl: fields that articles do not have were passed over: "
            "kind, stances\n"
            "stancectl: 2 of 4 articles failed\n");
}

TEST_F(StancectlTest, BatchWritesFiles) {
  Write("in.jsonl", kBatch);
  const ProgramRun run =
      Run({"batch", "--embedded", "--input=DIR/in.jsonl", "--parallel=2",
           "--output=DIR/out.jsonl", "--errors=DIR/errors.jsonl"});
  EXPECT_EQ(run.exit_code, 3);
  EXPECT_EQ(run.out, "");
  EXPECT_THAT(Read("out.jsonl"), MatchesRegex("\\{\"articleId\":\"a\".*\n"
                                              "\\{\"articleId\":\"c\".*\n"));
  EXPECT_EQ(Read("errors.jsonl"),
            "{\"line\":3,\"record\":1,\"code\":\"INVALID_ARGUMENT\","
            "\"message\":\"not an "
            "article in JSON: Unexpected token. Near: foo "
            "(INVALID_ARGUMENT)\"}\n"
            "{\"line\":4,\"record\":2,\"articleId\":\"b\",\"code\":\"INVALID_"
            "ARGUMENT\","
            "\"message\":\"article.text: title and text hold nothing but white "
            "space; one must hold something (INVALID_ARGUMENT, "
            "EMPTY_ARTICLE)\"}\n");
}

TEST_F(StancectlTest, EvalScores) {
  Write("gold.jsonl",
        "{\"id\":\"a\",\"text\":\"China supports talks. Peru condemns "
        "talks.\",\"stances\":[{\"actor\":\"China\",\"polarity\":\"supports\","
        "\"target\":\"talks\",\"evidence\":\"China supports "
        "talks\",\"speaker\":null,\"difficulty\":\"direct\"},"
        "{\"actor\":\"Peru\",\"polarity\":\"opposes\",\"target\":\"talks\","
        "\"evidence\":\"Peru condemns talks\",\"difficulty\":\"direct\"}]}\n");
  const ProgramRun run =
      Run({"eval", "--embedded", "--gold=DIR", "--errors=1"});
  EXPECT_EQ(run.exit_code, 0);
  EXPECT_EQ(run.err, "");
  EXPECT_EQ(run.out,
            R"(missed: a (direct) · Peru · opposes · talks · Peru condemns talks
articles 1, gold stances 2, answers that count 1

  precision      1.000   1 of 1
  recall         0.500   1 of 2
  F1             0.667

recall by difficulty
  direct         0.500   1 of 2

precision by confidence
  0.7 to 0.8     1.000   1 of 1

of the correct
  right sentence 1.000   1 of 1
  right speaker  0.000   0 of 0

distractors taken for stances 0 of 0, bad spans 0, articles unanswered 0
)");

  // The same from answers that were kept; as JSON.
  Run({"batch", "--embedded", "--input=DIR/gold.jsonl",
       "--output=DIR/answers"});
  const ProgramRun kept =
      Run({"eval", "--answers=DIR/answers", "--json", "--gold=DIR/gold.jsonl"});
  EXPECT_EQ(kept.out,
            "{\"precision\":1.000000,\"recall\":0.500000,\"f1\":0.666667,"
            "\"evidence\":1.000000,\"speaker\":0.000000,\"articles\":1,"
            "\"unanswered\":0,\"correct\":1,\"wrong\":0,\"missed\":1,"
            "\"speakers\":0,\"distractors\":0,\"fooled\":0,\"badSpans\":0,"
            "\"recallByDifficulty\":{\"direct\":{\"found\":1,\"of\":2}},"
            "\"precisionByConfidence\":{\"0.750000\":{\"correct\":1,\"of\":1}}"
            "}\n");
  EXPECT_EQ(kept.exit_code, 0);

  const ProgramRun compared =
      Run({"eval", "--answers=DIR/answers", "--against=DIR/answers",
           "--intervals", "--gold=DIR/gold.jsonl"});
  EXPECT_THAT(compared.out, testing::EndsWith(R"(
95 % intervals (bootstrap over 1 articles)
  precision      1.000 to 1.000
  recall         0.500 to 0.500
  F1             0.667 to 0.667

against the other answers
  F1             0.667 and 0.667, difference +0.000
  95 % interval  +0.000 to +0.000 (paired bootstrap)
  p              1.000 (paired randomization)
)"));
}

TEST_F(StancectlTest, Version) {
  const ProgramRun run = Run({"version", "--embedded"});
  EXPECT_EQ(run.exit_code, 0);
  EXPECT_THAT(run.out, MatchesRegex("stancectl [0-9.]+ \\(gRPC [0-9.]+, "
                                    "protobuf [0-9.]+\\)\n"
                                    "lexicon lexicon 0 \\(sha256 .*\\)\n"));
  const ProgramRun flag = Run({"--version"});
  EXPECT_EQ(flag.exit_code, 0);
  EXPECT_EQ(flag.out, run.out.substr(0, run.out.find('\n') + 1));
}

TEST_F(StancectlTest, HelpIsACommandToo) {
  const struct {
    const char* name;
    std::vector<std::string> arguments;
    std::vector<std::string> same_as;
  } kRows[] = {
      {"help", {"help"}, {"--help"}},
      {"help of a command", {"help", "classify"}, {"classify", "--help"}},
      {"help of a command of a command",
       {"help", "lexicon", "check"},
       {"lexicon", "check", "--help"}},
  };
  for (const auto& row : kRows) {
    SCOPED_TRACE(row.name);
    const ProgramRun run = Run(row.arguments);
    const ProgramRun same = Run(row.same_as);
    EXPECT_EQ(run.exit_code, 0) << run.err;
    EXPECT_EQ(run.out, same.out);
  }
}

// What a variable of one command holds is no business of the others.
TEST_F(StancectlTest, ShardsOfTheEnvironmentAreForThoseThatHaveThem) {
  const auto run = [](std::vector<std::string> arguments) {
    arguments.insert(arguments.begin(), STANCECTL);
    return RunProgram(arguments, "", {{"STANCE_SHARDS", "x"}});
  };
  EXPECT_EQ(run({"--version"}).exit_code, 0);
  EXPECT_EQ(run({"version"}).exit_code, 0);
  EXPECT_THAT(run({"merge"}).err, HasSubstr("--shards: "));
}

// Whoever mistakes a file for another is told so.
TEST_F(StancectlTest, MatrixWithTheArticlesOfAnotherBatch) {
  Write("answers.jsonl", "{\"articleId\":\"a\"}\n");
  Write("others.csv", "nr,body\nb,x\n");
  const ProgramRun run =
      Run({"matrix", "--answers=DIR/answers.jsonl", "--format=dna",
           "--articles=DIR/others.csv", "--columns=id=nr,text=body"});
  EXPECT_EQ(run.err,
            "stancectl: DIR/others.csv: no article has the id of an answer: "
            "statements have no dates\n");
  EXPECT_EQ(run.exit_code, 0);
}

TEST_F(StancectlTest, HelpShowsExamples) {
  const std::vector<std::string> kCommands[] = {
      {},
      {"classify"},
      {"batch"},
      {"merge"},
      {"report"},
      {"explain"},
      {"matrix"},
      {"eval"},
      {"load"},
      {"health"},
      {"version"},
      {"completion"},
      {"lexicon"},
      {"lexicon", "check"},
      {"lexicon", "stats"},
      {"man"},
      {"lexicon", "diff"},
      {"lexicon", "suggest"},
      {"lexicon", "import"},
      {"lexicon", "info"},
      {"lexicon", "list-actors"},
      {"lexicon", "list-issues"},
  };
  for (std::vector<std::string> command : kCommands) {
    command.push_back("--help");
    EXPECT_THAT(Run(command).out, testing::ContainsRegex("Examples?:\n"))
        << testing::PrintToString(command);
  }
}

TEST_F(StancectlTest, HelpOfEveryCommand) {
  for (const std::string command : {"classify", "batch", "report", "explain",
                                    "eval", "health", "version"}) {
    SCOPED_TRACE(command);
    const ProgramRun run = Run({command, "--help"});
    EXPECT_EQ(run.exit_code, 0);
    EXPECT_THAT(run.out, HasSubstr("--timeout"));
    EXPECT_THAT(Run({"--help"}).out, HasSubstr("  " + command));
  }
}

}  // namespace
}  // namespace stance::client
