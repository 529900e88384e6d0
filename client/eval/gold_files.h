// Gold files and files of answers.

#ifndef STANCE_CLIENT_EVAL_GOLD_FILES_H_
#define STANCE_CLIENT_EVAL_GOLD_FILES_H_

#include <map>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "stance/eval/v1/gold.pb.h"
#include "stance/v1/stance_service.pb.h"

namespace stance::client {

// The *.jsonl files that `paths` name: files as they are, directories by what
// lies directly in them, by name. NOT_FOUND: a directory without any.
absl::StatusOr<std::vector<std::string>> FindGoldFiles(
    const std::vector<std::string>& paths);

// Every article of one file. Errors name file and line.
absl::StatusOr<std::vector<eval::v1::GoldArticle>> ReadGold(
    const std::string& path);

// Every answer of one file, by the article's id.
absl::StatusOr<std::map<std::string, v1::ClassifyArticleResponse>> ReadAnswers(
    const std::string& path);

}  // namespace stance::client

#endif  // STANCE_CLIENT_EVAL_GOLD_FILES_H_
