#include "service/server/article_work.h"

#include <chrono>
#include <cstddef>
#include <memory>

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
  // Only where a thread needs it, and not of the thread's stack, as storage of
  // threads is: the library that serves metrics gives its threads 100 KiB.
  thread_local const std::unique_ptr<char[]> block(new char[kSize]);
  google::protobuf::ArenaOptions options;
  options.initial_block = block.get();
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

absl::Status CallEnded(const CallWatch& watch) {
  return watch.expired()
             ? MakeError(absl::StatusCode::kDeadlineExceeded,
                         "DEADLINE_EXCEEDED",
                         "the deadline passed before the article was answered")
             : absl::CancelledError("the call was cancelled");
}

}  // namespace

CallArena::CallArena() : arena_(ThreadBlock()) {}

ArticleWork::ArticleWork(const Serving& serving,
                         const grpc::CallbackServerContext& context,
                         Clock::time_point arrival)
    : serving_(serving), context_(context) {
  record_.waited = Clock::now() - arrival;
}

ArticleWork::~ArticleWork() {
  if (serving_.observer == nullptr) return;
  if (analysis_.ok()) record_.analysis = &*analysis_;
  serving_.observer->OnArticle(record_);
}

void ArticleWork::AddTo(CallRecord* call) const {
  call->waited += record_.waited;
  call->computed += record_.computed;
  if (!call->identity.debug || !analysis_.ok()) return;
  call->article_bytes += record_.bytes;
  call->actors += analysis_->actors.size();
  for (const ActorStances& actor : analysis_->actors) {
    call->stances += actor.stances.size();
  }
  call->notices += analysis_->notices.size();
  call->lexicon = lexicon_;
}

absl::Status ArticleWork::MayBegin(bool refusable) {
  CallWatch watch{&context_, context_.deadline()};
  if (CallWatch::Ended(&watch)) {
    record_.fate = watch.expired() ? ArticleFate::kDeadlineBefore
                                   : ArticleFate::kCancelledBefore;
    return CallEnded(watch);
  }
  if (!refusable) return absl::OkStatus();
  const Refusal refusal = serving_.admission->MayBegin(record_.waited);
  if (refusal == Refusal::kNone) return absl::OkStatus();
  record_.fate = ArticleFate::kWaitedTooLong;
  return serving_.admission->ToStatus(refusal);
}

absl::Status ArticleWork::Answer(const Snapshot& snapshot,
                                 const ArticleMessage& message,
                                 wire::v1::ClassifyArticleResponse* reply) {
  const RequestLimits& limits = serving_.limits;
  record_.bytes =
      message.article.title().size() + message.article.text().size();
  absl::StatusOr<ArticleRequest> request =
      ReadRequest(message.article, message.options, limits);
  if (!request.ok()) return request.status();
  if (message.bytes > limits.max_message_bytes) {
    return MessageTooLarge(message, limits.max_message_bytes);
  }
  CallWatch watch{&context_, context_.deadline()};
  request->options.cancelled = &CallWatch::Ended;
  request->options.cancelled_context = &watch;
  lexicon_ = snapshot.classifier.lexicon().checksum;
  thread_local Classifier::Scratch scratch;
  const Clock::time_point begin = Clock::now();
  analysis_ = snapshot.classifier.Classify(request->article, request->options,
                                           &scratch);
  record_.computed = Clock::now() - begin;
  if (!analysis_.ok()) {
    if (!absl::IsCancelled(analysis_.status())) return analysis_.status();
    record_.fate = watch.expired() ? ArticleFate::kDeadlineBetween
                                   : ArticleFate::kCancelledBetween;
    return CallEnded(watch);
  }
  record_.fate = ArticleFate::kAnswered;
  WriteReply(*analysis_, *request, message.article.id(),
             snapshot.classifier.lexicon(), reply);
  return absl::OkStatus();
}

}  // namespace stance
