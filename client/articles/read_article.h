// One file -> one article.

#ifndef STANCE_CLIENT_ARTICLES_READ_ARTICLE_H_
#define STANCE_CLIENT_ARTICLES_READ_ARTICLE_H_

#include <string>

#include "absl/status/statusor.h"
#include "google/protobuf/timestamp.pb.h"
#include "stance/v1/article.pb.h"

namespace stance::client {

// How a file is to be understood.
enum class ArticleForm {
  kAuto,  // a web page where it begins as one (LooksLikeHtml)
  kText,
  kHtml,
};

// What is known of an article besides its file; wins over what a page says.
struct ArticleFacts {
  std::string title;
  std::string date;      // YYYY-MM-DD, or empty
  std::string language;  // BCP 47, or empty
  ArticleForm form = ArticleForm::kAuto;
};

// "2024-05-31", "2024-05-31T10:00:00Z" and other RFC 3339, "2024-05-31 10:00":
// the time, midnight UTC where there is only a day. False: it is none.
bool ParseTime(const std::string& text, google::protobuf::Timestamp* time);

// The article in the file (gzip too), "-" for standard input; its id is the
// path. Nothing is checked that an answerer checks.
absl::StatusOr<v1::Article> ReadArticle(const std::string& path,
                                        const ArticleFacts& facts);

}  // namespace stance::client

#endif  // STANCE_CLIENT_ARTICLES_READ_ARTICLE_H_
