#include "client/eval/gold_files.h"

#include <algorithm>
#include <filesystem>
#include <functional>

#include "absl/strings/str_cat.h"
#include "client/answer_file.h"
#include "client/input.h"
#include "client/json.h"

namespace stance::client {
namespace {

namespace fs = std::filesystem;

constexpr size_t kLongestLine = 64 << 20;

// Calls `take` with each line that holds something; its errors get the place.
absl::Status ForEachLine(
    const std::string& path,
    const std::function<absl::Status(const std::string&)>& take) {
  const auto input = OpenInput(path);
  if (!input.ok()) {
    return absl::NotFoundError(
        absl::StrCat(path, ": ", input.status().message()));
  }
  LineReader reader(input->get(), kLongestLine);
  std::string line;
  for (;;) {
    const LineReader::Result result = reader.Next(&line);
    if (result == LineReader::Result::kEnd) return absl::OkStatus();
    absl::Status status;
    if (result == LineReader::Result::kTooLong) {
      status = absl::InvalidArgumentError("the line is too long");
    } else if (line.find_first_not_of(" \t") != std::string::npos) {
      status = take(line);
    }
    if (!status.ok()) {
      return absl::InvalidArgumentError(absl::StrCat(
          path, ":", reader.line_number(), ": ", status.message()));
    }
  }
}

}  // namespace

absl::StatusOr<std::vector<std::string>> FindGoldFiles(
    const std::vector<std::string>& paths) {
  std::vector<std::string> out;
  for (const std::string& path : paths) {
    std::error_code error;
    if (!fs::is_directory(path, error)) {
      out.push_back(path);
      continue;
    }
    std::vector<std::string> files;
    for (const auto& entry : fs::directory_iterator(path, error)) {
      if (entry.path().extension() == ".jsonl") files.push_back(entry.path());
    }
    if (files.empty()) {
      return absl::NotFoundError(
          absl::StrCat(path, ": there is no *.jsonl in the directory"));
    }
    std::sort(files.begin(), files.end());
    out.insert(out.end(), files.begin(), files.end());
  }
  return out;
}

absl::StatusOr<std::vector<eval::v1::GoldArticle>> ReadGold(
    const std::string& path) {
  std::vector<eval::v1::GoldArticle> out;
  const absl::Status status = ForEachLine(path, [&](const std::string& line) {
    return FromJson(line, &out.emplace_back());
  });
  if (!status.ok()) return status;
  return out;
}

absl::StatusOr<std::map<std::string, v1::ClassifyArticleResponse>> ReadAnswers(
    const std::string& path) {
  std::map<std::string, v1::ClassifyArticleResponse> out;
  const absl::Status status =
      ForEachAnswer(path, [&](const v1::ClassifyArticleResponse& answer) {
        out[answer.article_id()] = answer;
      });
  if (!status.ok()) return status;
  return out;
}

}  // namespace stance::client
