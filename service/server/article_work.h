// One article, from its arrival to its answer.

#ifndef STANCE_SERVER_ARTICLE_WORK_H_
#define STANCE_SERVER_ARTICLE_WORK_H_

#include <google/protobuf/arena.h>
#include <grpcpp/server_context.h>

#include <chrono>
#include <cstddef>
#include <string_view>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "service/server/serving.h"
#include "stance/wire/v1/stance_service.pb.h"

namespace stance {

// One article as it came.
struct ArticleMessage {
  size_t bytes;  // of the whole message
  const wire::v1::Article& article;
  const wire::v1::ClassifyOptions& options;
};

// Tells the observer of the article when it is destroyed. For one thread.
class ArticleWork {
 public:
  using Clock = std::chrono::steady_clock;

  // Made when the work is about to begin. `arrival`: of its message.
  ArticleWork(const Serving& serving,
              const grpc::CallbackServerContext& context,
              Clock::time_point arrival);
  ~ArticleWork();
  ArticleWork(const ArticleWork&) = delete;
  ArticleWork& operator=(const ArticleWork&) = delete;

  // Whether it is still worth while: DEADLINE_EXCEEDED, CANCELLED. With
  // `refusable`, also OVERLOADED where it has waited for too long.
  absl::Status MayBegin(bool refusable);

  // Classifies it on the calling thread and fills `reply`. Errors: those of
  // ReadRequest; INVALID_ARGUMENT, MESSAGE_TOO_LARGE where other fields than
  // title and text make the message too long; DEADLINE_EXCEEDED and CANCELLED
  // where the call became so, noticed between sentences. `reply` is of no use
  // then. REQUIRES: MayBegin() was OK.
  absl::Status Answer(const Snapshot& snapshot, const ArticleMessage& message,
                      wire::v1::ClassifyArticleResponse* reply);

  // Adds what became of the article to the record of its call.
  void AddTo(CallRecord* call) const;

 private:
  const Serving& serving_;
  const grpc::CallbackServerContext& context_;
  absl::StatusOr<Analysis> analysis_;  // an error until classified
  std::string_view lexicon_;           // of the snapshot
  ArticleRecord record_{.fate = ArticleFate::kInvalid};
};

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

#endif  // STANCE_SERVER_ARTICLE_WORK_H_
