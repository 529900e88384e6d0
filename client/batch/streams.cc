#include "client/batch/streams.h"

#include <grpcpp/client_context.h>

#include <algorithm>
#include <deque>
#include <memory>
#include <thread>
#include <utility>
#include <vector>

#include "absl/time/clock.h"
#include "client/errors.h"
#include "client/server_answerer.h"
#include "stance/v1/stance_service.grpc.pb.h"

namespace stance::client {
namespace {

// Bytes of articles under way: less than a stream's first flow control window,
// so that a write never waits for a server that waits for us to read.
constexpr size_t kMostUnderWay = 48 << 10;
constexpr int kAttempts = 5;
constexpr absl::Duration kFirstPause = absl::Milliseconds(100);
constexpr absl::Duration kLongestPause = absl::Seconds(2);

using Call = grpc::ClientReaderWriter<v1::ClassifyArticlesRequest,
                                      v1::ClassifyArticlesResponse>;

// An article with its request, kept until it is answered.
struct Pending {
  BatchJob job;
  v1::ClassifyArticlesRequest request;
  size_t bytes = 0;
};

// One stream after another, in one thread.
class StreamWorker {
 public:
  StreamWorker(BatchQueue* queue, const Connection& connection,
               v1::StanceService::Stub* stub)
      : queue_(*queue), connection_(connection), stub_(*stub) {}

  void Run() {
    while (HaveNext()) {
      const grpc::Status status = RunStream();
      if (stopped_) return;
      if (!status.ok() || !unanswered_.empty()) HandleBreak(status);
    }
  }

 private:
  // Whether `unanswered_` or `next_` holds an article; takes one where not.
  bool HaveNext() {
    if (!unanswered_.empty() || next_ != nullptr) return true;
    while (!stopped_) {
      auto pending = std::make_unique<Pending>();
      if (!queue_.Take(&pending->job)) return false;
      v1::ClassifyArticlesRequest& request = pending->request;
      const google::rpc::Status status = queue_.MakeRequest(
          pending->job, request.mutable_article(), request.mutable_options());
      google::rpc::Status checked = status;
      if (checked.code() == 0) {
        checked = CheckRequest(request.article(), request.options());
      }
      if (checked.code() == 0) {
        request.set_sequence(pending->job.sequence);
        pending->bytes = request.ByteSizeLong();
        next_ = std::move(pending);
        return true;
      }
      Note(queue_.PutError(pending->job, request.article().id(), checked));
    }
    return false;
  }

  // Sends and reads until there is nothing more, the time is up, or it breaks.
  grpc::Status RunStream() {
    grpc::ClientContext context;
    request_id_ = connection_.Prepare(&context);
    const absl::Time end = absl::Now() + connection_.timeout / 2;
    const std::unique_ptr<Call> call = stub_.ClassifyArticles(&context);
    bool intact = true;
    size_t under_way = 0;
    size_t sent = 0;
    // What the last stream left comes first.
    while (intact && !stopped_) {
      Pending* pending = nullptr;
      if (sent < unanswered_.size()) {
        pending = unanswered_[sent].get();
      } else if (absl::Now() < end && TakeNext()) {
        pending = next_.get();
      }
      if (pending != nullptr &&
          (sent == 0 || under_way + pending->bytes <= kMostUnderWay)) {
        intact = call->Write(pending->request);
        under_way += pending->bytes;
        if (sent++ == unanswered_.size()) {
          unanswered_.push_back(std::move(next_));
        }
        continue;
      }
      if (sent == 0) break;
      intact = ReadOne(call.get(), &under_way);
      if (intact) --sent;
    }
    if (stopped_) context.TryCancel();
    if (intact) call->WritesDone();
    v1::ClassifyArticlesResponse ignored;
    while (call->Read(&ignored)) {
    }
    return call->Finish();
  }

  // `next_` holds an article.
  bool TakeNext() {
    if (next_ != nullptr) return true;
    // HaveNext() is content with unanswered ones.
    std::deque<std::unique_ptr<Pending>> kept;
    kept.swap(unanswered_);
    const bool have = HaveNext();
    kept.swap(unanswered_);
    return have;
  }

  bool ReadOne(Call* call, size_t* under_way) {
    v1::ClassifyArticlesResponse response;
    if (!call->Read(&response)) return false;
    const auto at = std::find_if(
        unanswered_.begin(), unanswered_.end(), [&](const auto& pending) {
          return pending->request.sequence() == response.sequence();
        });
    if (at == unanswered_.end()) return false;
    const std::unique_ptr<Pending> pending = std::move(*at);
    unanswered_.erase(at);
    *under_way -= pending->bytes;
    failures_ = 0;
    is_down_ = false;
    Note(response.has_error()
             ? queue_.PutError(pending->job, pending->request.article().id(),
                               AddRequestId(response.error(), request_id_))
             : queue_.PutAnswer(pending->job, response.mutable_response()));
    return true;
  }

  // A stream ended before its time.
  void HandleBreak(const grpc::Status& status) {
    const bool may_come_back =
        status.ok() || status.error_code() == grpc::StatusCode::UNAVAILABLE ||
        status.error_code() == grpc::StatusCode::RESOURCE_EXHAUSTED;
    if (may_come_back && !is_down_ && ++failures_ < kAttempts) {
      absl::SleepFor(
          std::min(kLongestPause, kFirstPause * (1 << std::min(failures_, 5))));
      return;
    }
    const google::rpc::Status error =
        AddRequestId(status.ok() ? CallError(grpc::StatusCode::UNAVAILABLE,
                                             "the server ended the stream")
                                 : NameServer(connection_, FromGrpc(status)),
                     request_id_);
    if (is_down_ && may_come_back) {
      queue_.Stop(error);
      stopped_ = true;
      return;
    }
    is_down_ = may_come_back;
    failures_ = 0;
    std::unique_ptr<Pending> failed;
    if (!unanswered_.empty()) {
      failed = std::move(unanswered_.front());
      unanswered_.pop_front();
    } else if (next_ != nullptr) {
      failed = std::move(next_);
    } else {
      return;
    }
    Note(queue_.PutError(failed->job, failed->request.article().id(), error));
  }

  void Note(bool go_on) {
    if (!go_on) stopped_ = true;
  }

  BatchQueue& queue_;
  const Connection& connection_;
  v1::StanceService::Stub& stub_;
  std::deque<std::unique_ptr<Pending>> unanswered_;  // in order of sending
  std::unique_ptr<Pending> next_;                    // not sent yet
  std::string request_id_;                           // of the last stream
  int failures_ = 0;      // streams in a row that broke without an answer
  bool is_down_ = false;  // gave up once, and no answer since
  bool stopped_ = false;  // the output is broken, or nobody answers
};

}  // namespace

void RunBatchOverStreams(BatchQueue* queue, size_t streams,
                         const Connection& connection) {
  const std::unique_ptr<v1::StanceService::Stub> stub =
      v1::StanceService::NewStub(OpenChannel(connection));
  std::vector<std::thread> threads;
  for (size_t i = 0; i < streams; ++i) {
    threads.emplace_back(
        [&] { StreamWorker(queue, connection, stub.get()).Run(); });
  }
  for (std::thread& thread : threads) thread.join();
}

}  // namespace stance::client
