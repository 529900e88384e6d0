// A lexicon that changes under those who read it. Links no gRPC, so that
// ThreadSanitizer can watch.

#include "service/operations/lexicon_reload.h"

#include <unistd.h>

#include <chrono>
#include <condition_variable>
#include <deque>
#include <filesystem>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <set>
#include <string>
#include <thread>
#include <vector>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "service/operations/load_snapshot.h"
#include "tests/server/test_lexicon.h"

namespace stance {
namespace {

namespace fs = std::filesystem;

using Outcome = LexiconReload::Outcome;
using testing::HasSubstr;

constexpr auto kCeiling = std::chrono::seconds(30);
constexpr std::chrono::milliseconds kQuiet{20};

class LexiconReloadTest : public testing::Test {
 protected:
  LexiconReloadTest() : root_(MakeTempDirectory()), directory_(root_ / "lex") {
    fs::rename(MakeTestLexicon(), directory_);
  }
  ~LexiconReloadTest() override {
    reload_.reset();
    fs::remove_all(root_);
  }

  void Start(bool watch = true) {
    DirectoryWatch watching(watch ? std::vector<std::string>{directory_}
                                  : std::vector<std::string>());
    std::vector<Finding> findings;
    current_.Set(LoadSnapshot({directory_}, 1, &findings));
    ASSERT_NE(current_.Get(), nullptr);
    reload_.emplace(
        LexiconReload::Options{
            .directories = {directory_}, .watch = watch, .quiet = kQuiet},
        std::move(watching), &current_, [this](const auto& result) {
          const std::lock_guard lock(mutex_);
          outcomes_.push_back(result.outcome);
          findings_.clear();
          for (const Finding& finding : result.findings) {
            findings_ += FormatFinding(finding) + "\n";
          }
          changed_.notify_all();
        });
  }

  // What came of the next reload.
  std::optional<Outcome> Next() {
    std::unique_lock lock(mutex_);
    if (!changed_.wait_for(lock, kCeiling,
                           [&] { return !outcomes_.empty(); })) {
      return std::nullopt;
    }
    const Outcome outcome = outcomes_.front();
    outcomes_.pop_front();
    return outcome;
  }

  // Waits for a reload that comes to this; others may come before it.
  bool WaitFor(Outcome wanted) {
    while (const std::optional<Outcome> outcome = Next()) {
      if (*outcome == wanted) return true;
    }
    return false;
  }

  std::string Findings() {
    const std::lock_guard lock(mutex_);
    return findings_;
  }

  std::string Version() const {
    return current_.Get()->classifier.lexicon().version;
  }

  const fs::path root_;
  const fs::path directory_;
  CurrentSnapshot current_;
  std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<Outcome> outcomes_;
  std::string findings_;
  std::optional<LexiconReload> reload_;
};

TEST_F(LexiconReloadTest, AChangeIsTakenUp) {
  Start();
  EXPECT_EQ(Version(), "7");
  WriteFile(directory_ / "VERSION", "8\n");
  EXPECT_TRUE(WaitFor(Outcome::kTaken));
  EXPECT_EQ(Version(), "8");
  // In a folder that was not there.
  WriteFile(directory_ / "new/more.txtpb",
            "actor { id: \"org/a\" name: \"Aye\" kind: ACTOR_KIND_COMPANY }");
  EXPECT_TRUE(WaitFor(Outcome::kTaken));
  EXPECT_EQ(current_.Get()->classifier.lexicon().actors.size(), 3u);
  WriteFile(directory_ / "new/more.txtpb", "");
  EXPECT_TRUE(WaitFor(Outcome::kTaken));
  EXPECT_EQ(current_.Get()->classifier.lexicon().actors.size(), 2u);
}

TEST_F(LexiconReloadTest, AMountedConfigMapIsSwapped) {
  for (const char* version : {"..1", "..2"}) {
    fs::copy(directory_, root_ / version, fs::copy_options::recursive);
    WriteFile(root_ / version / "VERSION", version);
  }
  fs::remove_all(directory_);
  fs::create_directory(directory_);
  for (const char* version : {"..1", "..2"}) {
    fs::rename(root_ / version, directory_ / version);
  }
  const auto point_to = [&](const char* version) {
    fs::create_directory_symlink(version, directory_ / "..data_tmp");
    fs::rename(directory_ / "..data_tmp", directory_ / "..data");
  };
  point_to("..1");
  // Kubernetes links files; a folder that is a link is not read.
  fs::create_symlink("..data/entries.txtpb", directory_ / "entries.txtpb");
  fs::create_symlink("..data/VERSION", directory_ / "VERSION");
  for (const auto& file : fs::directory_iterator(directory_ / "..1/grammar")) {
    const fs::path name = file.path().filename();
    fs::create_symlink("..data/grammar" / name, directory_ / name);
  }
  Start();
  EXPECT_EQ(Version(), "..1");
  point_to("..2");
  EXPECT_TRUE(WaitFor(Outcome::kTaken));
  EXPECT_EQ(Version(), "..2");
}

TEST_F(LexiconReloadTest, ACallKeepsTheSnapshotThatItBeganWith) {
  Start();
  const std::shared_ptr<const Snapshot> mine = current_.Get();
  std::weak_ptr<const Snapshot> old = mine;
  WriteFile(directory_ / "VERSION", "8\n");
  EXPECT_TRUE(WaitFor(Outcome::kTaken));
  Classifier::Scratch scratch;
  const auto analysis = mine->classifier.Classify(
      {.text = "China opposes sanctions."}, {}, &scratch);
  ASSERT_TRUE(analysis.ok());
  EXPECT_EQ(analysis->actors.size(), 1u);
  EXPECT_EQ(mine->classifier.lexicon().version, "7");
}

TEST_F(LexiconReloadTest, TheOldOneIsFreedWhenNobodyHasIt) {
  Start();
  const std::weak_ptr<const Snapshot> old = current_.Get();
  WriteFile(directory_ / "VERSION", "8\n");
  EXPECT_TRUE(WaitFor(Outcome::kTaken));
  const auto give_up = std::chrono::steady_clock::now() + kCeiling;
  while (!old.expired() && std::chrono::steady_clock::now() < give_up) {
    std::this_thread::sleep_for(std::chrono::milliseconds(1));
  }
  EXPECT_TRUE(old.expired());
}

TEST_F(LexiconReloadTest, RequestsAreMetAtOnceAndTogether) {
  Start(/*watch=*/false);
  for (int i = 0; i < 1000; ++i) reload_->Request();
  EXPECT_EQ(Next(), Outcome::kUnchanged);
  WriteFile(directory_ / "VERSION", "8\n");
  reload_->Request();
  EXPECT_TRUE(WaitFor(Outcome::kTaken));
  EXPECT_EQ(Version(), "8");
  reload_.reset();
  // One that was under way when most came, one for those: not a thousand.
  EXPECT_LT(outcomes_.size(), 10u);
}

TEST_F(LexiconReloadTest, WithoutAWatchNothingIsNoticed) {
  Start(/*watch=*/false);
  WriteFile(directory_ / "VERSION", "8\n");
  reload_->Request();
  EXPECT_EQ(Next(), Outcome::kTaken);  // the request's, the first
}

// Each of these keeps the lexicon that was there, and says why.
TEST_F(LexiconReloadTest, WhatIsBrokenIsNotTaken) {
  const std::string entries(kTestEntries);
  const auto write = [&](const std::string& text) {
    return [this, text] { WriteFile(directory_ / "entries.txtpb", text); };
  };
  const auto add = [&](const std::string& text) {
    return write(entries + text);
  };
  const struct {
    const char* name;
    std::function<void()> break_it;
    const char* finding;
  } rows[] = {
      {"truncated", write(entries.substr(0, entries.size() / 2)), "[SYNTAX]"},
      {"half written",
       write(entries.substr(0, entries.find("\"sanctions\"") + 4)), "[SYNTAX]"},
      {"duplicate",
       add("actor { id: 'country/FRA' name: 'Gaul' kind: "
           "ACTOR_KIND_COUNTRY }"),
       "country/FRA: also the id of the actor at"},
      {"failing example",
       add("cue { id: 'cue/hail' lemma: 'hail' word_class: WORD_CLASS_VERB "
           "polarity: POLARITY_SUPPORTS sense: SENSE_EVALUATION frame { target "
           "{ slot: SLOT_OBJECT } } example: '{China} met [a plan].' "
           "counter_example: 'It hailed.' }"),
       "[EXAMPLE]"},
      {"failing counter-example",
       add("cue { id: 'cue/hail' lemma: 'hail' word_class: WORD_CLASS_VERB "
           "polarity: POLARITY_SUPPORTS sense: SENSE_EVALUATION frame { target "
           "{ slot: SLOT_OBJECT } } example: '{China} hails [a plan].' "
           "counter_example: 'China hailed a plan.' }"),
       "expected no stance of this entry"},
      {"empty directory",
       [&] {
         for (const auto& entry : fs::directory_iterator(directory_)) {
           fs::remove_all(entry.path());
         }
       },
       "[NO_FILES]"},
      {"removed directory", [&] { fs::remove_all(directory_); },
       "the folder cannot be read (No such file or directory)"},
      {"a file in its place",
       [&] {
         fs::remove_all(directory_);
         WriteFile(directory_, "x");
       },
       "the folder cannot be read (Not a directory)"},
      {"dangling link",
       [&] { fs::create_symlink("nowhere", directory_ / "x.txtpb"); },
       "x.txtpb: error: the file cannot be read"},
      {"link to itself",
       [&] { fs::create_symlink("x.txtpb", directory_ / "x.txtpb"); },
       "x.txtpb: error: the file cannot be read"},
      {"..data leads nowhere",
       [&] {
         fs::remove(directory_ / "entries.txtpb");
         fs::create_directory_symlink("..gone", directory_ / "..data");
         fs::create_symlink("..data/entries.txtpb",
                            directory_ / "entries.txtpb");
       },
       "entries.txtpb: error: the file cannot be read"},
      {"unknown field", add("actor { id: 'org/a' nam: 'A' }"),
       "[UNKNOWN_FIELD]"},
      {"unknown value", add("actor { id: 'org/a' name: 'A' kind: NATION }"),
       "[SYNTAX]"},
      {"not UTF-8", add("# caf\xE9\n"), "[BAD_UTF8]"},
      {"zeros after a crash", add(std::string(4096, '\0')), "[SYNTAX]"},
      {"merge conflict", add("<<<<<<< ours\nactor {}\n=======\n"), "[SYNTAX]"},
      {"an error page", write("<!DOCTYPE html><title>404</title>"), "[SYNTAX]"},
      {"unknown reference",
       add("issue { id: 'issue/a' name: 'an a' parent: 'issue/none' }"),
       "[UNKNOWN_REFERENCE]"},
      {"circle",
       add("issue { id: 'issue/a' name: 'an a' parent: 'issue/b' } issue { id: "
           "'issue/b' name: 'a b' parent: 'issue/a' }"),
       "[REFERENCE_CYCLE]"},
      {"bad id", add("issue { id: 'a' name: 'an a' }"), "[BAD_ID]"},
      {"no kind", add("actor { id: 'org/a' name: 'A' }"), "[MISSING_FIELD]"},
      {"no example",
       add("cue { id: 'cue/hail' lemma: 'hail' word_class: WORD_CLASS_VERB "
           "polarity: POLARITY_SUPPORTS frame { target { slot: SLOT_OBJECT } } "
           "}"),
       "[MISSING_EXAMPLE]"},
      {"bad example",
       add("issue { id: 'issue/a' name: 'an a' example: 'x {y' }"),
       "[BAD_EXAMPLE]"},
      {"bad precision", add("calibration { way: 'verb/named' precision: 7 }"),
       "[BAD_NUMBER]"},
  };
  const fs::path good = root_ / "good";
  fs::copy(directory_, good, fs::copy_options::recursive);
  Start(/*watch=*/false);
  const std::shared_ptr<const Snapshot> served = current_.Get();
  for (const auto& row : rows) {
    SCOPED_TRACE(row.name);
    row.break_it();
    reload_->Request();
    ASSERT_EQ(Next(), Outcome::kKept);
    EXPECT_THAT(Findings(), HasSubstr(row.finding));
    EXPECT_EQ(current_.Get(), served);
    const auto error = current_.reload_error();
    ASSERT_NE(error, nullptr);
    EXPECT_THAT(Findings(), HasSubstr(error->message));
    EXPECT_THAT(error->message, HasSubstr("error: "));

    fs::remove_all(directory_);
    fs::copy(good, directory_, fs::copy_options::recursive);
    reload_->Request();
    ASSERT_EQ(Next(), Outcome::kUnchanged);
    EXPECT_EQ(current_.reload_error(), nullptr);
    EXPECT_EQ(current_.Get(), served);
  }
}

TEST_F(LexiconReloadTest, AFileThatNobodyMayRead) {
  if (geteuid() == 0) GTEST_SKIP() << "root reads everything";
  Start();
  fs::permissions(directory_ / "entries.txtpb", fs::perms::none);
  EXPECT_TRUE(WaitFor(Outcome::kKept));
  EXPECT_THAT(Findings(), HasSubstr("[UNREADABLE]"));
  fs::permissions(directory_ / "entries.txtpb", fs::perms::owner_read);
  EXPECT_TRUE(WaitFor(Outcome::kUnchanged));
}

// Readers in the middle of it: each answer is of one lexicon or the other.
TEST_F(LexiconReloadTest, ReadersSeeOneLexiconOrTheOther) {
  Start();
  std::atomic<bool> stop = false;
  std::mutex mutex;
  std::set<std::string> seen;
  std::vector<std::thread> readers;
  for (int t = 0; t < 4; ++t) {
    readers.emplace_back([&] {
      Classifier::Scratch scratch;
      while (!stop) {
        const std::shared_ptr<const Snapshot> snapshot = current_.Get();
        const Lexicon& lexicon = snapshot->classifier.lexicon();
        const auto analysis = snapshot->classifier.Classify(
            {.text = "China opposes sanctions. Aye opposes sanctions."}, {},
            &scratch);
        ASSERT_TRUE(analysis.ok());
        ASSERT_FALSE(analysis->actors.empty());
        // Known in every second version.
        const bool known = analysis->actors.back().actor.id == "org/a";
        ASSERT_EQ(known, lexicon.version.back() % 2 == 0) << lexicon.version;
        const std::lock_guard lock(mutex);
        seen.insert(lexicon.version);
      }
    });
  }
  for (int version = 8; version < 14; ++version) {
    // Both files at once, as a ConfigMap has them.
    fs::copy(directory_, root_ / "next", fs::copy_options::recursive);
    WriteFile(root_ / "next/more.txtpb",
              version % 2 == 0 ? "actor { id: 'org/a' name: 'Aye' kind: "
                                 "ACTOR_KIND_COMPANY }"
                               : "");
    WriteFile(root_ / "next/VERSION", std::to_string(version));
    fs::rename(directory_, root_ / "last");
    fs::rename(root_ / "next", directory_);
    EXPECT_TRUE(WaitFor(Outcome::kTaken));
    EXPECT_EQ(Version(), std::to_string(version));
    fs::remove_all(root_ / "last");
  }
  // On a busy machine no reader may have come to its turn yet.
  const auto last_is_seen = [&] {
    const std::lock_guard lock(mutex);
    return seen.contains("13");
  };
  for (int tenths = 0; tenths < 300 && !last_is_seen(); ++tenths) {
    std::this_thread::sleep_for(std::chrono::milliseconds(100));
  }
  stop = true;
  for (std::thread& reader : readers) reader.join();
  EXPECT_THAT(seen, testing::Contains("13"));
}

}  // namespace
}  // namespace stance
