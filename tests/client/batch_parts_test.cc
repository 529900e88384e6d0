// What a batch is made of: CSV, articles in JSON, shards, progress, files.

#include <gmock/gmock.h>
#include <google/protobuf/text_format.h>
#include <google/protobuf/util/json_util.h>
#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "client/batch/article_json.h"
#include "client/batch/checkpoint.h"
#include "client/batch/csv_reader.h"
#include "client/batch/output_file.h"
#include "client/batch/progress.h"
#include "client/batch/shard.h"
#include "client/input.h"
#include "client/json.h"
#include "client/json_writer.h"
#include "stance/v1/stance_service.pb.h"

namespace stance::client {
namespace {

TEST(CsvReader, Rows) {
  const struct {
    const char* name;
    std::string input;
    std::vector<std::string> rows;  // "3:a|b"; "3!" for one too long
  } kRows[] = {
      {"nothing", "", {}},
      {"plain", "a,b\nc,d\n", {"1:a|b", "2:c|d"}},
      {"no end, carriage returns", "a,b\r\nc,d", {"1:a|b", "2:c|d"}},
      {"empty cells and lines", ",\n\n,a,\n", {"1:|", "3:|a|"}},
      {"quoted", "\"a,\"\"b\"\"\nc\",d\ne,f\n", {"1:a,\"b\"\nc|d", "3:e|f"}},
      {"a mark inside a cell", "a \"b\",c\n", {"1:a \"b\"|c"}},
      {"text behind a mark", "\"a\"b,c\n", {"1:ab|c"}},
      {"a mark that never ends", "\"a,b\nc", {"1:a,b\nc"}},
      {"too long", "0123456789012345678901\na,b\n", {"1!", "2:a|b"}},
      {"a lone carriage return", "a\rb,c\n", {"1:a\rb|c"}},
  };
  for (const auto& row : kRows) {
    SCOPED_TRACE(row.name);
    std::istringstream input(row.input);
    CsvReader reader(&input, ',', 20);
    std::vector<std::string> rows;
    std::vector<std::string> cells;
    for (;;) {
      const CsvReader::Result result = reader.Next(&cells);
      if (result == CsvReader::Result::kEnd) break;
      std::string shown = std::to_string(reader.line_number());
      if (result == CsvReader::Result::kTooLong) {
        rows.push_back(shown + "!");
        continue;
      }
      for (size_t i = 0; i < cells.size(); ++i) {
        shown += (i == 0 ? ":" : "|") + cells[i];
      }
      rows.push_back(shown);
    }
    EXPECT_THAT(rows, testing::ElementsAreArray(row.rows));
  }
}

TEST(ArticleFromJson, DoesWhatProtobufDoes) {
  const char* kLines[] = {
      R"({"id":"a","text":"b","title":"c","uri":"d","languageCode":"en"})",
      R"({"language_code":"en","publish_time":"2024-05-31T10:00:00Z"})",
      R"({"publishTime":"2024-05-31T10:00:00.5+02:00","foo":{"bar":[1]}})",
      R"({"publishTime":"yesterday"})",
      R"({"id":7})",
      R"({"id":null,"text":"a"})",
      R"({"id":"a","id":"b"})",
      R"({"text":"\u00e9\ud83d\ude00\n\"", "x":"y"})",
      R"({"text":"a")",
      R"([])",
      R"(foo)",
      R"({})",
      "{\"text\":\"\xff\"}",
  };
  for (const std::string line : kLines) {
    SCOPED_TRACE(line);
    v1::Article quick;
    v1::Article slow;
    std::vector<std::string> unknown;
    const absl::Status status = ArticleFromJson(line, &quick, &unknown);
    const absl::Status expected = FromJson(line, &slow);
    EXPECT_EQ(status.message(), expected.message());
    if (!expected.ok()) continue;
    EXPECT_EQ(quick.DebugString(), slow.DebugString());
    EXPECT_EQ(unknown, UnknownMembers(line, *v1::Article::descriptor()));
  }
}

// Every kind of character that protobuf might treat in its own way.
std::string Written(const google::protobuf::Message& message) {
  std::string out = "[";
  AppendJson(message, &out);
  return out.substr(1);
}

TEST(AppendJson, DoesWhatProtobufDoes) {
  v1::ClassifyArticleResponse answer;
  const auto expect_same = [&] {
    std::string expected;
    ASSERT_TRUE(
        google::protobuf::util::MessageToJsonString(answer, &expected).ok());
    EXPECT_EQ(Written(answer), expected);
  };
  expect_same();
  v1::ActorStances* group = answer.add_actors();
  group->mutable_actor()->set_kind(v1::ACTOR_KIND_COUNTRY);
  v1::Stance* stance = group->add_stances();
  stance->add_evidence()->mutable_cue()->set_begin(4000000000U);
  for (const float confidence :
       {0.8F, 0.123456789F, 1e-7F, 1.0F, 0.42F, 0.00123456F, 0.001234567F,
        999.9994F, 999.9F, 123.4567F, 0.1F, 0.0625F, 5.0F, 100000.0F}) {
    stance->set_confidence(confidence);
    expect_same();
  }
  for (int i = 1; i < 5000; ++i) {
    stance->set_confidence(static_cast<float>(i) / 4999);
    expect_same();
  }
  stance->set_derived(true);
  stance->set_polarity(static_cast<v1::Polarity>(77));
  expect_same();
  stance->set_polarity(static_cast<v1::Polarity>(-1));
  group->add_stances()->add_evidence();
  group->mutable_stances(1)->add_evidence()->mutable_sentence();
  answer.add_actors();
  answer.add_notices()->set_message("a long line, with \"marks\" near its end");
  expect_same();
  // What a newer server may send.
  group->GetReflection()->MutableUnknownFields(group)->AddVarint(77, 1);
  expect_same();
  group->GetReflection()->MutableUnknownFields(group)->Clear();
  // What a server with another schema may send.
  for (const int number : {1, 2}) {
    auto* unknown = group->GetReflection()->MutableUnknownFields(group);
    unknown->AddVarint(number, 1'000'000);
    expect_same();
    unknown->Clear();
  }
  for (uint32_t code = 0; code < 0x11000; ++code) {
    if (code >= 0xD800 && code < 0xE000) continue;
    std::string text = "a";
    if (code < 0x80) {
      text += static_cast<char>(code);
    } else if (code < 0x800) {
      text += static_cast<char>(0xC0 | code >> 6);
      text += static_cast<char>(0x80 | (code & 0x3F));
    } else if (code < 0x10000) {
      text += static_cast<char>(0xE0 | code >> 12);
      text += static_cast<char>(0x80 | (code >> 6 & 0x3F));
      text += static_cast<char>(0x80 | (code & 0x3F));
    } else {
      text += static_cast<char>(0xF0 | code >> 18);
      text += static_cast<char>(0x80 | (code >> 12 & 0x3F));
      text += static_cast<char>(0x80 | (code >> 6 & 0x3F));
      text += static_cast<char>(0x80 | (code & 0x3F));
    }
    answer.set_article_id(text + "b");
    std::string expected;
    (void)google::protobuf::util::MessageToJsonString(answer, &expected);
    ASSERT_EQ(Written(answer), expected) << "U+" << std::hex << code;
  }
}

TEST(AppendJson, LeavesToProtobufWhatHasAFormOfItsOwn) {
  v1::Article article;
  article.set_id("a");
  article.mutable_publish_time()->set_seconds(1700000000);
  EXPECT_EQ(Written(article),
            R"({"id":"a","publishTime":"2023-11-14T22:13:20Z"})");
}

TEST(ParseShard, Rows) {
  const struct {
    const char* text;
    const char* index;  // JOB_COMPLETION_INDEX; null: not set
    const char* count;  // STANCE_SHARDS
    const char* shard;  // empty: an error
  } kRows[] = {
      {"", nullptr, nullptr, "0/1"},  {"", "3", nullptr, "0/1"},
      {"", "3", "8", "3/8"},          {"2/4", "3", "8", "2/4"},
      {"", nullptr, "8", ""},         {"", "8", "8", ""},
      {"4/4", nullptr, nullptr, ""},  {"1", nullptr, nullptr, ""},
      {"-1/4", nullptr, nullptr, ""}, {"0/0", nullptr, nullptr, ""},
      {"a/b", nullptr, nullptr, ""},
  };
  const auto set = [](const char* name, const char* value) {
    value == nullptr ? unsetenv(name) : setenv(name, value, 1);
  };
  for (const auto& row : kRows) {
    SCOPED_TRACE(std::string(row.text) + " " + (row.count ? row.count : "-"));
    set("JOB_COMPLETION_INDEX", row.index);
    set("STANCE_SHARDS", row.count);
    const auto shard = ParseShard(row.text);
    EXPECT_EQ(shard.ok() ? std::to_string(shard->index) + "/" +
                               std::to_string(shard->count)
                         : "",
              row.shard);
  }
  set("JOB_COMPLETION_INDEX", nullptr);
  set("STANCE_SHARDS", nullptr);
}

TEST(Progress, LinesEveryTenSeconds) {
  std::ostringstream out;
  const absl::Time start = absl::FromUnixSeconds(1000);
  Progress progress(Progress::Form::kLines, {}, &out, {}, start);
  for (int second = 1; second <= 21; ++second) {
    progress.Update({.done = static_cast<uint64_t>(second) * 100,
                     .failed = static_cast<uint64_t>(second / 10),
                     .fraction = second / 40.0},
                    start + absl::Seconds(second));
  }
  progress.Finish({.done = 4000, .failed = 2, .fraction = 1},
                  start + absl::Seconds(40), /*always=*/false);
  EXPECT_EQ(out.str(),
            "stancectl:  25% 1,000 articles, 100/s, 0:30 left, 1 failed\n"
            "stancectl:  50% 2,000 articles, 100/s, 0:20 left, 2 failed\n"
            "stancectl: 4,000 articles, 100/s, 2 failed in 0:40\n");
}

TEST(Progress, ABarOnATerminal) {
  const absl::Time start = absl::FromUnixSeconds(1000);
  const struct {
    const char* name;
    size_t width;
    ProgressCounts before;
    ProgressCounts counts;
    int seconds;
    const char* shown;
  } kRows[] = {
      {"wide",
       100,
       {},
       {.done = 500, .fraction = 0.5},
       10,
       "[###############---------------]  50% 500 articles, 50/s, 0:10 left"},
      {"narrow",
       60,
       {},
       {.done = 500, .fraction = 0.5},
       10,
       "[###########-----------]  50% 500 articles, 50/s, 0:10 left"},
      {"no room for a bar",
       40,
       {},
       {.done = 500, .fraction = 0.5},
       10,
       " 50% 500 articles, 50/s, 0:10 left"},
      {"the end is not known",
       100,
       {},
       {.done = 1500},
       1000,
       "1,500 articles, 1.5/s"},
      {"resumed",
       100,
       {.done = 400},
       {.done = 500, .fraction = 0.9},
       10,
       "[###########################---]  90% 500 articles, 10/s, 0:01 left"},
  };
  for (const auto& row : kRows) {
    SCOPED_TRACE(row.name);
    std::ostringstream out;
    Progress progress(Progress::Form::kBar, {.width = row.width}, &out,
                      row.before, start);
    progress.Update(row.counts, start + absl::Seconds(row.seconds));
    EXPECT_EQ(out.str(), std::string("\r") + row.shown + "\x1b[K");
  }
}

TEST(Progress, SaysOfAShortRunWhatIsAsked) {
  const absl::Time start = absl::FromUnixSeconds(1000);
  const struct {
    const char* name;
    Progress::Form form;
    bool always;
    const char* shown;
  } kRows[] = {
      {"bar", Progress::Form::kBar, false, ""},
      {"lines", Progress::Form::kLines, false, ""},
      {"bar, always", Progress::Form::kBar, true,
       "stancectl: 1 article in 0:00\n"},
      {"lines, always", Progress::Form::kLines, true,
       "stancectl: 1 article in 0:00\n"},
      {"none, always", Progress::Form::kNone, true, ""},
  };
  for (const auto& row : kRows) {
    SCOPED_TRACE(row.name);
    std::ostringstream out;
    Progress progress(row.form, {}, &out, {}, start);
    progress.Update({.done = 1}, start + absl::Milliseconds(10));
    progress.Finish({.done = 1}, start + absl::Milliseconds(20), row.always);
    EXPECT_EQ(out.str(), row.shown);
  }
}

TEST(DoneRecords, KeepsWhatIsAhead) {
  DoneRecords done;
  for (const uint64_t record : {2, 0, 5, 1}) done.Add(record);
  batch::v1::Checkpoint checkpoint;
  done.WriteTo(&checkpoint);
  EXPECT_EQ(checkpoint.done(), 3U);
  EXPECT_THAT(checkpoint.done_ahead(), testing::ElementsAre(5));
  const DoneRecords again(checkpoint);
  EXPECT_EQ(again.count(), 4U);
  EXPECT_TRUE(again.Contains(5));
  EXPECT_FALSE(again.Contains(3));
}

// Whatever came behind the last Sync is cut away; plain and gzipped.
TEST(OutputFile, GoesOnWhereItWasSynced) {
  std::string pattern =
      (std::filesystem::temp_directory_path() / "stance-XXXXXX").string();
  ASSERT_NE(mkdtemp(pattern.data()), nullptr);
  for (const std::string name : {"/a.txt", "/a.txt.gz"}) {
    const std::string path = pattern + name;
    uint64_t kept = 0;
    {
      OutputFile file;
      ASSERT_TRUE(file.Open(path, 0).ok());
      ASSERT_TRUE(file.Write("one\n").ok());
      kept = file.Sync().value();
      ASSERT_TRUE(file.Write("lost\n").ok());
      ASSERT_TRUE(file.Sync().ok());
    }
    {
      OutputFile file;
      ASSERT_TRUE(file.Open(path, kept).ok());
      ASSERT_TRUE(file.Write("two\n").ok());
      ASSERT_TRUE(file.Sync().ok());
    }
    EXPECT_EQ(ReadText(path, 100).value(), "one\ntwo\n");
    OutputFile file;
    EXPECT_TRUE(absl::IsDataLoss(file.Open(path, 10000)));
  }
  std::filesystem::remove_all(pattern);
}

}  // namespace
}  // namespace stance::client
