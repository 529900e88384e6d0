// The real program: what it says is wrong, and how it exits then.

#include <gtest/gtest.h>

#include <filesystem>
#include <string>
#include <vector>

#include "tests/client/stancectl_fixture.h"

namespace stance::client {
namespace {

namespace fs = std::filesystem;

// One line on standard error, nothing on standard output.
TEST_F(StancectlTest, SaysWhatIsWrong) {
  fs::create_directory(fs::path(directory_) / "broken");
  Write("broken/a.txtpb", "cue {\n  id: 7\n}\n");
  Write("bytes.txt", "caf\xe9");
  Write("large.txt", std::string((2 << 20) + 1, 'a'));
  Write("gold.jsonl", "\nfoo\n");
  Write("articles.jsonl", "{\"id\":\"a\",\"text\":\"Peru opposes it.\"}\n");
  Write("half.checkpoint", "foo");
  Write("half.jsonl", "\n");
  fs::create_directory(fs::path(directory_) / "empty");
  const struct {
    const char* name;
    std::vector<std::string> arguments;
    const char* input;
    const char* err;  // after "stancectl: "
    int exit_code;
  } kRows[] = {
      {"no command", {}, "", "a command is required (try stancectl --help)", 2},
      {"unknown command",
       {"clasify"},
       "",
       "there is no command clasify; did you mean classify? (try stancectl "
       "--help)",
       2},
      {"unknown command with all that it would need",
       {"lexicon", "chekc", "DIR", "--strict"},
       "",
       "there is no command chekc; did you mean check? (try stancectl lexicon "
       "--help)",
       2},
      {"unknown command to be helped with",
       {"help", "lexicon", "dif"},
       "",
       "there is no command dif; did you mean diff? (try stancectl help "
       "--help)",
       2},
      {"unknown flag where another is required",
       {"batch", "--intput=a", "--output=b"},
       "",
       "there is no flag --intput; did you mean --input? (try stancectl batch "
       "--help)",
       2},
      {"unknown flag that is near to none",
       {"load", "--threads", "7"},
       "",
       "there is no flag --threads (try stancectl load --help)",
       2},
      {"words where none is expected",
       {"version", "of", "all"},
       "",
       "not expected: of all (try stancectl version --help)",
       2},
      {"no file",
       {"classify", "--embedded"},
       "",
       "FILE is required (try stancectl classify --help)",
       2},
      {"missing file",
       {"classify", "--embedded", "DIR/none.txt"},
       "",
       "DIR/none.txt: cannot be read: No such file or directory",
       2},
      {"directory without articles",
       {"classify", "--embedded", "DIR/empty"},
       "",
       "DIR/empty: there is no *.txt or *.html in the directory",
       2},
      {"pattern that nothing matches",
       {"classify", "--embedded", "DIR/*.txtx"},
       "",
       "DIR/*.txtx: no file matches",
       2},
      {"bad date",
       {"classify", "--date=2024-02-30", "DATA/talks.txt"},
       "",
       "--date: \"2024-02-30\" is no day; write it as 2024-05-31 (try "
       "stancectl classify --help)",
       2},
      {"bad format",
       {"classify", "--format=xml", "DATA/talks.txt"},
       "",
       "--format: xml not in {table,json,jsonl,csv,markdown} (try stancectl "
       "classify "
       "--help)",
       2},
      {"bad timeout",
       {"classify", "--timeout=soon", "DATA/talks.txt"},
       "",
       "--timeout: \"soon\" is no time to wait; write 10s, 500ms or 2m (try "
       "stancectl classify --help)",
       2},
      {"title for two",
       {"classify", "--embedded", "--title=x", "DATA/talks.txt", "-"},
       "",
       "--title: is for one article, not several (try stancectl classify "
       "--help)",
       2},
      {"server and embedded",
       {"classify", "--embedded", "--server=x", "DATA/talks.txt"},
       "",
       "--server excludes --embedded (try stancectl classify --help)",
       2},
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
       "--min-confidence: \"1.5\" is not between 0 and 1 (try stancectl "
       "classify --help)",
       2},
      {"confidence of gold",
       {"eval", "--embedded", "--gold=DIR/gold.jsonl", "--min-confidence=nan"},
       "",
       "--min-confidence: \"nan\" is not between 0 and 1 (try stancectl eval "
       "--help)",
       2},
      {"less than no errors",
       {"eval", "--embedded", "--gold=DIR/gold.jsonl", "--errors=-1"},
       "",
       "--errors: \"-1\" is no whole number from 0 on (try stancectl eval "
       "--help)",
       2},
      {"no calls",
       {"load", "--input=DIR/gold.jsonl", "--count=0"},
       "",
       "--count: \"0\" is no whole number from 1 on (try stancectl load "
       "--help)",
       2},
      {"no actors",
       {"lexicon", "list-actors", "--limit=0"},
       "",
       "--limit: \"0\" is no whole number from 1 on (try stancectl lexicon "
       "list-actors --help)",
       2},
      {"load of a missing file",
       {"load", "--input=DIR/none"},
       "",
       "DIR/none: cannot be read: No such file or directory",
       2},
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
       "refused; is one running there? (UNAVAILABLE, request ID)",
       78},
      {"nobody listens to the first of several",
       {"classify", "DATA/talks.txt", "DATA/talks.txt", "DATA/talks.txt"},
       "",
       "DATA/talks.txt: cannot reach a server at localhost:1: Connection "
       "refused; is one running there? (UNAVAILABLE, request ID); 2 more were "
       "not sent",
       78},
      {"nobody listens to a report",
       {"report", "DATA/talks.txt", "DATA/talks.txt"},
       "",
       "DATA/talks.txt: cannot reach a server at localhost:1: Connection "
       "refused; is one running there? (UNAVAILABLE, request ID); no page is "
       "written",
       78},
      {"nobody listens to a batch",
       {"batch", "--input=-", "--output=DIR/out.jsonl"},
       "{}",
       "cannot reach a server at localhost:1: Connection refused; is one "
       "running there? (UNAVAILABLE, request ID)",
       78},
      {"nobody to ask after",
       {"health"},
       "",
       "cannot reach a server at localhost:1: Connection refused; is one "
       "running there? (UNAVAILABLE, request ID)",
       2},
      {"health with a bad argument",
       {"health", "--port=7"},
       "",
       "there is no flag --port (try stancectl health --help)",
       1},
      {"batch over its own input",
       {"batch", "--embedded", "--input=DATA/talks.txt",
        "--output=DATA/talks.txt"},
       "",
       "batch: DATA/talks.txt would be written over while it is read (try "
       "stancectl batch --help)",
       2},
      {"batch without input",
       {"batch", "--embedded", "--input=DIR/none", "--output=-"},
       "",
       "DIR/none: cannot be read: No such file or directory",
       2},
      {"batch without room",
       {"batch", "--embedded", "--input=-", "--output=/dev/full"},
       "{\"text\":\"China supports talks.\"}",
       "the output cannot be written; is the disk full?",
       2},
      {"columns of JSON Lines",
       {"batch", "--embedded", "--input=-", "--output=-", "--columns=text=a"},
       "",
       "standard input: --columns is for CSV; say --input-format=csv where it "
       "is",
       2},
      {"a column that is not there",
       {"batch", "--embedded", "--input=-", "--output=-", "--columns=text=c",
        "--input-format=csv"},
       "a,b\n",
       "standard input: there is no column \"c\"; the columns are a, b",
       2},
      {"no column for the text",
       {"batch", "--embedded", "--input=-", "--output=-", "--input-format=csv"},
       "a,b\n",
       "standard input: no column is called text or title; say which it is "
       "with --columns=text=NAME; the columns are a, b",
       2},
      {"no shard",
       {"batch", "--embedded", "--input=-", "--output=-", "--shard=8/8"},
       "",
       "--shard: \"8/8\" is no shard; the first of eight is 0/8, the last 7/8",
       2},
      {"resuming what nobody kept",
       {"batch", "--embedded", "--input=-", "--output=-", "--resume"},
       "",
       "batch: --resume goes on with a file; name one as --output (try "
       "stancectl batch --help)",
       2},
      {"resuming without a checkpoint",
       {"batch", "--embedded", "--input=-", "--output=DIR/large.txt",
        "--resume"},
       "",
       "DIR/large.txt: there is no DIR/large.txt.checkpoint to say how far it "
       "came; without --resume it is written anew",
       2},
      {"a checkpoint that is none",
       {"batch", "--embedded", "--input=-", "--output=DIR/half", "--resume"},
       "",
       "DIR/half.checkpoint: it is no checkpoint: Unexpected token. Near: foo",
       2},
      {"report of nothing",
       {"report", "--embedded", "DIR/half.jsonl"},
       "",
       "there are no articles",
       2},
      {"report of a missing file",
       {"report", "--embedded", "DIR/none.csv"},
       "",
       "DIR/none.csv: cannot be read: No such file or directory",
       2},
      {"report that cannot be written",
       {"report", "--embedded", "--output=DIR/none/a.html", "DATA/talks.txt"},
       "",
       "DIR/none/a.html: cannot be written: No such file or directory",
       2},
      {"gold that is none",
       {"eval", "--embedded", "--gold=DIR/gold.jsonl"},
       "",
       "DIR/gold.jsonl:2: Unexpected token. Near: foo",
       2},
      {"gold without annotations",
       {"eval", "--embedded", "--gold=DIR/articles.jsonl"},
       "",
       "DIR/articles.jsonl: no article is annotated; --gold takes those of "
       "proto/stance/eval/v1/gold.proto",
       2},
      {"answers that are none",
       {"eval", "--gold=DIR/none", "--answers=DIR/articles.jsonl"},
       "",
       "DIR/articles.jsonl:1: not an answer of stancectl batch: there is "
       "nothing of an answer in it",
       2},
      {"a table of what is no answers",
       {"matrix", "--answers=DIR/articles.jsonl"},
       "",
       "DIR/articles.jsonl:1: not an answer of stancectl batch: there is "
       "nothing of an answer in it",
       2},
      {"no gold",
       {"eval", "--embedded", "--gold=DIR/empty"},
       "",
       "DIR/empty: there is no *.jsonl in the directory",
       2},
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

}  // namespace
}  // namespace stance::client
