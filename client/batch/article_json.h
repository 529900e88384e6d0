// One line of a batch -> an article, quickly.

#ifndef STANCE_CLIENT_BATCH_ARTICLE_JSON_H_
#define STANCE_CLIENT_BATCH_ARTICLE_JSON_H_

#include <string>
#include <vector>

#include "absl/status/status.h"
#include "stance/v1/article.pb.h"

namespace stance::client {

// Does what FromJson (json.h) does, in a tenth of the time for articles as they
// usually are; `unknown` gets the names of members that articles do not have.
absl::Status ArticleFromJson(const std::string& line, v1::Article* article,
                             std::vector<std::string>* unknown);

}  // namespace stance::client

#endif  // STANCE_CLIENT_BATCH_ARTICLE_JSON_H_
