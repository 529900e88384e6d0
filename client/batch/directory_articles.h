// A batch's articles from a directory of files.

#ifndef STANCE_CLIENT_BATCH_DIRECTORY_ARTICLES_H_
#define STANCE_CLIENT_BATCH_DIRECTORY_ARTICLES_H_

#include <memory>
#include <string>

#include "absl/status/statusor.h"
#include "client/batch/article_reader.h"

namespace stance::client {

// The *.txt and *.html of the directory and those below it (expand_paths.h), in
// order of their paths; an article's id is its path. Files are read by Parse.
absl::StatusOr<std::unique_ptr<ArticleReader>> OpenDirectoryArticles(
    const std::string& path);

}  // namespace stance::client

#endif  // STANCE_CLIENT_BATCH_DIRECTORY_ARTICLES_H_
