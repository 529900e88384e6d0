#include "service/server/article_answer.h"

#include <chrono>
#include <cstddef>

#include "absl/status/statusor.h"
#include "absl/strings/str_cat.h"
#include "service/server/errors.h"
#include "service/server/reply.h"

namespace stance {
namespace {

using SystemClock = std::chrono::system_clock;

// Why a call ends early; asked between sentences.
struct CallWatch {
  const grpc::CallbackServerContext* context;
  SystemClock::time_point deadline;

  // The clock itself, not only gRPC's timer, which may be waiting for the
  // thread that asks.
  bool expired() const { return SystemClock::now() >= deadline; }

  static bool Ended(void* watch) {
    const auto& self = *static_cast<const CallWatch*>(watch);
    return self.context->IsCancelled() || self.expired();
  }
};

google::protobuf::ArenaOptions ThreadBlock() {
  // Holds an article of usual length, its reply, and their strings' headers.
  constexpr size_t kSize = 64 << 10;
  alignas(8) thread_local char block[kSize];
  google::protobuf::ArenaOptions options;
  options.initial_block = block;
  options.initial_block_size = kSize;
  return options;
}

// Title and text are within their limit: what is too long is beside them.
absl::Status MessageTooLarge(const ArticleMessage& message, size_t limit) {
  const bool article =
      message.article.ByteSizeLong() >= message.options.ByteSizeLong();
  return InvalidField("MESSAGE_TOO_LARGE", article ? "article" : "options",
                      absl::StrCat("the message is ", message.bytes,
                                   " bytes; at most ", limit, " are allowed"),
                      {{"messageBytes", absl::StrCat(message.bytes)},
                       {"maxMessageBytes", absl::StrCat(limit)}});
}

}  // namespace

CallArena::CallArena() : arena_(ThreadBlock()) {}

absl::Status AnswerArticle(const Snapshot& snapshot,
                           const RequestLimits& limits,
                           const grpc::CallbackServerContext& context,
                           const ArticleMessage& message,
                           wire::v1::ClassifyArticleResponse* reply) {
  absl::StatusOr<ArticleRequest> request =
      ReadRequest(message.article, message.options, limits);
  if (!request.ok()) return request.status();
  if (message.bytes > limits.max_message_bytes) {
    return MessageTooLarge(message, limits.max_message_bytes);
  }
  CallWatch watch{&context, context.deadline()};
  request->options.cancelled = &CallWatch::Ended;
  request->options.cancelled_context = &watch;
  thread_local Classifier::Scratch scratch;
  const absl::StatusOr<Analysis> analysis = snapshot.classifier.Classify(
      request->article, request->options, &scratch);
  if (!analysis.ok()) {
    if (absl::IsCancelled(analysis.status()) && watch.expired()) {
      return MakeError(absl::StatusCode::kDeadlineExceeded, "DEADLINE_EXCEEDED",
                       "the deadline passed while the article was classified");
    }
    return analysis.status();
  }
  WriteReply(*analysis, *request, message.article.id(),
             snapshot.classifier.lexicon(), reply);
  return absl::OkStatus();
}

}  // namespace stance
