#include "service/server/article_stream.h"

#include <chrono>
#include <utility>

#include "service/server/article_answer.h"
#include "service/server/errors.h"
#include "service/server/grpc_status.h"
#include "service/server/request_id.h"
#include "service/server/wire_message.h"

namespace stance {
namespace {

constexpr std::string_view kClassifyArticles =
    "/stance.v1.StanceService/ClassifyArticles";

// gRPC calls the On… methods one after the other, OnCancel excepted, which
// needs nothing here: a cancelled call's read or write comes back failed.
class ArticleStream final
    : public grpc::ServerBidiReactor<grpc::ByteBuffer, grpc::ByteBuffer> {
 public:
  ArticleStream(grpc::CallbackServerContext* context,
                std::shared_ptr<const Snapshot> snapshot,
                const RequestLimits& limits, const CallSink& sink)
      : context_(*context),
        snapshot_(std::move(snapshot)),
        limits_(limits),
        sink_(sink) {
    record_.method = kClassifyArticles;
    record_.request_id = RequestId(context_);
    if (snapshot_ == nullptr) {
      End(LexiconLoading());
    } else {
      StartRead(&request_);
    }
  }

  void OnReadDone(bool ok) override {
    if (!ok) {
      // The client has sent its last message, or is gone.
      End(context_.IsCancelled() ? absl::CancelledError("the call ended early")
                                 : absl::OkStatus());
      return;
    }
    record_.bytes_in += request_.Length();
    Answer();
    record_.bytes_out += reply_.Length();
    StartWrite(&reply_);
  }

  void OnWriteDone(bool ok) override {
    if (!ok) {
      End(absl::CancelledError("the client is gone"));
      return;
    }
    StartRead(&request_);
  }

  void OnDone() override {
    if (sink_) {
      record_.duration = std::chrono::duration_cast<std::chrono::microseconds>(
          std::chrono::steady_clock::now() - start_);
      sink_(record_);
    }
    delete this;
  }

 private:
  // request_ -> reply_.
  void Answer() {
    CallArena arena;
    auto* message = arena.Make<wire::v1::ClassifyArticlesRequest>();
    auto* answer = arena.Make<wire::v1::ClassifyArticlesResponse>();
    const absl::Status status =
        ParseMessage(request_, message)
            ? AnswerArticle(
                  *snapshot_, limits_, context_,
                  {request_.Length(), message->article(), message->options()},
                  answer->mutable_response())
            : MalformedRequest("stance.v1.ClassifyArticlesRequest");
    answer->set_sequence(message->sequence());
    if (!status.ok()) {
      *answer->mutable_error() = ToRpcStatus(status);
      ++record_.failed;
    }
    ++record_.articles;
    request_.Clear();
    reply_ = SerializeMessage(*answer);
  }

  void End(const absl::Status& status) {
    record_.code = status.code();
    if (!status.ok()) record_.reason = ErrorReason(status);
    Finish(ToGrpcStatus(status));
  }

  grpc::CallbackServerContext& context_;
  const std::shared_ptr<const Snapshot> snapshot_;
  const RequestLimits limits_;
  const CallSink& sink_;
  const std::chrono::steady_clock::time_point start_ =
      std::chrono::steady_clock::now();
  grpc::ByteBuffer request_;
  grpc::ByteBuffer reply_;
  CallRecord record_;
};

}  // namespace

grpc::ServerBidiReactor<grpc::ByteBuffer, grpc::ByteBuffer>* StartArticleStream(
    grpc::CallbackServerContext* context,
    std::shared_ptr<const Snapshot> snapshot, const RequestLimits& limits,
    const CallSink& sink) {
  return new ArticleStream(context, std::move(snapshot), limits, sink);
}

}  // namespace stance
