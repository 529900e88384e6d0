// Batches over an answerer that needs no engine.

#include "client/batch/batch.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <atomic>
#include <chrono>
#include <string>
#include <thread>
#include <vector>

#include "client/errors.h"

namespace stance::client {
namespace {

// Articles from a list of ids; "fail" and "slow" are texts too.
class ListedArticles : public ArticleReader {
 public:
  explicit ListedArticles(std::vector<std::string> ids)
      : ids_(std::move(ids)) {}

  bool Next(Record* record) override {
    if (next_ == ids_.size()) return false;
    record->data = ids_[next_];
    record->line = ++next_;
    return true;
  }
  google::rpc::Status Parse(const Record& record,
                            v1::Article* article) const override {
    if (record.data == "bad") {
      return CallError(grpc::StatusCode::INVALID_ARGUMENT, "it is bad");
    }
    article->set_id(record.data);
    article->set_text(record.data);
    return OkStatus();
  }
  std::string Where(const Record& record) const override {
    return "list:" + std::to_string(record.line);
  }
  double Fraction() const override { return -1; }

 private:
  const std::vector<std::string> ids_;
  size_t next_ = 0;
};

// Answers with the article's id; fails for the text "fail"; takes its time for
// "slow".
class EchoAnswerer : public Answerer {
 public:
  google::rpc::Status Answer(const v1::ClassifyArticleRequest& request,
                             v1::ClassifyArticleResponse* response) override {
    ++calls;
    if (request.article().text() == "fail") {
      return CallError(grpc::StatusCode::INTERNAL, "it failed");
    }
    if (request.article().text() == "slow") {
      std::this_thread::sleep_for(std::chrono::milliseconds(20));
    }
    response->set_article_id(request.article().id());
    return OkStatus();
  }
  google::rpc::Status Lexicon(v1::GetLexiconResponse*) override {
    return OkStatus();
  }
  google::rpc::Status ListActors(const std::string&, size_t,
                                 v1::ListActorsResponse*) override {
    return OkStatus();
  }
  google::rpc::Status ListIssues(const std::string&, size_t,
                                 v1::ListIssuesResponse*) override {
    return OkStatus();
  }

  std::atomic<int> calls = 0;
};

std::string Show(const BatchResult& result) {
  const std::string line = std::to_string(result.line) + " ";
  if (result.error.code() == 0) return line + result.answer;
  return line + result.where + " " + result.article_id + "! " +
         OneLine(result.error);
}

std::vector<std::string> Answers(std::vector<std::string> ids,
                                 const BatchOptions& options) {
  ListedArticles reader(std::move(ids));
  EchoAnswerer answerer;
  std::vector<std::string> out;
  BatchQueue queue(&reader, options, [&](const BatchResult& result) {
    out.push_back(Show(result));
    return true;
  });
  RunBatch(&queue, options.parallel, &answerer);
  return out;
}

TEST(RunBatch, Rows) {
  batch::v1::Checkpoint resumed;
  resumed.set_done(1);
  resumed.add_done_ahead(2);
  const struct {
    const char* name;
    std::vector<std::string> ids;
    BatchOptions options;
    std::vector<std::string> results;
  } kRows[] = {
      {"nothing", {}, {}, {}},
      {"articles",
       {"a", "b"},
       {},
       {"1 {\"articleId\":\"a\"}\n", "2 {\"articleId\":\"b\"}\n"}},
      {"one that fails",
       {"a", "fail", "b"},
       {},
       {"1 {\"articleId\":\"a\"}\n", "2 list:2 fail! it failed (INTERNAL)",
        "3 {\"articleId\":\"b\"}\n"}},
      {"one that is none",
       {"bad"},
       {},
       {"1 list:1 ! it is bad (INVALID_ARGUMENT)"}},
      {"a shard",
       {"a", "b", "c", "d", "e"},
       {.shard = 1, .shards = 3},
       {"2 {\"articleId\":\"b\"}\n", "5 {\"articleId\":\"e\"}\n"}},
      {"some are done",
       {"a", "b", "c", "d"},
       {.done = DoneRecords(resumed)},
       {"2 {\"articleId\":\"b\"}\n", "4 {\"articleId\":\"d\"}\n"}},
  };
  for (const size_t parallel : {1, 3}) {
    for (const auto& row : kRows) {
      SCOPED_TRACE(row.name);
      BatchOptions options = row.options;
      options.parallel = parallel;
      EXPECT_THAT(Answers(row.ids, options),
                  testing::ElementsAreArray(row.results));
    }
  }
}

TEST(RunBatch, OrderedOrNot) {
  std::vector<std::string> ids;
  std::vector<std::string> expected;
  for (int i = 0; i < 300; ++i) {
    ids.push_back(i % 50 == 0 ? "slow" : std::to_string(i));
    expected.push_back(std::to_string(i + 1) + " {\"articleId\":\"" +
                       ids.back() + "\"}\n");
  }
  EXPECT_THAT(Answers(ids, {.parallel = 8}),
              testing::ElementsAreArray(expected));
  EXPECT_THAT(Answers(ids, {.ordered = false, .parallel = 8}),
              testing::UnorderedElementsAreArray(expected));
}

TEST(RunBatch, StopsWhenTheOutputBreaks) {
  for (const bool ordered : {true, false}) {
    ListedArticles reader(std::vector<std::string>(10000, "a"));
    EchoAnswerer answerer;
    std::atomic<int> results = 0;
    const BatchOptions options = {.ordered = ordered, .parallel = 4};
    BatchQueue queue(&reader, options,
                     [&](const BatchResult&) { return ++results < 3; });
    RunBatch(&queue, options.parallel, &answerer);
    EXPECT_TRUE(queue.output_is_broken());
    EXPECT_EQ(results, 3);
    EXPECT_LT(answerer.calls, 1000);
  }
}

}  // namespace
}  // namespace stance::client
