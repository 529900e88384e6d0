// A batch's articles from CSV with named columns.

#ifndef STANCE_CLIENT_BATCH_CSV_ARTICLES_H_
#define STANCE_CLIENT_BATCH_CSV_ARTICLES_H_

#include <memory>
#include <string>

#include "absl/status/statusor.h"
#include "client/batch/article_reader.h"

namespace stance::client {

// The first row names the columns; BatchInput::columns says which field is in
// which. INVALID_ARGUMENT: a column that is named and not there, or none for
// the text or the title.
absl::StatusOr<std::unique_ptr<ArticleReader>> OpenCsvArticles(
    const std::string& path, char separator, const std::string& columns);

}  // namespace stance::client

#endif  // STANCE_CLIENT_BATCH_CSV_ARTICLES_H_
