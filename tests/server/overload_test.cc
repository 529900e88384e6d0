// What is refused and what is dropped where there is too much to do.

#include <grpcpp/grpcpp.h>

#include <chrono>
#include <functional>
#include <memory>
#include <string>
#include <thread>
#include <vector>

#include "absl/synchronization/notification.h"
#include "gmock/gmock.h"
#include "google/rpc/error_details.pb.h"
#include "gtest/gtest.h"
#include "tests/server/service_fixture.h"

namespace stance {
namespace {

using std::chrono::milliseconds;
using std::chrono::system_clock;
using testing::ElementsAre;

constexpr char kText[] = "China opposes sanctions.";

// The value of the trailing metadata, empty where there is none.
std::string Trailer(const grpc::ClientContext& context, const char* name) {
  const auto& trailers = context.GetServerTrailingMetadata();
  const auto found = trailers.find(name);
  return found == trailers.end()
             ? ""
             : std::string(found->second.begin(), found->second.end());
}

class OverloadTest : public ServiceFixture {
 protected:
  explicit OverloadTest(int workers = 0, const AdmissionLimits& limits = {})
      : ServiceFixture(workers, limits) {}

  static v1::ClassifyArticleRequest Request() {
    v1::ClassifyArticleRequest request;
    request.mutable_article()->set_text(kText);
    return request;
  }

  void ExpectRefused(const std::string& limit, ArticleFate fate) {
    grpc::ClientContext context;
    v1::ClassifyArticleResponse reply;
    const grpc::Status status =
        stub_->ClassifyArticle(&context, Request(), &reply);
    EXPECT_EQ(status.error_code(), grpc::StatusCode::RESOURCE_EXHAUSTED);
    EXPECT_THAT(status.error_message(),
                testing::StartsWith("the server is busy: "));
    google::rpc::ErrorInfo info;
    ASSERT_TRUE(UnpackDetail(status.error_details(), &info));
    EXPECT_EQ(info.reason(), "OVERLOADED");
    EXPECT_EQ(info.metadata().at("limit"), limit);
    google::rpc::RetryInfo retry;
    ASSERT_TRUE(UnpackDetail(status.error_details(), &retry));
    EXPECT_EQ(Trailer(context, "grpc-retry-pushback-ms"),
              std::to_string(retry.retry_delay().seconds() * 1000 +
                             retry.retry_delay().nanos() / 1'000'000));
    EXPECT_THAT(Fates(), ElementsAre(fate));
  }

  // A stream goes on all the same.
  void ExpectStreamAnswered() {
    grpc::ClientContext context;
    const auto stream = stub_->ClassifyArticles(&context);
    v1::ClassifyArticlesRequest request;
    request.mutable_article()->set_text(kText);
    v1::ClassifyArticlesResponse response;
    ASSERT_TRUE(stream->Write(request));
    ASSERT_TRUE(stream->Read(&response));
    EXPECT_TRUE(response.has_response());
    stream->WritesDone();
    EXPECT_FALSE(stream->Read(&response));
    EXPECT_TRUE(stream->Finish().ok());
  }
};

class NarrowTest : public OverloadTest {
 protected:
  NarrowTest()
      : OverloadTest(0, {.max_in_flight = 2, .max_in_flight_bytes = 40}) {}
};

TEST_F(NarrowTest, CallsOverTheNumberInFlightAreRefusedAtOnce) {
  ASSERT_EQ(admission_.Enter(1), Refusal::kNone);
  ASSERT_EQ(admission_.Enter(1), Refusal::kNone);
  ExpectRefused("max-in-flight", ArticleFate::kTooManyInFlight);
  ExpectStreamAnswered();
  admission_.Leave(1);
  admission_.Leave(1);
  v1::ClassifyArticleResponse reply;
  EXPECT_TRUE(Classify(kText, &reply).ok());
}

TEST_F(NarrowTest, CallsOverTheBytesInFlightAreRefusedAtOnce) {
  ASSERT_EQ(admission_.Enter(30), Refusal::kNone);
  ExpectRefused("max-in-flight-bytes", ArticleFate::kTooManyBytes);
  ExpectStreamAnswered();
  admission_.Leave(30);
  v1::ClassifyArticleResponse reply;
  EXPECT_TRUE(Classify(kText, &reply).ok());
}

class ImpatientTest : public OverloadTest,
                      public testing::WithParamInterface<int> {
 protected:
  ImpatientTest() : OverloadTest(GetParam(), {.max_wait = milliseconds(-1)}) {}
};

TEST_P(ImpatientTest, CallsThatHaveWaitedTooLongAreRefused) {
  ExpectRefused("max-wait", ArticleFate::kWaitedTooLong);
  ExpectStreamAnswered();
}

INSTANTIATE_TEST_SUITE_P(Workers, ImpatientTest, testing::Values(0, 2));

// Its only worker is kept busy by the test.
class BusyTest : public OverloadTest, protected WorkerPool::Task {
 protected:
  BusyTest() : OverloadTest(1) { workers_->Post(this); }

  void Run() override { free_->WaitForNotification(); }

  std::unique_ptr<absl::Notification> free_ =
      std::make_unique<absl::Notification>();
};

TEST_F(BusyTest, CallsWhoseDeadlineHasPassedAreNotBegun) {
  grpc::ClientContext context;
  context.set_deadline(system_clock::now() + milliseconds(50));
  v1::ClassifyArticleResponse reply;
  EXPECT_EQ(stub_->ClassifyArticle(&context, Request(), &reply).error_code(),
            grpc::StatusCode::DEADLINE_EXCEEDED);
  free_->Notify();
  ASSERT_TRUE(WaitForRecord([](const CallRecord&) { return true; }, kCeiling));
  EXPECT_THAT(Fates(), ElementsAre(ArticleFate::kDeadlineBefore));
}

// The server hears of it some time after the client: tried again with more time
// until it has.
TEST_F(BusyTest, CancelledCallsAreNotBegun) {
  for (const milliseconds wait :
       {milliseconds(20), milliseconds(500), milliseconds(10'000)}) {
    grpc::ClientContext context;
    const std::string id = std::to_string(wait.count());
    context.AddMetadata("x-request-id", id);
    std::thread canceller([&] {
      while (admission_.in_flight() == 0) std::this_thread::yield();
      context.TryCancel();
    });
    v1::ClassifyArticleResponse reply;
    EXPECT_EQ(stub_->ClassifyArticle(&context, Request(), &reply).error_code(),
              grpc::StatusCode::CANCELLED);
    canceller.join();
    std::this_thread::sleep_for(wait);
    free_->Notify();
    ASSERT_TRUE(WaitForRecord(
        [&](const CallRecord& r) { return r.identity.request_id == id; },
        kCeiling));
    if (Fates().back() == ArticleFate::kCancelledBefore) return;
    // The worker has left Run(): the call was behind it.
    free_ = std::make_unique<absl::Notification>();
    workers_->Post(this);
  }
  ADD_FAILURE() << "never noticed";
}

TEST_F(BusyTest, CallsWaitForAWorker) {
  grpc::ClientContext context;
  std::thread freer([&] {
    while (admission_.in_flight() == 0) std::this_thread::yield();
    free_->Notify();
  });
  v1::ClassifyArticleResponse reply;
  EXPECT_TRUE(stub_->ClassifyArticle(&context, Request(), &reply).ok());
  freer.join();
}

}  // namespace
}  // namespace stance
