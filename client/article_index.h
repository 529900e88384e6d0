// What answers do not say of their articles: titles and dates, by id.

#ifndef STANCE_CLIENT_ARTICLE_INDEX_H_
#define STANCE_CLIENT_ARTICLE_INDEX_H_

#include <map>
#include <string>

#include "absl/status/statusor.h"
#include "client/batch/article_reader.h"

namespace stance::client {

struct ArticleFact {
  std::string title;
  std::string date;  // YYYY-MM-DD in UTC; empty where it has none
};

using ArticleIndex = std::map<std::string, ArticleFact>;

// Of all articles that `stancectl batch` would read of `input`; those that
// cannot be read are passed over.
absl::StatusOr<ArticleIndex> ReadArticleIndex(const BatchInput& input);

}  // namespace stance::client

#endif  // STANCE_CLIENT_ARTICLE_INDEX_H_
