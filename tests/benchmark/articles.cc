#include "tests/benchmark/articles.h"

#include <google/protobuf/struct.pb.h>
#include <google/protobuf/util/json_util.h>

#include <fstream>
#include <sstream>
#include <string>

#include "absl/status/status.h"
#include "absl/strings/str_cat.h"

namespace stance {
namespace {

std::string Field(const google::protobuf::Struct& object, const char* name) {
  const auto field = object.fields().find(name);
  return field == object.fields().end() ? std::string()
                                        : field->second.string_value();
}

absl::Status ReadLines(const std::string& path, std::ifstream& file,
                       std::vector<BenchmarkArticle>* articles) {
  std::string line;
  for (int number = 1; std::getline(file, line); ++number) {
    if (line.empty()) continue;
    google::protobuf::Struct object;
    if (!google::protobuf::util::JsonStringToMessage(line, &object).ok()) {
      return absl::InvalidArgumentError(
          absl::StrCat(path, ":", number, ": not a JSON object"));
    }
    articles->push_back({Field(object, "title"), Field(object, "text")});
    if (articles->back().bytes() == 0) {
      return absl::InvalidArgumentError(
          absl::StrCat(path, ":", number, ": neither title nor text"));
    }
  }
  return absl::OkStatus();
}

}  // namespace

absl::StatusOr<std::vector<BenchmarkArticle>> ReadArticles(
    const std::vector<std::string>& paths) {
  std::vector<BenchmarkArticle> articles;
  for (const std::string& path : paths) {
    std::ifstream file(path);
    if (!file) {
      return absl::NotFoundError(absl::StrCat(path, ": cannot be read"));
    }
    const size_t before = articles.size();
    if (path.ends_with(".jsonl")) {
      if (absl::Status s = ReadLines(path, file, &articles); !s.ok()) return s;
    } else {
      std::ostringstream text;
      text << file.rdbuf();
      if (!text.str().empty()) articles.push_back({"", text.str()});
    }
    if (articles.size() == before) {
      return absl::InvalidArgumentError(absl::StrCat(path, ": no article"));
    }
  }
  return articles;
}

size_t TotalBytes(const std::vector<BenchmarkArticle>& articles) {
  size_t bytes = 0;
  for (const BenchmarkArticle& article : articles) bytes += article.bytes();
  return bytes;
}

}  // namespace stance
