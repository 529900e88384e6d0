// The real program, with the engine in its process and a small lexicon: what
// it prints, what it says is wrong, and how it exits.

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "tests/client/run_program.h"

namespace stance::client {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;
using testing::MatchesRegex;

const std::string kData = STANCE_SOURCE_DIR "/tests/client/testdata";

class StancectlTest : public testing::Test {
 protected:
  void SetUp() override {
    std::string pattern = fs::temp_directory_path() / "stance-XXXXXX";
    ASSERT_NE(mkdtemp(pattern.data()), nullptr);
    directory_ = pattern;
  }
  void TearDown() override { fs::remove_all(directory_); }

  // Runs stancectl. In arguments and in what it writes, DATA stands for the
  // folder of test data, DIR for one of this test's own.
  ProgramRun Run(std::vector<std::string> arguments,
                 const std::string& input = {}) const {
    for (std::string& argument : arguments) {
      argument = Replace(Replace(argument, "DATA", kData), "DIR", directory_);
    }
    arguments.insert(arguments.begin(), STANCECTL);
    ProgramRun run =
        RunProgram(arguments, input,
                   {{"STANCE_LEXICON", kData + "/lexicon"},
                    {"STANCE_SERVER", "localhost:1"}});  // nobody is there
    for (std::string* text : {&run.out, &run.err}) {
      *text = Replace(Replace(*text, kData, "DATA"), directory_, "DIR");
    }
    return run;
  }

  void Write(const std::string& name, const std::string& text) const {
    std::ofstream(fs::path(directory_) / name, std::ios::binary) << text;
  }
  std::string Read(const std::string& name) const {
    std::ifstream file(fs::path(directory_) / name);
    return {std::istreambuf_iterator<char>(file), {}};
  }

  static std::string Replace(std::string text, const std::string& what,
                             const std::string& by) {
    for (size_t at = 0; (at = text.find(what, at)) != std::string::npos;
         at += by.size()) {
      text.replace(at, what.size(), by);
    }
    return text;
  }

  std::string directory_;
};

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
    "\nnote: no publish_time: names match any office that they ever held\n";

TEST_F(StancectlTest, ClassifyPrints) {
  const std::string heading = "== DATA/talks.txt ==\n\n";
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
      {"two articles",
       {"classify", "--embedded", "--date=2024-05-31", "DATA/talks.txt",
        "DATA/talks.txt"},
       "",
       heading + kTable + "\n" + heading + kTable},
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

// One line on standard error, nothing on standard output.
TEST_F(StancectlTest, SaysWhatIsWrong) {
  fs::create_directory(fs::path(directory_) / "broken");
  Write("broken/a.txtpb", "cue {\n  id: 7\n}\n");
  Write("bytes.txt", "caf\xe9");
  Write("large.txt", std::string((2 << 20) + 1, 'a'));
  Write("gold.jsonl", "\nfoo\n");
  fs::create_directory(fs::path(directory_) / "empty");
  const struct {
    const char* name;
    std::vector<std::string> arguments;
    const char* input;
    const char* err;  // after "stancectl: "
    int exit_code;
  } kRows[] = {
      {"no command", {}, "", "a command is required (try stancectl --help)", 1},
      {"unknown command",
       {"clasify"},
       "",
       "The following argument was not expected: clasify (try stancectl "
       "--help)",
       1},
      {"no file",
       {"classify", "--embedded"},
       "",
       "FILE is required (try stancectl classify --help)",
       1},
      {"missing file",
       {"classify", "--embedded", "DIR/none.txt"},
       "",
       "DIR/none.txt: cannot be read: No such file or directory",
       1},
      {"directory",
       {"classify", "--embedded", "DIR"},
       "",
       "DIR: it is a directory, not a file",
       1},
      {"bad date",
       {"classify", "--date=2024-02-30", "DATA/talks.txt"},
       "",
       "--date: \"2024-02-30\" is no day; write it as 2024-05-31 (try "
       "stancectl classify --help)",
       1},
      {"bad format",
       {"classify", "--format=xml", "DATA/talks.txt"},
       "",
       "--format: xml not in {table,json,jsonl} (try stancectl classify "
       "--help)",
       1},
      {"bad timeout",
       {"classify", "--timeout=soon", "DATA/talks.txt"},
       "",
       "--timeout: \"soon\" is no time to wait; write 10s, 500ms or 2m (try "
       "stancectl classify --help)",
       1},
      {"title for two",
       {"classify", "--embedded", "--title=x", "DATA/talks.txt", "-"},
       "",
       "--title: is for one article, not several (try stancectl classify "
       "--help)",
       1},
      {"server and embedded",
       {"classify", "--embedded", "--server=x", "DATA/talks.txt"},
       "",
       "--server excludes --embedded (try stancectl classify --help)",
       1},
      {"empty input",
       {"classify", "--embedded", "-"},
       "",
       "standard input: article.text: title and text are empty; one must hold "
       "something (INVALID_ARGUMENT, EMPTY_ARTICLE)",
       67},
      {"spaces",
       {"classify", "--embedded", "-"},
       " \n",
       "standard input: article.text: title and text hold nothing but white "
       "space; one must hold something (INVALID_ARGUMENT, EMPTY_ARTICLE)",
       67},
      {"not UTF-8",
       {"classify", "--embedded", "DIR/bytes.txt"},
       "",
       "DIR/bytes.txt: article.text: invalid UTF-8 at byte 3; send UTF-8 "
       "(INVALID_ARGUMENT, INVALID_UTF8)",
       67},
      {"not UTF-8 for a server",
       {"classify", "DIR/bytes.txt"},
       "",
       "DIR/bytes.txt: article.text: invalid UTF-8 at byte 3; send UTF-8 "
       "(INVALID_ARGUMENT, INVALID_UTF8)",
       67},
      {"too large",
       {"classify", "--embedded", "DIR/large.txt"},
       "",
       "DIR/large.txt: article.text: title and text are 2097153 bytes; at "
       "most 2097152 are allowed (INVALID_ARGUMENT, ARTICLE_TOO_LARGE)",
       67},
      {"another language",
       {"classify", "--embedded", "--language=fr", "DATA/talks.txt"},
       "",
       "DATA/talks.txt: article.language_code: \"fr\" is not supported; leave "
       "it empty or send \"en\" or \"en-…\" (INVALID_ARGUMENT, "
       "UNSUPPORTED_LANGUAGE)",
       67},
      {"confidence",
       {"classify", "--embedded", "--min-confidence=1.5", "DATA/talks.txt"},
       "",
       "DATA/talks.txt: options.min_confidence: 1.5 is not between 0 and 1 "
       "(INVALID_ARGUMENT, OUT_OF_RANGE)",
       67},
      {"no such lexicon",
       {"classify", "--embedded", "--lexicon=DIR/none", "DATA/talks.txt"},
       "",
       "the lexicon does not load: DIR/none: error: the folder cannot be read "
       "(No such file or directory); check that it exists and who may read it "
       "[UNREADABLE] (FAILED_PRECONDITION)",
       73},
      {"broken lexicon",
       {"classify", "--embedded", "--lexicon=DIR/broken", "DATA/talks.txt"},
       "",
       "the lexicon does not load: a.txtpb:2:7: error: Expected string, got: 7 "
       "[SYNTAX] (FAILED_PRECONDITION)",
       73},
      {"nobody listens",
       {"classify", "DATA/talks.txt"},
       "",
       "DATA/talks.txt: cannot reach a server at localhost:1: Connection "
       "refused; is one running there? (UNAVAILABLE)",
       78},
      {"nobody listens to a batch",
       {"batch", "--input=-", "--output=DIR/out.jsonl"},
       "{}",
       "cannot reach a server at localhost:1: Connection refused; is one "
       "running there? (UNAVAILABLE)",
       78},
      {"nobody to ask after",
       {"health"},
       "",
       "cannot reach a server at localhost:1; is one running there?",
       2},
      {"health with a bad argument",
       {"health", "--port=7"},
       "",
       "The following argument was not expected: --port=7 (try stancectl "
       "health --help)",
       1},
      {"batch over its own input",
       {"batch", "--embedded", "--input=DATA/talks.txt",
        "--output=DATA/talks.txt"},
       "",
       "batch: DATA/talks.txt would be written over while it is read (try "
       "stancectl batch --help)",
       1},
      {"batch without input",
       {"batch", "--embedded", "--input=DIR/none", "--output=-"},
       "",
       "DIR/none: cannot be read: No such file or directory",
       1},
      {"batch without room",
       {"batch", "--embedded", "--input=-", "--output=/dev/full"},
       "{\"text\":\"China supports talks.\"}",
       "the output cannot be written; is the disk full?",
       1},
      {"gold that is none",
       {"eval", "--embedded", "--gold=DIR/gold.jsonl"},
       "",
       "DIR/gold.jsonl:2: Unexpected token. Near: foo",
       1},
      {"no gold",
       {"eval", "--embedded", "--gold=DIR/empty"},
       "",
       "DIR/empty: there is no *.jsonl in the directory",
       1},
  };
  for (const auto& row : kRows) {
    SCOPED_TRACE(row.name);
    const ProgramRun run = Run(row.arguments, row.input);
    EXPECT_EQ(run.err, std::string("stancectl: ") + row.err + "\n");
    EXPECT_EQ(run.out, "");
    EXPECT_EQ(run.exit_code, row.exit_code);
  }
  EXPECT_FALSE(fs::exists(fs::path(directory_) / "out.jsonl"));
}

TEST_F(StancectlTest, SomeOfSeveralArticlesFail) {
  const ProgramRun run = Run({"classify", "--embedded", "--date=2024-05-31",
                              "DIR/none.txt", "DATA/talks.txt"});
  EXPECT_EQ(run.exit_code, 3);
  EXPECT_EQ(run.out, std::string("== DATA/talks.txt ==\n\n") + kTable);
  EXPECT_EQ(run.err,
            "stancectl: DIR/none.txt: cannot be read: No such file or "
            "directory\n");
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
            "{\"line\":3,\"code\":\"INVALID_ARGUMENT\",\"message\":\"not an "
            "article in JSON: Unexpected token. Near: foo "
            "(INVALID_ARGUMENT)\"}\n"
            "{\"line\":4,\"articleId\":\"b\",\"code\":\"INVALID_ARGUMENT\","
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
  EXPECT_EQ(run.out, R"(missed: a · Peru · opposes · talks · Peru condemns talks
articles 1, gold stances 2, answers that count 1

  precision      1.000   1 of 1
  recall         0.500   1 of 2
  F1             0.667

recall by difficulty
  direct         0.500   1 of 2

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
            "\"recallByDifficulty\":{\"direct\":{\"found\":1,\"of\":2}}}\n");
  EXPECT_EQ(kept.exit_code, 0);
}

TEST_F(StancectlTest, Version) {
  const ProgramRun run = Run({"version", "--embedded"});
  EXPECT_EQ(run.exit_code, 0);
  EXPECT_THAT(run.out, MatchesRegex("stancectl [0-9.]+ \\(gRPC [0-9.]+, "
                                    "protobuf [0-9.]+\\)\n"
                                    "lexicon lexicon 0 \\(sha256 .*\\)\n"));
}

TEST_F(StancectlTest, HelpOfEveryCommand) {
  for (const std::string command :
       {"classify", "batch", "eval", "health", "version"}) {
    SCOPED_TRACE(command);
    const ProgramRun run = Run({command, "--help"});
    EXPECT_EQ(run.exit_code, 0);
    EXPECT_THAT(run.out, HasSubstr("--timeout"));
    EXPECT_THAT(Run({"--help"}).out, HasSubstr("  " + command));
  }
}

}  // namespace
}  // namespace stance::client
