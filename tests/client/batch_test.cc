// Batches over an answerer that needs no engine.

#include "client/batch/batch.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <atomic>
#include <chrono>
#include <sstream>
#include <string>
#include <thread>
#include <vector>

#include "client/errors.h"

namespace stance::client {
namespace {

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
  google::rpc::Status Lexicon(v1::LexiconVersion* version) override {
    return OkStatus();
  }

  std::atomic<int> calls = 0;
};

std::string Show(const BatchResult& result) {
  const std::string line = std::to_string(result.line) + " ";
  if (result.error.code() == 0) return line + result.answer;
  return line + result.article_id + "! " + OneLine(result.error);
}

TEST(RunBatch, Rows) {
  const struct {
    const char* name;
    const char* input;
    std::vector<std::string> results;
    std::vector<std::string> unknown_fields;
  } kRows[] = {
      {"nothing", "", {}, {}},
      {"blank lines", "\n  \n\t\r\n", {}, {}},
      {"articles",
       "{\"id\":\"a\"}\n\n{\"id\":\"b\"}",
       {R"(1 {"articleId":"a"})", R"(3 {"articleId":"b"})"},
       {}},
      {"a line that is none",
       "{\"id\":\"a\"}\nfoo\n{\"id\":\"b\"}\n",
       {R"(1 {"articleId":"a"})",
        "2 ! not an article in JSON: Unexpected token. Near: foo "
        "(INVALID_ARGUMENT)",
        R"(3 {"articleId":"b"})"},
       {}},
      {"an article that fails",
       "{\"id\":\"a\",\"text\":\"fail\"}\n{\"id\":\"b\"}\n",
       {"1 a! it failed (INTERNAL)", R"(2 {"articleId":"b"})"},
       {}},
      {"unknown fields, each named once",
       "{\"id\":\"a\",\"foo\":1}\n{\"foo\":2,\"bar\":3}\n",
       {R"(1 {"articleId":"a"})", "2 {}"},
       {"bar", "foo"}},
  };
  for (const size_t parallel : {1, 3}) {
    for (const auto& row : kRows) {
      SCOPED_TRACE(row.name);
      std::istringstream input(row.input);
      EchoAnswerer answerer;
      std::vector<std::string> results;
      const BatchSummary summary =
          RunBatch(&input, {.parallel = parallel}, &answerer,
                   [&](const BatchResult& result) {
                     results.push_back(Show(result));
                     return true;
                   });
      EXPECT_THAT(results, testing::ElementsAreArray(row.results));
      EXPECT_THAT(summary.unknown_fields,
                  testing::ElementsAreArray(row.unknown_fields));
      EXPECT_EQ(summary.articles, row.results.size());
      EXPECT_FALSE(summary.output_broken);
    }
  }
}

TEST(RunBatch, KeepsTheOrderOfTheInput) {
  std::string lines;
  constexpr int kArticles = 300;
  for (int i = 0; i < kArticles; ++i) {
    lines += "{\"id\":\"" + std::to_string(i) + "\",\"text\":\"" +
             (i % 50 == 0 ? "slow" : "quick") + "\"}\n";
  }
  std::istringstream input(lines);
  EchoAnswerer answerer;
  uint64_t expected = 0;
  RunBatch(&input, {.parallel = 8}, &answerer, [&](const BatchResult& result) {
    EXPECT_EQ(result.line, ++expected);
    EXPECT_EQ(result.article_id, std::to_string(expected - 1));
    return true;
  });
  EXPECT_EQ(expected, static_cast<uint64_t>(kArticles));
  EXPECT_EQ(answerer.calls, kArticles);
}

TEST(RunBatch, StopsWhenTheOutputBreaks) {
  std::string lines;
  for (int i = 0; i < 10000; ++i) lines += "{\"id\":\"a\"}\n";
  std::istringstream input(lines);
  EchoAnswerer answerer;
  int results = 0;
  const BatchSummary summary =
      RunBatch(&input, {.parallel = 4}, &answerer,
               [&](const BatchResult&) { return ++results < 3; });
  EXPECT_TRUE(summary.output_broken);
  EXPECT_EQ(results, 3);
  EXPECT_LT(answerer.calls, 1000);
}

}  // namespace
}  // namespace stance::client
