// One ClassifyArticle call.

#ifndef STANCE_SERVER_ARTICLE_CALL_H_
#define STANCE_SERVER_ARTICLE_CALL_H_

#include <grpcpp/server_context.h>
#include <grpcpp/support/byte_buffer.h>
#include <grpcpp/support/server_callback.h>

#include "service/server/serving.h"

namespace stance {

// Admits the call, or refuses it at once; then answers it on the calling thread
// or, where there are workers, on one of them. `serving` must outlive the call.
grpc::ServerUnaryReactor* StartArticleCall(grpc::CallbackServerContext* context,
                                           const grpc::ByteBuffer* request,
                                           grpc::ByteBuffer* reply,
                                           const Serving& serving);

}  // namespace stance

#endif  // STANCE_SERVER_ARTICLE_CALL_H_
