// Callers that are slow, that change their mind, or that ask for much.

#include <grpcpp/grpcpp.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <fstream>
#include <random>
#include <string>
#include <thread>
#include <vector>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "stance/v1/stance_service.grpc.pb.h"
#include "tests/chaos/crowd.h"
#include "tests/chaos/poll.h"
#include "tests/chaos/scale.h"
#include "tests/chaos/server_process.h"

namespace stance {
namespace {

using std::chrono::microseconds;
using std::chrono::milliseconds;
using std::chrono::system_clock;
using testing::IsEmpty;

constexpr char kText[] =
    "Germany backed the plan. Poland condemned it as a betrayal of coastal "
    "towns, and Sweden urged Brussels to stop subsidising the trawlers.";

class CallersTest : public testing::TestWithParam<int> {
 protected:
  void ExpectServed() {
    Crowd crowd(server_.Connect(), 2, kText);
    EXPECT_TRUE(crowd.WaitForAnswers(10));
    crowd.Stop();
    EXPECT_THAT(crowd.Failures(), IsEmpty());
  }

  void ExpectNothingInFlight() {
    EXPECT_TRUE(
        Poll([&] { return server_.Metric("stance_articles_in_flight") == 0; }));
    EXPECT_TRUE(
        Poll([&] { return server_.Metric("stance_streams_open") == 0; }));
    EXPECT_EQ(server_.Metric("stance_in_flight_bytes"), 0);
  }

  ServerProcess server_{
      {"--workers", std::to_string(GetParam()), "--drain-delay", "0"}};
};

TEST_P(CallersTest, CancelAtRandomPoints) {
  const auto stub = v1::StanceService::NewStub(server_.Connect());
  std::vector<std::thread> threads;
  for (unsigned seed = 0; seed < 4; ++seed) {
    threads.emplace_back([&, seed] {
      std::mt19937 random(seed);
      v1::ClassifyArticleRequest request;
      request.mutable_article()->set_text(kText);
      for (int i = 0; i < Scale(250, 2'500); ++i) {
        grpc::ClientContext context;
        // A third by a deadline of 0 or 1 ms.
        if (random() % 3 == 0) {
          context.set_deadline(system_clock::now() +
                               milliseconds(random() % 2));
        }
        v1::ClassifyArticleResponse reply;
        std::atomic<bool> done = false;
        stub->async()->ClassifyArticle(&context, &request, &reply,
                                       [&done](const grpc::Status&) {
                                         done = true;
                                         done.notify_one();
                                       });
        std::this_thread::sleep_for(microseconds(random() % 1000));
        context.TryCancel();
        done.wait(false);
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
  ExpectNothingInFlight();
  ExpectServed();
  EXPECT_EQ(server_.Stop(), 0);
}

TEST_P(CallersTest, CancelStreamsAtRandomPoints) {
  const auto stub = v1::StanceService::NewStub(server_.Connect());
  std::mt19937 random(7);
  for (int i = 0; i < Scale(100, 3'000); ++i) {
    grpc::ClientContext context;
    const auto stream = stub->ClassifyArticles(&context);
    v1::ClassifyArticlesRequest request;
    request.mutable_article()->set_text(kText);
    v1::ClassifyArticlesResponse response;
    const unsigned articles = random() % 4;
    for (unsigned n = 0; n < articles; ++n) stream->Write(request);
    if (articles > 0 && random() % 2 == 0) stream->Read(&response);
    context.TryCancel();
    stream->Finish();
  }
  ExpectNothingInFlight();
  ExpectServed();
  EXPECT_EQ(server_.Stop(), 0);
}

// One that writes without reading is held back, and nobody else is.
TEST_P(CallersTest, ASlowReaderHoldsBackItsOwnStreamOnly) {
  const double before = server_.Megabytes();
  const auto stub = v1::StanceService::NewStub(server_.Connect());
  grpc::ClientContext context;
  const auto stream = stub->ClassifyArticles(&context);
  // More than all windows and buffers on the way hold.
  constexpr uint64_t kArticles = 10'000;
  std::string text;
  while (text.size() < 8'000) text += kText;
  std::atomic<uint64_t> written = 0;
  std::thread writer([&] {
    v1::ClassifyArticlesRequest request;
    request.mutable_article()->set_text(text);
    while (written < kArticles) {
      request.set_sequence(written);
      if (!stream->Write(request)) break;
      ++written;
    }
    stream->WritesDone();
  });
  uint64_t last = 0;
  EXPECT_TRUE(Poll([&] {
    std::this_thread::sleep_for(milliseconds(300));
    return written == std::exchange(last, written.load()) && written > 0;
  }));
  EXPECT_LT(written, kArticles);
  ExpectServed();
  EXPECT_LT(server_.Megabytes(), before + 40);

  v1::ClassifyArticlesResponse response;
  uint64_t read = 0;
  while (stream->Read(&response)) EXPECT_EQ(response.sequence(), read++);
  writer.join();
  EXPECT_EQ(read, kArticles);
  EXPECT_TRUE(stream->Finish().ok());
}

TEST_P(CallersTest, ALongStreamTakesNoMoreMemoryThanAShortOne) {
  const auto stub = v1::StanceService::NewStub(server_.Connect());
  grpc::ClientContext context;
  const auto stream = stub->ClassifyArticles(&context);
  const auto articles = uint64_t(Scale(30'000, 1'000'000));
  // By then the heap has held what the windows of flow control let through,
  // also on a busy machine; a loss of 300 bytes an article after that shows.
  const uint64_t settled = std::max<uint64_t>(articles / 10, 10'000);
  std::thread writer([&] {
    v1::ClassifyArticlesRequest request;
    request.mutable_article()->set_text(kText);
    for (uint64_t i = 0; i < articles; ++i) {
      request.set_sequence(i);
      if (!stream->Write(request)) break;
    }
    stream->WritesDone();
  });
  v1::ClassifyArticlesResponse response;
  uint64_t read = 0;
  double at_first = 0;
  while (stream->Read(&response)) {
    if (++read == settled) at_first = server_.Megabytes();
  }
  writer.join();
  EXPECT_EQ(read, articles);
  EXPECT_TRUE(stream->Finish().ok());
  EXPECT_LT(server_.Megabytes(), at_first * 1.05 + 2);
}

// Whatever else is asked at the same time.
TEST_P(CallersTest, AnAnswerDependsOnItsArticleOnly) {
  std::vector<v1::ClassifyArticleRequest> requests;
  std::ifstream file(STANCE_SOURCE_DIR "/tests/corpus/articles.jsonl");
  for (std::string line; std::getline(file, line);) {
    requests.emplace_back().mutable_article()->set_text(line);
  }
  ASSERT_GT(requests.size(), 10u);
  const auto stub = v1::StanceService::NewStub(server_.Connect());
  const auto answer = [&](const v1::ClassifyArticleRequest& request) {
    grpc::ClientContext context;
    v1::ClassifyArticleResponse reply;
    const grpc::Status status =
        stub->ClassifyArticle(&context, request, &reply);
    EXPECT_TRUE(status.ok()) << status.error_message();
    return reply.SerializeAsString();
  };
  std::vector<std::string> alone;
  for (const auto& request : requests) alone.push_back(answer(request));
  std::vector<std::thread> threads;
  for (unsigned seed = 0; seed < 8; ++seed) {
    threads.emplace_back([&, seed] {
      std::mt19937 random(seed);
      for (int i = 0; i < Scale(250, 10'000); ++i) {
        const size_t at = random() % requests.size();
        EXPECT_EQ(answer(requests[at]), alone[at]);
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
}

// Many articles of the largest size at once.
TEST_P(CallersTest, LargeArticlesAtOnceTakeBoundedMemory) {
  std::string large;
  while (large.size() < (size_t{2} << 20) - 200) large += kText;
  Crowd crowd(server_.Connect(), Scale(8, 64), large);
  double most = 0;
  for (int i = 0; i < Scale(16, 256); ++i) {
    ASSERT_TRUE(crowd.WaitForAnswers(1));
    most = std::max(most, server_.Megabytes());
  }
  crowd.Stop();
  std::printf("at most %.0f MB\n", most);
  ExpectNothingInFlight();
  ExpectServed();
}

INSTANTIATE_TEST_SUITE_P(Workers, CallersTest, testing::Values(0, 2));

}  // namespace
}  // namespace stance
