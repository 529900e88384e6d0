// Answers as `stancectl batch` wrote them, read again.

#ifndef STANCE_CLIENT_ANSWER_FILE_H_
#define STANCE_CLIENT_ANSWER_FILE_H_

#include <functional>
#include <string>

#include "absl/status/status.h"
#include "stance/v1/stance_service.pb.h"

namespace stance::client {

// Hands on every ClassifyArticleResponse of a file of JSON Lines, gzipped or
// not ("-" for standard input); holds one at a time. NOT_FOUND,
// INVALID_ARGUMENT: names the file and the line.
absl::Status ForEachAnswer(
    const std::string& path,
    const std::function<void(const v1::ClassifyArticleResponse&)>& visit);

}  // namespace stance::client

#endif  // STANCE_CLIENT_ANSWER_FILE_H_
