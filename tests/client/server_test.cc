// The real program against a server that answers what the test tells it to.

#include <gmock/gmock.h>
#include <grpcpp/grpcpp.h>
#include <grpcpp/health_check_service_interface.h>
#include <gtest/gtest.h>

#include <atomic>
#include <chrono>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <memory>
#include <mutex>
#include <set>
#include <string>
#include <thread>
#include <vector>

#include "service/server/errors.h"
#include "service/server/grpc_status.h"
#include "stance/v1/lexicon_service.grpc.pb.h"
#include "stance/v1/stance_service.grpc.pb.h"
#include "tests/client/run_program.h"

namespace stance::client {
namespace {

using testing::HasSubstr;
using testing::MatchesRegex;

constexpr const char* kService = "stance.v1.StanceService";

// Answers each article by its text: an empty answer, or an error.
class FakeStances : public v1::StanceService::Service {
 public:
  grpc::Status ClassifyArticle(grpc::ServerContext* context,
                               const v1::ClassifyArticleRequest* request,
                               v1::ClassifyArticleResponse* response) override {
    const int call = ++calls;
    const std::string& text = request->article().text();
    if (text == "invalid") {
      return ToGrpcStatus(
          InvalidField("EMPTY_ARTICLE", "article.text", "it is empty"));
    }
    if (text == "slow") {
      while (!context->IsCancelled()) {
        std::this_thread::sleep_for(std::chrono::milliseconds(5));
      }
      return grpc::Status::CANCELLED;
    }
    if (text == "unavailable once" && call == 1) {
      return {grpc::StatusCode::UNAVAILABLE, "come again"};
    }
    if (text == "internal") return {grpc::StatusCode::INTERNAL, "it broke"};
    response->set_article_id(request->article().id());
    return grpc::Status::OK;
  }

  // "break" ends the stream, once for each id; "gone" always; "die" too, and so
  // does all that follows until `dead` is unset.
  grpc::Status ClassifyArticles(
      grpc::ServerContext* context,
      grpc::ServerReaderWriter<v1::ClassifyArticlesResponse,
                               v1::ClassifyArticlesRequest>* stream) override {
    ++streams;
    v1::ClassifyArticlesRequest request;
    while (stream->Read(&request)) {
      const std::string& text = request.article().text();
      if (text == "die" && ++deaths == 1) dead = true;
      if (dead || text == "gone" ||
          (text == "break" && Broke(request.article().id()))) {
        return {grpc::StatusCode::UNAVAILABLE, "the server stops"};
      }
      v1::ClassifyArticleRequest one;
      *one.mutable_article() = request.article();
      v1::ClassifyArticlesResponse answer;
      answer.set_sequence(request.sequence());
      const grpc::Status status =
          ClassifyArticle(context, &one, answer.mutable_response());
      if (!status.ok()) {
        answer.mutable_error()->set_code(status.error_code());
        answer.mutable_error()->set_message(status.error_message());
      }
      stream->Write(answer);
    }
    return grpc::Status::OK;
  }

  std::atomic<int> calls = 0;
  std::atomic<int> streams = 0;
  std::atomic<int> deaths = 0;
  std::atomic<bool> dead = false;

 private:
  bool Broke(const std::string& id) {
    const std::lock_guard lock(mutex_);
    return broken_.insert(id).second;
  }

  std::mutex mutex_;
  std::set<std::string> broken_;
};

class FakeLexicon : public v1::LexiconService::Service {
 public:
  grpc::Status GetLexicon(grpc::ServerContext*, const v1::GetLexiconRequest*,
                          v1::GetLexiconResponse* response) override {
    response->mutable_lexicon()->set_name("fake");
    response->mutable_lexicon()->set_version("7");
    response->mutable_lexicon()->set_checksum("abc");
    return grpc::Status::OK;
  }
};

class ServerTest : public testing::Test {
 protected:
  void SetUp() override {
    grpc::EnableDefaultHealthCheckService(true);
    grpc::ServerBuilder builder;
    int port = 0;
    builder.AddListeningPort("127.0.0.1:0", grpc::InsecureServerCredentials(),
                             &port);
    builder.RegisterService(&stances_);
    builder.RegisterService(&lexicon_);
    server_ = builder.BuildAndStart();
    ASSERT_NE(server_, nullptr);
    address_ = "127.0.0.1:" + std::to_string(port);
    server_->GetHealthCheckService()->SetServingStatus(kService, true);
  }
  void TearDown() override { server_->Shutdown(); }

  ProgramRun Run(std::vector<std::string> arguments,
                 const std::string& input = {}) const {
    arguments.insert(arguments.begin(), STANCECTL);
    arguments.push_back("--server=" + address_);
    ProgramRun run = RunProgram(arguments, input);
    run.err = WithoutTimes(WithoutRequestIds(run.err));
    return run;
  }

  FakeStances stances_;
  FakeLexicon lexicon_;
  std::unique_ptr<grpc::Server> server_;
  std::string address_;
};

TEST_F(ServerTest, ClassifyReportsWhatTheServerSays) {
  const struct {
    const char* text;
    const char* out;
    const char* err;
    int exit_code;
    int calls;
  } kRows[] = {
      {"fine", "No stances found.\n", "", 0, 1},
      {"invalid", "",
       "stancectl: standard input: article.text: it is empty "
       "(INVALID_ARGUMENT, EMPTY_ARTICLE, request ID)\n",
       67, 1},
      {"internal", "",
       "stancectl: standard input: it broke (INTERNAL, request ID)\n", 77, 1},
      {"slow", "",
       "stancectl: standard input: Deadline Exceeded (DEADLINE_EXCEEDED, "
       "request ID)\n",
       68, 1},
      {"unavailable once", "No stances found.\n", "", 0, 2},
  };
  for (const auto& row : kRows) {
    SCOPED_TRACE(row.text);
    stances_.calls = 0;
    // Only the call that never ends sees its deadline.
    const std::string timeout =
        std::string(row.text) == "slow" ? "--timeout=300ms" : "--timeout=30s";
    const ProgramRun run = Run({"classify", timeout, "-"}, row.text);
    EXPECT_EQ(run.out, row.out);
    EXPECT_EQ(run.err, row.err);
    EXPECT_EQ(run.exit_code, row.exit_code);
    EXPECT_EQ(stances_.calls, row.calls);
  }
}

TEST_F(ServerTest, BatchGoesOnAfterAFailure) {
  const ProgramRun run =
      Run({"batch", "--input=-", "--output=-", "--parallel=3"},
          "{\"id\":\"a\"}\n{\"id\":\"b\",\"text\":\"internal\"}\n"
          "{\"id\":\"c\",\"text\":\"x\"}\n");
  // An article without text is refused before it is sent.
  EXPECT_EQ(run.out, "{\"articleId\":\"c\"}\n");
  EXPECT_THAT(run.err, MatchesRegex("stancectl: standard input:1: a: .*\n"
                                    "stancectl: standard input:2: b: it broke "
                                    "\\(INTERNAL, request ID\\)\n"
                                    "stancectl: 2 of 3 articles failed\n"));
  EXPECT_EQ(run.exit_code, 3);
}

// What a stream leaves unanswered goes over the next one; nothing is lost, and
// nothing answered twice.
TEST_F(ServerTest, BatchGoesOnAfterABrokenStream) {
  std::string input;
  std::string output;
  for (int i = 0; i < 200; ++i) {
    const std::string id = std::to_string(i);
    input +=
        "{\"id\":\"" + id + "\",\"text\":\"" +
        (i % 40 == 7 ? "break" : std::string(i % 5 == 0 ? 20000 : 9, 'x')) +
        "\"}\n";
    output += "{\"articleId\":\"" + id + "\"}\n";
  }
  const ProgramRun run =
      Run({"batch", "--input=-", "--output=-", "--streams=2"}, input);
  EXPECT_EQ(run.err, "");
  EXPECT_EQ(run.out, output);
  EXPECT_GE(stances_.streams, 5);
}

TEST_F(ServerTest, BatchGivesAnArticleUpThatBreaksEveryStream) {
  const ProgramRun run =
      Run({"batch", "--input=-", "--output=-", "--streams=1"},
          "{\"id\":\"a\",\"text\":\"gone\"}\n{\"id\":\"b\",\"text\":\"x\"}\n");
  EXPECT_EQ(run.out, "{\"articleId\":\"b\"}\n");
  EXPECT_EQ(run.err,
            "stancectl: standard input:1: a: the server stops (UNAVAILABLE, "
            "request ID)\nstancectl: 1 of 2 articles failed\n");
  EXPECT_EQ(run.exit_code, 3);
}

// A server that does not come back ends the batch, and is no article's fault;
// --resume does the rest.
TEST_F(ServerTest, BatchStopsWhereNobodyAnswers) {
  std::string pattern =
      std::filesystem::temp_directory_path() / "stance-XXXXXX";
  ASSERT_NE(mkdtemp(pattern.data()), nullptr);
  const std::string output = pattern + "/out.jsonl";
  std::string input;
  std::string expected;
  for (int i = 0; i < 50; ++i) {
    const std::string id = std::to_string(i);
    input += "{\"id\":\"" + id + "\",\"text\":\"" + (i == 20 ? "die" : "x") +
             "\"}\n";
    expected += "{\"articleId\":\"" + id + "\"}\n";
  }
  const std::vector<std::string> arguments = {
      "batch", "--input=-", "--output=" + output, "--streams=1", "--resume"};
  const ProgramRun stopped = Run(arguments, input);
  EXPECT_EQ(stopped.exit_code, 78);
  EXPECT_THAT(stopped.err,
              testing::EndsWith("stancectl: stopped after 20 articles: the "
                                "server stops (UNAVAILABLE, request ID); go on "
                                "with --resume\n"));
  stances_.dead = false;
  const ProgramRun resumed = Run(arguments, input);
  EXPECT_EQ(resumed.exit_code, 0);
  EXPECT_EQ(resumed.err, "stancectl: 50 articles in TIME\n");
  std::ifstream file(output);
  EXPECT_EQ(std::string(std::istreambuf_iterator<char>(file), {}), expected);
  std::filesystem::remove_all(pattern);
}

TEST_F(ServerTest, BatchGivesASlowArticleUp) {
  const ProgramRun run = Run(
      {"batch", "--input=-", "--output=-", "--streams=1", "--timeout=500ms"},
      "{\"id\":\"a\",\"text\":\"slow\"}\n{\"id\":\"b\",\"text\":\"x\"}\n");
  EXPECT_EQ(run.out, "{\"articleId\":\"b\"}\n");
  EXPECT_THAT(run.err, HasSubstr(":1: a: Deadline Exceeded "
                                 "(DEADLINE_EXCEEDED, request ID)"));
}

// More of them than may wait for the one before them.
TEST_F(ServerTest, BatchReadsWhatComesBeforeManyWrongArticles) {
  std::string input = "{\"id\":\"a\",\"text\":\"x\"}\n";
  for (int i = 0; i < 1000; ++i) input += "{}\n";
  const ProgramRun run =
      Run({"batch", "--input=-", "--output=-", "--streams=1"}, input);
  EXPECT_EQ(run.out, "{\"articleId\":\"a\"}\n");
  EXPECT_THAT(run.err,
              testing::EndsWith("stancectl: 1000 of 1001 articles failed\n"));
}

TEST_F(ServerTest, HealthExitsAsGrpcHealthProbeDoes) {
  server_->GetHealthCheckService()->SetServingStatus("sleeping", false);
  const struct {
    const char* name;
    std::vector<std::string> arguments;
    const char* out;
    const char* err;
    int exit_code;
  } kRows[] = {
      {"server", {"health"}, "SERVING\n", "", 0},
      {"service",
       {"health", std::string("--service=") + kService},
       "SERVING\n",
       "",
       0},
      {"not serving", {"health", "--service=sleeping"}, "NOT_SERVING\n", "", 4},
      {"unknown service", {"health", "--service=none"}, "", "NOT_FOUND", 3},
  };
  for (const auto& row : kRows) {
    SCOPED_TRACE(row.name);
    const ProgramRun run = Run(row.arguments);
    EXPECT_EQ(run.out, row.out);
    EXPECT_THAT(run.err, HasSubstr(row.err));
    EXPECT_EQ(run.exit_code, row.exit_code);
  }
}

TEST_F(ServerTest, ServerThatIsNotServingIsUnavailable) {
  server_->GetHealthCheckService()->SetServingStatus(kService, false);
  const ProgramRun run = Run({"classify", "-"}, "fine");
  EXPECT_EQ(run.exit_code, 78);
  EXPECT_THAT(run.err, HasSubstr("(UNAVAILABLE, request ID)"));
  EXPECT_EQ(stances_.calls, 0);
}

TEST_F(ServerTest, VersionAsksForTheLexicon) {
  const ProgramRun run = Run({"version"});
  EXPECT_EQ(run.exit_code, 0);
  EXPECT_THAT(run.out, HasSubstr("\nlexicon fake 7 (sha256 abc)\n"));
}

}  // namespace
}  // namespace stance::client
