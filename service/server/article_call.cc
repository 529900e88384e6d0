#include "service/server/article_call.h"

#include <chrono>
#include <memory>

#include "service/server/arrival.h"
#include "service/server/article_work.h"
#include "service/server/errors.h"
#include "service/server/grpc_status.h"
#include "service/server/wire_message.h"

namespace stance {
namespace {

// Deletes itself when the call is finished.
class ArticleCall final : public WorkerPool::Task {
 public:
  ArticleCall(grpc::CallbackServerContext* context,
              const grpc::ByteBuffer* request, grpc::ByteBuffer* reply,
              const Serving& serving)
      : context_(*context),
        request_(*request),
        reply_(*reply),
        serving_(serving),
        snapshot_(serving.current->Get()),
        reactor_(*context->DefaultReactor()),
        arrival_(ArrivalOf(*context)),
        bytes_(request->Length()) {
    record_.identity = IdentifyCall(context);
  }

  void Start() {
    absl::Status status = serving_.access.Check(context_, "StanceService");
    if (status.ok() && snapshot_ == nullptr) status = LexiconLoading();
    if (!status.ok()) {
      Finish(status);
      return;
    }
    const Refusal refusal = serving_.admission->Enter(bytes_);
    if (refusal != Refusal::kNone) {
      Refuse(refusal);
    } else if (serving_.workers != nullptr) {
      serving_.workers->Post(this);
    } else {
      Run();
    }
  }

  grpc::ServerUnaryReactor* reactor() const { return &reactor_; }

  void Run() override {
    absl::Status status;
    {
      ArticleWork work(serving_, context_, arrival_);
      status = Answer(&work);
      work.AddTo(&record_);
    }
    serving_.admission->Leave(bytes_);
    Finish(status);
  }

 private:
  absl::Status Answer(ArticleWork* work) {
    if (absl::Status status = work->MayBegin(/*refusable=*/true);
        !status.ok()) {
      return status;
    }
    CallArena arena;
    auto* message = arena.Make<wire::v1::ClassifyArticleRequest>();
    if (!ParseMessage(request_, message)) {
      return MalformedRequest("stance.v1.ClassifyArticleRequest");
    }
    auto* answer = arena.Make<wire::v1::ClassifyArticleResponse>();
    absl::Status status = work->Answer(
        *snapshot_, {bytes_, message->article(), message->options()}, answer);
    if (status.ok()) reply_ = SerializeMessage(*answer);
    return status;
  }

  void Refuse(Refusal refusal) {
    if (serving_.observer != nullptr) {
      serving_.observer->OnArticle({.fate = refusal == Refusal::kInFlight
                                                ? ArticleFate::kTooManyInFlight
                                                : ArticleFate::kTooManyBytes});
    }
    Finish(serving_.admission->ToStatus(refusal));
  }

  void Finish(const absl::Status& status) {
    if (serving_.observer != nullptr) {
      record_.method = "/stance.v1.StanceService/ClassifyArticle";
      record_.peer = context_.peer();
      record_.code = status.code();
      record_.bytes_in = bytes_;
      if (status.ok()) {
        record_.bytes_out = reply_.Length();
      } else {
        record_.reason = ErrorReason(status);
      }
      record_.duration = std::chrono::steady_clock::now() - arrival_;
      serving_.observer->OnCall(record_);
    }
    // The last that is done with the context.
    reactor_.Finish(ToGrpcStatus(status, &context_));
    delete this;
  }

  grpc::CallbackServerContext& context_;
  const grpc::ByteBuffer& request_;
  grpc::ByteBuffer& reply_;
  const Serving& serving_;
  const std::shared_ptr<const Snapshot> snapshot_;
  grpc::ServerUnaryReactor& reactor_;
  const std::chrono::steady_clock::time_point arrival_;
  const size_t bytes_;
  CallRecord record_;
};

}  // namespace

grpc::ServerUnaryReactor* StartArticleCall(grpc::CallbackServerContext* context,
                                           const grpc::ByteBuffer* request,
                                           grpc::ByteBuffer* reply,
                                           const Serving& serving) {
  auto* call = new ArticleCall(context, request, reply, serving);
  grpc::ServerUnaryReactor* reactor = call->reactor();
  call->Start();
  return reactor;
}

}  // namespace stance
