// What is noticed of a directory that changes.

#include "service/lexicon_files/watch.h"

#include <gtest/gtest.h>
#include <poll.h>

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "tests/server/test_lexicon.h"

namespace stance {
namespace {

namespace fs = std::filesystem;

// Whether a change is told within a time that is ample where there is one.
bool Tells(DirectoryWatch* watch, int milliseconds) {
  pollfd polled = {.fd = watch->descriptor(), .events = POLLIN};
  while (poll(&polled, 1, milliseconds) > 0) {
    if (watch->Take()) return true;
  }
  return false;
}

class WatchTest : public testing::Test {
 protected:
  WatchTest() : root_(MakeTempDirectory()), directory_(root_ / "lex") {
    WriteFile(directory_ / "a.txtpb", "a");
    WriteFile(directory_ / "folder/b.txtpb", "b");
    WriteFile(root_ / "elsewhere/a.txtpb", "c");
    WriteFile(directory_ / "..1/m.txtpb", "m");
    WriteFile(directory_ / "..2/m.txtpb", "n");
    fs::create_directory_symlink("..1", directory_ / "..data");
    fs::create_directory_symlink("lex", root_ / "link");
  }
  ~WatchTest() override { fs::remove_all(root_); }

  const fs::path root_;
  const fs::path directory_;
};

TEST_F(WatchTest, TellsChanges) {
  const struct {
    const char* name;
    std::function<void()> change;
  } rows[] = {
      {"written over", [&] { WriteFile(directory_ / "a.txtpb", "x"); }},
      {"renamed over",
       [&] {
         fs::rename(root_ / "elsewhere/a.txtpb", directory_ / "a.txtpb");
       }},
      {"in a folder", [&] { WriteFile(directory_ / "folder/b.txtpb", "x"); }},
      {"a new file", [&] { WriteFile(directory_ / "c.txtpb", ""); }},
      {"a new folder", [&] { fs::create_directory(directory_ / "new"); }},
      {"removed", [&] { fs::remove(directory_ / "a.txtpb"); }},
      {"made readable",
       [&] {
         fs::permissions(directory_ / "folder/b.txtpb", fs::perms::owner_read);
       }},
      {"..data swapped",
       [&] {
         fs::create_directory_symlink("..2", directory_ / "..data_tmp");
         fs::rename(directory_ / "..data_tmp", directory_ / "..data");
       }},
      {"the directory renamed",
       [&] { fs::rename(directory_, root_ / "away"); }},
      {"the directory back", [&] { fs::rename(root_ / "away", directory_); }},
      {"the directory removed", [&] { fs::remove_all(directory_); }},
      {"the directory made again",
       [&] { WriteFile(directory_ / "a.txtpb", "a"); }},
  };
  for (const auto& row : rows) {
    SCOPED_TRACE(row.name);
    DirectoryWatch watch({directory_});
    EXPECT_EQ(watch.problem(), "");
    row.change();
    EXPECT_TRUE(Tells(&watch, 30'000));
  }
}

TEST_F(WatchTest, TellsThatALinkToTheDirectoryIsTurned) {
  WriteFile(root_ / "other/a.txtpb", "o");
  DirectoryWatch watch({root_ / "link"});
  fs::create_directory_symlink("other", root_ / "link_tmp");
  fs::rename(root_ / "link_tmp", root_ / "link");
  EXPECT_TRUE(Tells(&watch, 30'000));
}

TEST_F(WatchTest, IsSilentAboutTheRest) {
  DirectoryWatch watch({directory_.string() + "/"});
  WriteFile(root_ / "elsewhere/a.txtpb", "x");
  WriteFile(root_ / "neighbour", "x");
  fs::create_directory(root_ / "lex2");
  ASSERT_TRUE(fs::exists(directory_ / "a.txtpb"));
  std::ifstream(directory_ / "a.txtpb").get();  // reading is no change
  EXPECT_FALSE(Tells(&watch, 0));
}

TEST_F(WatchTest, OfNothingTellsNothing) {
  DirectoryWatch watch({});
  EXPECT_EQ(watch.descriptor(), -1);
  EXPECT_EQ(watch.problem(), "");
}

}  // namespace
}  // namespace stance
