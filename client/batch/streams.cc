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
  google::rpc::Status wrong;  // why it is not sent; OK: it is
};

// One stream after another, in one thread.
class StreamWorker {
 public:
  StreamWorker(BatchQueue* queue, const Connection& connection,
               v1::StanceService::Stub* stub)
      : queue_(*queue), connection_(connection), stub_(*stub) {}

  void Run() {
    while (!stopped_ && (!unanswered_.empty() || TakeNext())) {
      if (unanswered_.empty() && next_->wrong.code() != 0) {
        FailSuspect();
        FailNext();
        continue;
      }
      const grpc::Status status = RunStream();
      if (stopped_) return;
      if (!status.ok() || !unanswered_.empty()) HandleBreak(status);
    }
    if (!stopped_) FailSuspect();
  }

 private:
  // Whether `next_` holds an article; takes one where not.
  bool TakeNext() {
    if (next_ != nullptr) return true;
    auto pending = std::make_unique<Pending>();
    if (!queue_.Take(&pending->job)) return false;
    v1::ClassifyArticlesRequest& request = pending->request;
    pending->wrong = queue_.MakeRequest(pending->job, request.mutable_article(),
                                        request.mutable_options());
    if (pending->wrong.code() == 0) {
      pending->wrong = CheckRequest(request.article(), request.options());
    }
    request.set_sequence(pending->job.sequence);
    pending->bytes = request.ByteSizeLong();
    next_ = std::move(pending);
    return true;
  }

  // `next_` is wrong. Not while others are under way: the writer may wait for
  // them, and nobody would read their answers.
  void FailNext() {
    const std::unique_ptr<Pending> failed = std::move(next_);
    Note(queue_.PutError(failed->job, failed->request.article().id(),
                         failed->wrong));
  }

  void FailSuspect() {
    if (suspect_ == nullptr) return;
    const std::unique_ptr<Pending> failed = std::move(suspect_);
    Note(queue_.PutError(failed->job, failed->request.article().id(),
                         failed->wrong));
  }

  // Sends and reads until there is nothing more, the time is up, or it breaks.
  grpc::Status RunStream() {
    grpc::ClientContext context;
    request_id_ = connection_.Prepare(&context);
    const absl::Time end = absl::Now() + connection_.timeout / 2;
    const std::unique_ptr<Call> call = stub_.ClassifyArticles(&context);
    bool intact = true;
    accepted_ = false;
    size_t under_way = 0;
    size_t sent = 0;
    // What the last stream left comes first.
    while (intact && !stopped_) {
      Pending* pending = nullptr;
      if (sent < unanswered_.size()) {
        pending = unanswered_[sent].get();
      } else if (absl::Now() < end && TakeNext()) {
        if (unanswered_.empty() && next_->wrong.code() != 0) {
          FailNext();
          continue;
        }
        if (next_->wrong.code() == 0) pending = next_.get();
      }
      if (pending != nullptr &&
          (sent == 0 || under_way + pending->bytes <= kMostUnderWay)) {
        intact = call->Write(pending->request);
        accepted_ = accepted_ || intact;
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
    refusals_ = 0;
    failures_ = 0;
    // Somebody answers: it was the article.
    FailSuspect();
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
    // A connection that never came about says nothing about an article.
    int* const breaks = accepted_ ? &failures_ : &refusals_;
    const bool is_down = may_come_back && accepted_ && suspect_ != nullptr;
    if (may_come_back && !is_down && ++*breaks < kAttempts) {
      absl::SleepFor(
          std::min(kLongestPause, kFirstPause * (1 << std::min(*breaks, 5))));
      return;
    }
    const google::rpc::Status error =
        AddRequestId(status.ok() ? CallError(grpc::StatusCode::UNAVAILABLE,
                                             "the server ended the stream")
                                 : NameServer(connection_, FromGrpc(status)),
                     request_id_);
    if (is_down || (may_come_back && !accepted_)) {
      queue_.Stop(error);
      stopped_ = true;
      return;
    }
    failures_ = 0;
    refusals_ = 0;
    FailSuspect();
    if (unanswered_.empty()) return;
    suspect_ = std::move(unanswered_.front());
    unanswered_.pop_front();
    suspect_->wrong = error;
    if (!may_come_back) FailSuspect();
  }

  void Note(bool go_on) {
    if (!go_on) stopped_ = true;
  }

  BatchQueue& queue_;
  const Connection& connection_;
  v1::StanceService::Stub& stub_;
  std::deque<std::unique_ptr<Pending>> unanswered_;  // in order of sending
  std::unique_ptr<Pending> next_;                    // not sent yet
  // What broke one stream after another; it fails as soon as another article is
  // answered.
  std::unique_ptr<Pending> suspect_;
  std::string request_id_;  // of the last stream
  bool accepted_ = false;   // the last stream: it took an article
  // Streams in a row, without an answer: that broke, that never came about.
  int failures_ = 0;
  int refusals_ = 0;
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
