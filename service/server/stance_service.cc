#include "service/server/stance_service.h"

#include <chrono>
#include <memory>
#include <utility>

#include "service/server/article_answer.h"
#include "service/server/article_stream.h"
#include "service/server/errors.h"
#include "service/server/grpc_status.h"
#include "service/server/request_id.h"
#include "service/server/wire_message.h"

namespace stance {
namespace {

constexpr std::string_view kClassifyArticle =
    "/stance.v1.StanceService/ClassifyArticle";

}  // namespace

StanceService::StanceService(const CurrentSnapshot* current,
                             RequestLimits limits, CallSink sink)
    : current_(*current), limits_(limits), sink_(std::move(sink)) {}

grpc::ServerUnaryReactor* StanceService::ClassifyArticle(
    grpc::CallbackServerContext* context, const grpc::ByteBuffer* request,
    grpc::ByteBuffer* reply) {
  const auto start = std::chrono::steady_clock::now();
  const std::shared_ptr<const Snapshot> snapshot = current_.Get();
  absl::Status status;
  if (snapshot == nullptr) {
    status = LexiconLoading();
  } else {
    CallArena arena;
    auto* message = arena.Make<wire::v1::ClassifyArticleRequest>();
    auto* answer = arena.Make<wire::v1::ClassifyArticleResponse>();
    status = ParseMessage(*request, message)
                 ? AnswerArticle(*snapshot, limits_, *context,
                                 {request->Length(), message->article(),
                                  message->options()},
                                 answer)
                 : MalformedRequest("stance.v1.ClassifyArticleRequest");
    if (status.ok()) *reply = SerializeMessage(*answer);
  }
  if (sink_) {
    CallRecord record{.method = kClassifyArticle,
                      .request_id = RequestId(*context),
                      .code = status.code(),
                      .bytes_in = request->Length(),
                      .bytes_out = status.ok() ? reply->Length() : 0};
    if (!status.ok()) record.reason = ErrorReason(status);
    record.duration = std::chrono::duration_cast<std::chrono::microseconds>(
        std::chrono::steady_clock::now() - start);
    sink_(record);
  }
  grpc::ServerUnaryReactor* reactor = context->DefaultReactor();
  reactor->Finish(ToGrpcStatus(status));
  return reactor;
}

grpc::ServerBidiReactor<grpc::ByteBuffer, grpc::ByteBuffer>*
StanceService::ClassifyArticles(grpc::CallbackServerContext* context) {
  return StartArticleStream(context, current_.Get(), limits_, sink_);
}

}  // namespace stance
