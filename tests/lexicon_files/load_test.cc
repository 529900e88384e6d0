#include "service/lexicon_files/load.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

namespace stance {
namespace {

namespace fs = std::filesystem;

constexpr const char* kAland =
    "actor { id: \"country/A\" name: \"Aland\" kind: ACTOR_KIND_COUNTRY }\n";

class LoadTest : public testing::Test {
 protected:
  void SetUp() override {
    std::string pattern = (fs::temp_directory_path() / "stance-XXXXXX");
    ASSERT_NE(mkdtemp(pattern.data()), nullptr);
    root_ = pattern;
    directory_ = root_ / "lex";
    fs::create_directory(directory_);
  }
  void TearDown() override { fs::remove_all(root_); }

  void Write(const std::string& path, const std::string& text) {
    fs::create_directories((directory_ / path).parent_path());
    std::ofstream(directory_ / path) << text;
  }

  // Loads; findings_ are the findings, one a line, with the directory's path
  // written as DIR.
  std::shared_ptr<const Lexicon> Load() { return Load(directory_); }
  std::shared_ptr<const Lexicon> Load(const std::string& directory) {
    std::vector<Finding> findings;
    auto lexicon = LoadLexicon(directory, &findings);
    findings_.clear();
    for (const Finding& finding : findings) {
      findings_ += FormatFinding(finding) + "\n";
    }
    const std::string path = directory_.string();
    for (size_t at; (at = findings_.find(path)) != std::string::npos;) {
      findings_.replace(at, path.size(), "DIR");
    }
    return lexicon;
  }

  fs::path root_;
  fs::path directory_;
  std::string findings_;
};

TEST_F(LoadTest, ReadsATreeOfFiles) {
  Write("b/a.txtpb", kAland);
  Write("a.txtpb",
        "actor { id: \"country/B\" name: \"Bland\" kind: ACTOR_KIND_COUNTRY }");
  Write("notes.txt", "not an entry");
  Write(".hidden.txtpb", "broken {");
  Write("..data/a.txtpb", "broken {");
  Write("VERSION", " 1.2.3 \nsecond line\n");
  const auto lexicon = Load();
  ASSERT_NE(lexicon, nullptr) << findings_;
  EXPECT_EQ(findings_, "");
  ASSERT_EQ(lexicon->actors.size(), 2u);
  EXPECT_EQ(lexicon->actors[0].id, "country/B");  // a.txtpb before b/a.txtpb
  EXPECT_EQ(lexicon->name, "lex");
  EXPECT_EQ(lexicon->version, "1.2.3");
  EXPECT_EQ(lexicon->checksum.size(), 64u);
  EXPECT_EQ(Load(directory_.string() + "/")->name, "lex");
}

TEST_F(LoadTest, ChecksumTellsNamesAndContents) {
  Write("a.txtpb", kAland);
  const auto first = Load();
  EXPECT_EQ(first->version, "0");
  EXPECT_EQ(Load()->checksum, first->checksum);
  Write("a.txtpb", std::string(kAland) + "# comment\n");
  EXPECT_NE(Load()->checksum, first->checksum);
  fs::remove(directory_ / "a.txtpb");
  Write("b.txtpb", kAland);
  EXPECT_NE(Load()->checksum, first->checksum);
}

TEST_F(LoadTest, FollowsLinksAsAConfigMapHasThem) {
  Write("..2024_01_01/a.txtpb", kAland);
  Write("..2024_01_02/a.txtpb", std::string(kAland) + "# newer\n");
  fs::create_directory_symlink("..2024_01_01", directory_ / "..data");
  fs::create_symlink("..data/a.txtpb", directory_ / "a.txtpb");
  const auto before = Load();
  ASSERT_NE(before, nullptr) << findings_;
  EXPECT_EQ(before->actors.size(), 1u);
  fs::remove(directory_ / "..data");
  fs::create_directory_symlink("..2024_01_02", directory_ / "..data");
  EXPECT_NE(Load()->checksum, before->checksum);
}

TEST_F(LoadTest, DirectoryMayBeALinkOrHidden) {
  Write("a.txtpb", kAland);
  fs::create_directory_symlink(directory_, root_ / "link");
  EXPECT_NE(Load(root_ / "link"), nullptr) << findings_;
  fs::rename(directory_, root_ / "..data");
  EXPECT_NE(Load(root_ / "..data"), nullptr) << findings_;
}

TEST_F(LoadTest, SaysWhatIsWrong) {
  struct Row {
    const char* name;
    std::vector<std::pair<const char*, std::string>> files;
    const char* findings;
  };
  const Row kRows[] = {
      {"empty",
       {},
       R"(DIR: error: there is no *.txtpb file in the directory; is it the right one? [NO_FILES]
)"},
      {"unfinished string",
       {{"a.txtpb", "actor {\n  id: \"x\n}\n"}},
       R"(a.txtpb:2:9: error: String literals cannot cross line boundaries. [SYNTAX]
)"},
      {"missing colon",
       {{"a.txtpb", "actor {\n  id \"x\"\n}\n"}},
       R"(a.txtpb:2:6: error: Expected ":", found ""x"". [SYNTAX]
)"},
      {"two broken files",
       {{"a.txtpb", "actor {"}, {"b.txtpb", "actor }"}},
       R"(a.txtpb:1:8: error: Expected identifier, got:  [SYNTAX]
b.txtpb:1:7: error: Expected "{", found "}". [SYNTAX]
)"},
      {"unknown fields",
       {{"a.txtpb", std::string(kAland) +
                        "actr { id: 'x' }\nissue { id: 'issue/a' name: "
                        "'a'\n nam: 'b' }\n"}},
       R"(a.txtpb:2:6: error: Message type "stance.lexicon.v1.LexiconFile" has no field named "actr". Correct the name; the fields are in lexicon.proto. [UNKNOWN_FIELD]
a.txtpb:4:5: error: Message type "stance.lexicon.v1.Issue" has no field named "nam". Correct the name; the fields are in lexicon.proto. [UNKNOWN_FIELD]
)"},
      {"broken file hides references",
       {{"a.txtpb", "actor {"},
        {"b.txtpb", "issue { id: 'issue/a' name: 'a' parent: 'issue/b' }"}},
       R"(a.txtpb:1:8: error: Expected identifier, got:  [SYNTAX]
)"},
      {"duplicate across files",
       {{"a.txtpb", kAland}, {"b/c.txtpb", std::string("\n") + kAland}},
       R"(b/c.txtpb:2: error: country/A: also the id of the actor at a.txtpb:1; rename one, or join them [DUPLICATE_ID]
b/c.txtpb:2: warning: country/A: the name "Aland" also names country/A (a.txtpb:1); keep it in one of them [AMBIGUOUS_NAME]
)"},
      {"not UTF-8",
       {{"a.txtpb", "# a\n# \xFF\n"}},
       R"(a.txtpb:2: error: the line is not valid UTF-8; save the file as UTF-8 [BAD_UTF8]
)"},
  };
  for (const Row& row : kRows) {
    SCOPED_TRACE(row.name);
    fs::remove_all(directory_);
    fs::create_directory(directory_);
    for (const auto& [path, text] : row.files) Write(path, text);
    EXPECT_EQ(Load(), nullptr);
    EXPECT_EQ(findings_, row.findings);
  }
}

TEST_F(LoadTest, MissingDirectory) {
  fs::remove_all(directory_);
  EXPECT_EQ(Load(), nullptr);
  EXPECT_EQ(findings_,
            "DIR: error: the folder cannot be read (No such file or "
            "directory); check that it exists and who may read it "
            "[UNREADABLE]\n");
}

TEST_F(LoadTest, DanglingLink) {
  fs::create_symlink("nowhere", directory_ / "a.txtpb");
  EXPECT_EQ(Load(), nullptr);
  EXPECT_EQ(findings_,
            "a.txtpb: error: the file cannot be read; check that it exists and "
            "who may read it [UNREADABLE]\n");
}

TEST_F(LoadTest, UnreadableFile) {
  if (geteuid() == 0) GTEST_SKIP() << "root reads everything";
  Write("a.txtpb", kAland);
  fs::permissions(directory_ / "a.txtpb", fs::perms::none);
  EXPECT_EQ(Load(), nullptr);
  EXPECT_NE(findings_.find("[UNREADABLE]"), std::string::npos);
}

}  // namespace
}  // namespace stance
