#include "client/article_index.h"

#include <google/protobuf/util/time_util.h>

namespace stance::client {
namespace {

constexpr size_t kDayLength = 10;  // of "2024-05-31T00:00:00Z"

}  // namespace

absl::StatusOr<ArticleIndex> ReadArticleIndex(const BatchInput& input) {
  const auto reader = OpenArticles(input);
  if (!reader.ok()) return reader.status();
  ArticleIndex out;
  Record record;
  v1::Article article;
  while ((*reader)->Next(&record)) {
    article.Clear();
    if ((*reader)->Parse(record, &article).code() != 0) continue;
    ArticleFact& fact = out[article.id()];
    fact.title = article.title();
    if (article.has_publish_time()) {
      fact.date =
          google::protobuf::util::TimeUtil::ToString(article.publish_time())
              .substr(0, kDayLength);
    }
  }
  return out;
}

}  // namespace stance::client
