// A batch's articles from JSON Lines: stance.v1.Article in canonical JSON.

#ifndef STANCE_CLIENT_BATCH_JSON_LINES_ARTICLES_H_
#define STANCE_CLIENT_BATCH_JSON_LINES_ARTICLES_H_

#include <memory>
#include <string>

#include "absl/status/statusor.h"
#include "client/batch/article_reader.h"
#include "client/input.h"

namespace stance::client {

// Blank lines are passed over; fields that articles do not have are, too.
absl::StatusOr<std::unique_ptr<ArticleReader>> OpenJsonLinesArticles(
    const std::string& path);

}  // namespace stance::client

#endif  // STANCE_CLIENT_BATCH_JSON_LINES_ARTICLES_H_
