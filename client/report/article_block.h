// One article with its stances, as the report's script reads it.

#ifndef STANCE_CLIENT_REPORT_ARTICLE_BLOCK_H_
#define STANCE_CLIENT_REPORT_ARTICLE_BLOCK_H_

#include <string>

#include "stance/v1/article.pb.h"
#include "stance/v1/stance_service.pb.h"

namespace stance::client {

// YYYY-MM-DD in UTC; empty where the article has no date.
std::string PublishDate(const v1::Article& article);

// {"id","title","date","text","stances":[{"actor","polarity","target",
// "confidence","derived","speakers","evidence":[{"sentence","holder","cue",
// "target","steps"}]}]} on one line. A place in the article is
// [0 for text or 1 for title, begin, end], or null. Safe inside <script>: it
// holds no "<".
std::string ArticleBlock(const v1::Article& article,
                         const v1::ClassifyArticleResponse& answer);

}  // namespace stance::client

#endif  // STANCE_CLIENT_REPORT_ARTICLE_BLOCK_H_
