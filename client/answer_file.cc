#include "client/answer_file.h"

#include "absl/strings/str_cat.h"
#include "client/input.h"
#include "client/json.h"

namespace stance::client {
namespace {

// Longer than any answer to an article of the default limit.
constexpr size_t kLongestLine = 256 << 20;

// Members that an answer does not have are passed over: of an article, all.
absl::Status AnswerFromJson(const std::string& line,
                            v1::ClassifyArticleResponse* answer) {
  absl::Status status = FromJson(line, answer);
  if (!status.ok() || answer->ByteSizeLong() > 0) return status;
  return absl::InvalidArgumentError("there is nothing of an answer in it");
}

}  // namespace

absl::Status ForEachAnswer(
    const std::string& path,
    const std::function<void(const v1::ClassifyArticleResponse&)>& visit) {
  const std::string name = path == "-" ? "standard input" : path;
  const auto input = OpenInput(path);
  if (!input.ok()) {
    return absl::NotFoundError(
        absl::StrCat(name, ": ", input.status().message()));
  }
  LineReader reader(input->get(), kLongestLine);
  std::string line;
  v1::ClassifyArticleResponse answer;
  for (;;) {
    const LineReader::Result result = reader.Next(&line);
    if (result == LineReader::Result::kEnd) break;
    if (result == LineReader::Result::kLine &&
        line.find_first_not_of(" \t\r") == std::string::npos) {
      continue;
    }
    absl::Status status = result == LineReader::Result::kTooLong
                              ? absl::InvalidArgumentError(
                                    "the line is too "
                                    "long for an answer")
                              : AnswerFromJson(line, &answer);
    if (!status.ok()) {
      return absl::InvalidArgumentError(absl::StrCat(
          name, ":", reader.line_number(),
          ": not an answer of stancectl batch: ", status.message()));
    }
    visit(answer);
    answer.Clear();
  }
  if (!(*input)->IsBroken()) return absl::OkStatus();
  return absl::DataLossError(absl::StrCat(name, ": cannot be read to its end"));
}

}  // namespace stance::client
