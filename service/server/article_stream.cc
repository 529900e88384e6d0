#include "service/server/article_stream.h"

#include <chrono>
#include <memory>

#include "absl/base/thread_annotations.h"
#include "absl/synchronization/mutex.h"
#include "service/server/arrival.h"
#include "service/server/article_work.h"
#include "service/server/errors.h"
#include "service/server/grpc_status.h"
#include "service/server/wire_message.h"

namespace stance {
namespace {

using Clock = std::chrono::steady_clock;

// gRPC calls the On… methods one after the other, OnCancel excepted, which
// needs nothing here: a cancelled call's read or write comes back failed. What
// may come at any time is EndForShutdown; the mutex keeps a read from being
// started on a call that it has just finished. gRPC runs none of the On…
// methods inside StartRead, StartWrite and Finish, so it may be held there.
class ArticleStream final
    : public grpc::ServerBidiReactor<grpc::ByteBuffer, grpc::ByteBuffer>,
      public OpenStreams::Stream,
      public WorkerPool::Task {
 public:
  ArticleStream(grpc::CallbackServerContext* context, const Serving& serving)
      : context_(*context), serving_(serving), start_(ArrivalOf(*context)) {
    record_.method = "/stance.v1.StanceService/ClassifyArticles";
    record_.identity = IdentifyCall(context);
    record_.peer = context->peer();
    const absl::Status access =
        serving_.access.Check(*context, "StanceService");
    if (!access.ok()) {
      End(access);
    } else if (serving_.current->Get() == nullptr) {
      End(LexiconLoading());
    } else if (!serving_.streams->Add(this)) {
      End(ShuttingDown());
    } else {
      ReadNext();
    }
  }

  void OnReadDone(bool ok) override {
    {
      const absl::MutexLock lock(&mutex_);
      reading_ = false;
      if (finished_) return;
    }
    if (!ok) {
      // The client has sent its last message, or is gone.
      End(context_.IsCancelled() ? absl::CancelledError("the call ended early")
                                 : absl::OkStatus());
      return;
    }
    arrival_ = Clock::now();
    serving_.admission->EnterStreamed(request_.Length());
    if (serving_.workers != nullptr) {
      serving_.workers->Post(this);
    } else {
      Run();
    }
  }

  void Run() override {
    const size_t bytes = request_.Length();
    record_.bytes_in += bytes;
    Answer();
    serving_.admission->Leave(bytes);
    record_.bytes_out += reply_.Length();
    StartWrite(&reply_);
  }

  void OnWriteDone(bool ok) override {
    if (ok) {
      ReadNext();
    } else {
      End(absl::CancelledError("the client is gone"));
    }
  }

  void EndForShutdown() override {
    const absl::MutexLock lock(&mutex_);
    shutdown_ = true;
    if (reading_) FinishLocked(ShuttingDown());
  }

  void OnDone() override {
    serving_.streams->Remove(this);
    if (serving_.observer != nullptr) {
      record_.duration = Clock::now() - start_;
      serving_.observer->OnCall(record_);
    }
    delete this;
  }

 private:
  // request_ -> reply_.
  void Answer() {
    // Of each article anew: a stream may be open for days.
    const std::shared_ptr<const Snapshot> snapshot = serving_.current->Get();
    CallArena arena;
    auto* message = arena.Make<wire::v1::ClassifyArticlesRequest>();
    auto* answer = arena.Make<wire::v1::ClassifyArticlesResponse>();
    ArticleWork work(serving_, context_, arrival_);
    absl::Status status = work.MayBegin(/*refusable=*/false);
    if (status.ok() && !ParseMessage(request_, message)) {
      status = MalformedRequest("stance.v1.ClassifyArticlesRequest");
    }
    if (status.ok()) {
      status = work.Answer(
          *snapshot,
          {request_.Length(), message->article(), message->options()},
          answer->mutable_response());
    }
    answer->set_sequence(message->sequence());
    if (!status.ok()) {
      *answer->mutable_error() = ToRpcStatus(status);
      ++record_.failed;
    }
    ++record_.articles;
    work.AddTo(&record_);
    request_.Clear();
    reply_ = SerializeMessage(*answer);
  }

  void ReadNext() {
    const absl::MutexLock lock(&mutex_);
    if (shutdown_) {
      FinishLocked(ShuttingDown());
      return;
    }
    reading_ = true;
    StartRead(&request_);
  }

  void End(const absl::Status& status) {
    const absl::MutexLock lock(&mutex_);
    FinishLocked(status);
  }

  void FinishLocked(const absl::Status& status)
      ABSL_EXCLUSIVE_LOCKS_REQUIRED(mutex_) {
    if (finished_) return;
    finished_ = true;
    record_.code = status.code();
    if (!status.ok()) record_.reason = ErrorReason(status);
    Finish(ToGrpcStatus(status, &context_));
  }

  grpc::CallbackServerContext& context_;
  const Serving& serving_;
  const Clock::time_point start_;
  Clock::time_point arrival_;  // of request_
  grpc::ByteBuffer request_;
  grpc::ByteBuffer reply_;
  CallRecord record_;
  absl::Mutex mutex_;
  bool reading_ ABSL_GUARDED_BY(mutex_) = false;   // a read is started
  bool shutdown_ ABSL_GUARDED_BY(mutex_) = false;  // to end before the next
  bool finished_ ABSL_GUARDED_BY(mutex_) = false;
};

}  // namespace

grpc::ServerBidiReactor<grpc::ByteBuffer, grpc::ByteBuffer>* StartArticleStream(
    grpc::CallbackServerContext* context, const Serving& serving) {
  return new ArticleStream(context, serving);
}

}  // namespace stance
