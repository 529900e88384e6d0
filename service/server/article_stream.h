// One ClassifyArticles call.

#ifndef STANCE_SERVER_ARTICLE_STREAM_H_
#define STANCE_SERVER_ARTICLE_STREAM_H_

#include <grpcpp/support/byte_buffer.h>
#include <grpcpp/support/server_callback.h>

#include "service/server/serving.h"

namespace stance {

// Reads an article, answers it, and reads the next when the answer is written:
// one message in flight a stream, so that a client that does not read is slowed
// down by flow control and holds no memory here. The reactor deletes itself
// when the call is done. Without a snapshot the call is UNAVAILABLE, and so it
// is where `serving.streams` ends it. `serving` must outlive the call.
grpc::ServerBidiReactor<grpc::ByteBuffer, grpc::ByteBuffer>* StartArticleStream(
    grpc::CallbackServerContext* context, const Serving& serving);

}  // namespace stance

#endif  // STANCE_SERVER_ARTICLE_STREAM_H_
