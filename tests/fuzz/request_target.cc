#include <algorithm>

#include "service/engine/text/utf8.h"
#include "service/server/errors.h"
#include "service/server/reply.h"
#include "service/server/request.h"
#include "stance/wire/v1/stance_service.pb.h"
#include "tests/fuzz/shipped_classifier.h"
#include "tests/fuzz/targets.h"

#ifdef STANCE_FUZZ_GRPC
#include <grpcpp/support/slice.h>

#include <vector>

#include "service/server/wire_message.h"
#endif

namespace stance {
namespace {

using wire::v1::ClassifyArticleRequest;

#ifdef STANCE_FUZZ_GRPC
// Whether the bytes, in pieces of several sizes, are the same message or none.
bool SameInPieces(std::string_view input, bool parses,
                  const ClassifyArticleRequest& whole) {
  std::vector<grpc::Slice> slices;
  for (size_t size = 1; !input.empty(); size = size * 3 + 1) {
    const std::string piece(input.substr(0, size));
    slices.emplace_back(piece);
    input.remove_prefix(piece.size());
  }
  const grpc::ByteBuffer buffer(slices.data(), slices.size());
  ClassifyArticleRequest message;
  if (ParseMessage(buffer, &message) != parses) return false;
  return !parses || message.SerializeAsString() == whole.SerializeAsString();
}
#endif

// The rest of the way: what the service does with a request that is right.
std::string AnswerComplaint(const Classifier& classifier,
                            const ClassifyArticleRequest& message,
                            const ArticleRequest& request) {
  static Classifier::Scratch scratch;
  const absl::StatusOr<Analysis> analysis =
      classifier.Classify(request.article, request.options, &scratch);
  if (!analysis.ok()) return "a request that is right has no answer";
  wire::v1::ClassifyArticleResponse reply;
  WriteReply(*analysis, request, message.article().id(), classifier.lexicon(),
             &reply);
  // The clients' messages check that text is UTF-8; the wire's do not.
  v1::ClassifyArticleResponse received;
  if (!received.ParseFromString(reply.SerializeAsString())) {
    return "an answer that clients cannot read";
  }
  return received.article_id() == message.article().id()
             ? ""
             : "another article's id";
}

}  // namespace

std::string FuzzRequest(std::string_view input) {
  const Classifier& classifier = ShippedClassifier();
  // What gRPC's own limit lets through is far smaller than INT_MAX.
  ClassifyArticleRequest message;
  const bool parses =
      message.ParseFromArray(input.data(), static_cast<int>(input.size()));
#ifdef STANCE_FUZZ_GRPC
  if (!SameInPieces(input, parses, message)) return "another message in pieces";
#endif
  if (!parses) return "";
  const absl::StatusOr<ArticleRequest> request =
      ReadRequest(message.article(), message.options(), {});
  if (!request.ok()) {
    const google::rpc::Status status = ToRpcStatus(request.status());
    if (status.code() != static_cast<int>(absl::StatusCode::kInvalidArgument)) {
      return "a strange error";
    }
    if (status.details_size() != 2) return "an error without its details";
    if (FirstInvalidUtf8(status.message())) return "a message not in UTF-8";
    return "";
  }
  if (FirstInvalidUtf8(request->article.text) ||
      FirstInvalidUtf8(request->article.title)) {
    return "an article not in UTF-8";
  }
  if (request->article.text.size() + request->article.title.size() >
      RequestLimits().max_article_bytes) {
    return "an article over the limit";
  }
  return AnswerComplaint(classifier, message, *request);
}

}  // namespace stance
