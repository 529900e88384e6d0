// One article of a call: message in, message out.

#ifndef STANCE_SERVER_ARTICLE_ANSWER_H_
#define STANCE_SERVER_ARTICLE_ANSWER_H_

#include <google/protobuf/arena.h>
#include <grpcpp/server_context.h>

#include <cstddef>

#include "absl/status/status.h"
#include "service/server/request.h"
#include "service/server/snapshot.h"
#include "stance/wire/v1/stance_service.pb.h"

namespace stance {

// One article as it came.
struct ArticleMessage {
  size_t bytes;  // of the whole message
  const wire::v1::Article& article;
  const wire::v1::ClassifyOptions& options;
};

// Classifies the article on the calling thread and fills `reply`. Errors: those
// of ReadRequest; INVALID_ARGUMENT, MESSAGE_TOO_LARGE where other fields than
// title and text make the message too long; DEADLINE_EXCEEDED and CANCELLED
// where `context` became so, noticed between sentences. `reply` is of no use
// then.
absl::Status AnswerArticle(const Snapshot& snapshot,
                           const RequestLimits& limits,
                           const grpc::CallbackServerContext& context,
                           const ArticleMessage& message,
                           wire::v1::ClassifyArticleResponse* reply);

// An arena whose first block belongs to the calling thread and is used again by
// the thread's next call. REQUIRES: one at a time a thread, destroyed on the
// thread that made it.
class CallArena {
 public:
  CallArena();

  template <class Message>
  Message* Make() {
    return google::protobuf::Arena::CreateMessage<Message>(&arena_);
  }

 private:
  google::protobuf::Arena arena_;
};

}  // namespace stance

#endif  // STANCE_SERVER_ARTICLE_ANSWER_H_
