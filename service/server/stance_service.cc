#include "service/server/stance_service.h"

#include "service/server/article_call.h"
#include "service/server/article_stream.h"

namespace stance {

grpc::ServerUnaryReactor* StanceService::ClassifyArticle(
    grpc::CallbackServerContext* context, const grpc::ByteBuffer* request,
    grpc::ByteBuffer* reply) {
  return StartArticleCall(context, request, reply, serving_);
}

grpc::ServerBidiReactor<grpc::ByteBuffer, grpc::ByteBuffer>*
StanceService::ClassifyArticles(grpc::CallbackServerContext* context) {
  return StartArticleStream(context, serving_);
}

}  // namespace stance
