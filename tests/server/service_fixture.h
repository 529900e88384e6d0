// The services over gRPC, in process: no port, the real calls.

#ifndef STANCE_TESTS_SERVER_SERVICE_FIXTURE_H_
#define STANCE_TESTS_SERVER_SERVICE_FIXTURE_H_

#include <grpcpp/generic/generic_stub.h>
#include <grpcpp/grpcpp.h>

#include <chrono>
#include <condition_variable>
#include <filesystem>
#include <functional>
#include <future>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "google/rpc/error_details.pb.h"
#include "gtest/gtest.h"
#include "service/lexicon_files/prove.h"
#include "service/server/lexicon_service.h"
#include "service/server/server.h"
#include "service/server/stance_service.h"
#include "stance/v1/stance_service.grpc.pb.h"
#include "tests/server/test_lexicon.h"

namespace stance {

inline constexpr auto kCeiling = std::chrono::seconds(30);
inline constexpr int kMaxMessageBytes = 2 << 20;

inline std::shared_ptr<const Snapshot> TestSnapshot() {
  static const std::shared_ptr<const Snapshot> snapshot = [] {
    const std::filesystem::path directory = MakeTestLexicon();
    std::vector<Finding> findings;
    auto proven = LoadProvenLexicon({directory}, 1, &findings);
    for (const Finding& finding : findings) {
      if (!proven) ADD_FAILURE() << FormatFinding(finding);
    }
    std::filesystem::remove_all(directory);
    return std::make_shared<const Snapshot>(
        Snapshot{Classifier(proven->lexicon), std::chrono::system_clock::now(),
                 proven->examples, proven->catalogue});
  }();
  return snapshot;
}

// A server with the services in their two ways: with no workers and with some.
class ServiceFixture : public testing::Test, public CallObserver {
 protected:
  explicit ServiceFixture(int workers = 0, const AdmissionLimits& limits = {})
      : current_(TestSnapshot()), admission_(limits) {
    if (workers > 0) workers_.emplace(workers);
    stance_service_.emplace(
        Serving{.current = &current_,
                .limits = {.max_article_bytes = 1 << 20,
                           .max_message_bytes = kMaxMessageBytes},
                .admission = &admission_,
                .streams = &streams_,
                .workers = workers_ ? &*workers_ : nullptr,
                .observer = this});
    lexicon_service_.emplace(&current_, Access(), this);
    auto running = StartServer(
        {.listen = {},
         .max_message_bytes = kMaxMessageBytes,
         .reflection = false},
        {{v1::StanceService::service_full_name(), &*stance_service_},
         {v1::LexiconService::service_full_name(), &*lexicon_service_}});
    EXPECT_TRUE(running.ok()) << running.status();
    running_ = std::move(*running);
    channel_ = running_.server->InProcessChannel({});
    stub_ = v1::StanceService::NewStub(channel_);
  }

  ~ServiceFixture() override {
    running_.server->Shutdown(std::chrono::system_clock::now());
    EXPECT_EQ(admission_.in_flight(), 0);
    EXPECT_EQ(admission_.in_flight_bytes(), 0);
  }

  void OnCall(const CallRecord& record) override {
    const std::lock_guard lock(mutex_);
    records_.push_back(record);
    changed_.notify_all();
  }

  void OnArticle(const ArticleRecord& record) override {
    const std::lock_guard lock(mutex_);
    fates_.push_back(record.fate);
  }

  std::vector<ArticleFate> Fates() {
    const std::lock_guard lock(mutex_);
    return fates_;
  }

  // The first record that `wanted` takes, once there is one; none after
  // `patience`.
  std::optional<CallRecord> WaitForRecord(
      const std::function<bool(const CallRecord&)>& wanted,
      std::chrono::milliseconds patience) {
    std::unique_lock lock(mutex_);
    std::optional<CallRecord> found;
    changed_.wait_for(lock, patience, [&] {
      for (const CallRecord& record : records_) {
        if (wanted(record)) found = record;
      }
      return found.has_value();
    });
    return found;
  }

  grpc::Status Classify(const std::string& text,
                        v1::ClassifyArticleResponse* reply) {
    v1::ClassifyArticleRequest request;
    request.mutable_article()->set_id("a1");
    request.mutable_article()->set_text(text);
    grpc::ClientContext context;
    return stub_->ClassifyArticle(&context, request, reply);
  }

  // Sends bytes as they are.
  grpc::Status CallRaw(const std::string& method, grpc::ByteBuffer request) {
    grpc::ByteBuffer reply;
    return CallRaw(method, request, &reply);
  }
  grpc::Status CallRaw(const std::string& method,
                       const grpc::ByteBuffer& request,
                       grpc::ByteBuffer* reply) {
    grpc::GenericStub generic(channel_);
    grpc::ClientContext context;
    std::promise<grpc::Status> done;
    generic.UnaryCall(&context, method, {}, &request, reply,
                      [&](grpc::Status status) { done.set_value(status); });
    return done.get_future().get();
  }

  CurrentSnapshot current_;
  OpenStreams streams_;
  Admission admission_;
  std::optional<WorkerPool> workers_;
  std::optional<StanceService> stance_service_;
  std::optional<LexiconService> lexicon_service_;
  RunningServer running_;
  std::shared_ptr<grpc::Channel> channel_;
  std::unique_ptr<v1::StanceService::Stub> stub_;
  std::mutex mutex_;
  std::condition_variable changed_;
  std::vector<CallRecord> records_;
  std::vector<ArticleFate> fates_;
};

// The detail of that type among an error's.
template <class Detail>
bool UnpackDetail(const std::string& rpc_status, Detail* out) {
  google::rpc::Status status;
  if (!status.ParseFromString(rpc_status)) return false;
  for (const google::protobuf::Any& detail : status.details()) {
    if (detail.UnpackTo(out)) return true;
  }
  return false;
}

inline std::string ReasonOf(const std::string& rpc_status) {
  google::rpc::ErrorInfo info;
  return UnpackDetail(rpc_status, &info) ? info.reason() : "";
}

// The first field that is wrong.
inline std::string FieldOf(const std::string& rpc_status) {
  google::rpc::BadRequest bad;
  return UnpackDetail(rpc_status, &bad) && bad.field_violations_size() > 0
             ? bad.field_violations(0).field()
             : "";
}

}  // namespace stance

#endif  // STANCE_TESTS_SERVER_SERVICE_FIXTURE_H_
