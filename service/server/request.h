// What a caller sent -> what the engine takes, checked.
//
//   v1::Article article;
//   article.set_text("China supports talks.");
//   absl::StatusOr<ArticleRequest> request = ReadRequest(article, {}, {});
//   classifier.Classify(request->article, request->options, &scratch);
//
//   options.set_min_confidence(2);
//   ReadRequest(article, options, {})
//       // INVALID_ARGUMENT: options.min_confidence: 2 is not between 0 and 1
//
// The same checks for messages of stance.v1 (the client's own engine) and of
// stance.wire.v1 (the server, which takes strings as bytes to be able to say
// which of them is not UTF-8).

#ifndef STANCE_SERVER_REQUEST_H_
#define STANCE_SERVER_REQUEST_H_

#include <cstddef>

#include "absl/status/statusor.h"
#include "service/engine/classifier.h"
#include "service/engine/text/offsets.h"
#include "stance/v1/article.pb.h"
#include "stance/v1/options.pb.h"
#include "stance/wire/v1/article.pb.h"
#include "stance/wire/v1/options.pb.h"

namespace stance {

struct RequestLimits {
  // Of title and text together, in bytes.
  size_t max_article_bytes = size_t{2} << 20;
  // Of the whole request message, in bytes.
  size_t max_message_bytes = size_t{4} << 20;
};

// A request that the engine will answer (unless it is cancelled). `article`
// points into the message that it was read from.
struct ArticleRequest {
  ArticleView article;
  ClassifyOptions options;
  OffsetEncoding offset_encoding = OffsetEncoding::kUtf8;
};

// Errors are INVALID_ARGUMENT as the contract (stance/v1/*.proto) lists them:
// with a reason, and with the first field that is wrong as "article.…" or
// "options.…".
absl::StatusOr<ArticleRequest> ReadRequest(const v1::Article& article,
                                           const v1::ClassifyOptions& options,
                                           const RequestLimits& limits);
absl::StatusOr<ArticleRequest> ReadRequest(
    const wire::v1::Article& article, const wire::v1::ClassifyOptions& options,
    const RequestLimits& limits);

}  // namespace stance

#endif  // STANCE_SERVER_REQUEST_H_
