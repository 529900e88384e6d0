// stancectl lexicon: what it prints, against golden files.

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "tests/client/golden.h"
#include "tests/client/stancectl_fixture.h"

namespace stance::client {
namespace {

struct Row {
  const char* name;  // of the golden file
  std::vector<std::string> arguments;
};

class LexiconTest : public StancectlTest {
 protected:
  void ExpectGoldens(const std::vector<Row>& rows) const {
    for (const Row& row : rows) {
      SCOPED_TRACE(row.name);
      std::vector<std::string> arguments = {"lexicon"};
      arguments.insert(arguments.end(), row.arguments.begin(),
                       row.arguments.end());
      ExpectGolden(row.name, Show(Run(arguments)));
    }
  }
};

TEST_F(LexiconTest, Check) {
  std::filesystem::create_directory(directory_ + "/empty");
  std::filesystem::create_directory(directory_ + "/broken");
  Write("broken/a.txtpb", "actor {\n  id: \"country/A\"\n  nam: \"A\"\n}\n");
  Write("broken/b.txtpb", "issue { id \"issue/b\" }");
  std::filesystem::create_directory(directory_ + "/wrong");
  Write("wrong/a.txtpb",
        "issue { id: \"issue/a\" name: \"ban\" parent: \"issue/b\" }");
  std::filesystem::create_directory(directory_ + "/house");
  Write("house/a.txtpb",
        "issue { id: \"issue/a\" name: \"ban\" parent: \"issue/sanctions\" }");
  ExpectGoldens({
      {"lexicon_check_layers", {"check", "DATA/lexicon_old", "DIR/house"}},
      {"lexicon_check_good", {"check", "DATA/lexicon_old"}},
      {"lexicon_check_warnings", {"check", "DATA/lexicon_checked"}},
      {"lexicon_check_strict", {"check", "--strict", "DATA/lexicon_checked"}},
      {"lexicon_check_json",
       {"check", "--format=json", "DATA/lexicon_checked"}},
      {"lexicon_check_broken", {"check", "DIR/broken"}},
      {"lexicon_check_wrong", {"check", "DIR/wrong"}},
      {"lexicon_check_empty", {"check", "DIR/empty"}},
      {"lexicon_check_missing", {"check", "DIR/nowhere"}},
      {"lexicon_check_nothing", {"check"}},
      {"lexicon_nothing", {}},
      {"lexicon_unknown", {"chekc"}},
  });
}

TEST_F(LexiconTest, Stats) {
  ExpectGoldens({
      {"lexicon_stats", {"stats", "DATA/lexicon_old"}},
      {"lexicon_stats_json", {"stats", "--format=json", "DATA/lexicon_old"}},
      {"lexicon_stats_missing", {"stats", "DIR/nowhere"}},
  });
}

constexpr const char* kCorpus =
    R"({"id":"same","text":"Peru opposes talks."}
{"id":"flipped","text":"China supports the plan."}
{"id":"lost","text":"China praised the plan."}
{"id":"gained","text":"Peru shunned the plan. China opposes it."}
{"id":"actor","text":"Chile opposes the plan."}
{"id":"target","text":"Peru opposes penalties and sanctions. China condemned penalties."}
)";

TEST_F(LexiconTest, Diff) {
  Write("articles.jsonl", kCorpus);
  Write("same.jsonl", "{\"text\":\"Peru opposes talks.\"}\n");
  Write("some.jsonl", "{\"text\":\"Peru opposes talks.\"}\n{\"text\":\n");
  for (const char* house : {"house1", "house2", "empty"}) {
    std::filesystem::create_directory(directory_ + "/" + house);
  }
  Write("house1/a.txtpb", "issue { id: \"issue/tin\" name: \"tin\" }");
  Write("house2/a.txtpb", "issue { id: \"issue/plan\" name: \"plan\" }");
  const std::string corpus = "--corpus=DIR/articles.jsonl";
  const std::string before = "DATA/lexicon_old";
  const std::string after = "DATA/lexicon_new";
  ExpectGoldens({
      {"lexicon_diff", {"diff", before, after, corpus}},
      {"lexicon_diff_back", {"diff", after, before, corpus}},
      {"lexicon_diff_json", {"diff", before, after, corpus, "--format=json"}},
      {"lexicon_diff_layers",
       {"diff", "--base", before, "DIR/house1", "DIR/house2", corpus}},
      {"lexicon_diff_same", {"diff", before, before, corpus}},
      {"lexicon_diff_no_change",
       {"diff", before, after, "--corpus=DIR/same.jsonl"}},
      {"lexicon_diff_some_fail",
       {"diff", before, after, "--corpus=DIR/some.jsonl"}},
      {"lexicon_diff_no_corpus",
       {"diff", before, after, "--corpus=DIR/none.jsonl"}},
      {"lexicon_diff_no_lexicon", {"diff", before, "DIR/empty", corpus}},
  });
}

TEST_F(LexiconTest, Suggest) {
  Write("articles.jsonl",
        R"({"text":"Chile opposes the tin levy. The Tin Board condemned talks."}
{"text":"Chile condemned the tin levy. Peru visited China. Peru snubbed China."}
{"text":"Lima visited China. Chile opposes it."}
)");
  const std::string lexicon = "--lexicon=DATA/lexicon_old";
  const std::string corpus = "--corpus=DIR/articles.jsonl";
  ExpectGoldens({
      {"lexicon_suggest", {"suggest", lexicon, corpus}},
      {"lexicon_suggest_all",
       {"suggest", lexicon, corpus, "--min-count=1", "--sentences=1"}},
      {"lexicon_suggest_json",
       {"suggest", lexicon, corpus, "--top=1", "--format=json"}},
      {"lexicon_suggest_no_corpus", {"suggest", lexicon}},
  });
  // What it prints is a lexicon file that parses.
  const ProgramRun run =
      Run({"lexicon", "suggest", lexicon, corpus, "--min-count=1"});
  std::filesystem::create_directory(directory_ + "/suggested");
  Write("suggested/a.txtpb", run.out);
  const ProgramRun check = Run({"lexicon", "check", "DIR/suggested"});
  EXPECT_EQ(check.out.find("SYNTAX"), std::string::npos) << check.out;
  EXPECT_EQ(check.out.find("UNKNOWN_FIELD"), std::string::npos) << check.out;
}

TEST_F(LexiconTest, Import) {
  const std::vector<std::string> import = {
      "import",
      "--from=petrarch",
      "--actors=DATA/petrarch/actors.txt",
      "--agents=DATA/petrarch/agents.txt",
      "--verbs=DATA/petrarch/verbs.txt",
      "--lexicon=DATA/lexicon_old",
  };
  const auto with = [&](std::vector<std::string> more) {
    std::vector<std::string> arguments = import;
    arguments.insert(arguments.end(), more.begin(), more.end());
    return arguments;
  };
  ExpectGoldens({
      {"lexicon_import", with({"--output=DIR/imported"})},
      {"lexicon_import_again", with({"--output=DIR/imported"})},
      {"lexicon_import_json",
       with({"--output=DIR/imported2", "--format=json"})},
      {"lexicon_import_no_file",
       {"import", "--from=petrarch", "--actors=DIR/none.txt",
        "--output=DIR/imported3"}},
      {"lexicon_import_nothing",
       {"import", "--from=petrarch", "--output=DIR/imported3"}},
  });
  for (const char* name : {"actors-1", "agents", "cues"}) {
    ExpectGolden(std::string("lexicon_import_") + name,
                 Read(std::string("imported/") + name + ".txtpb"));
  }
  ExpectGolden("lexicon_import_left",
               Replace(Read("imported/NOT_IMPORTED.tsv"), data_, "DATA"));
}

}  // namespace
}  // namespace stance::client
