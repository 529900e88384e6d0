#include "client/batch/article_reader.h"

#include <filesystem>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/strip.h"
#include "client/batch/csv_articles.h"
#include "client/batch/directory_articles.h"
#include "client/batch/json_lines_articles.h"

namespace stance::client {
namespace {

std::string FormatOf(const BatchInput& input) {
  if (input.format != "auto") return input.format;
  std::error_code ignored;
  if (std::filesystem::is_directory(input.path, ignored)) return "directory";
  absl::string_view name = input.path;
  absl::ConsumeSuffix(&name, ".gz");
  if (absl::EndsWithIgnoreCase(name, ".csv")) return "csv";
  if (absl::EndsWithIgnoreCase(name, ".tsv")) return "tsv";
  return "jsonl";
}

absl::StatusOr<std::unique_ptr<ArticleReader>> Open(const BatchInput& input) {
  const std::string format = FormatOf(input);
  if (!input.columns.empty() && format != "csv" && format != "tsv") {
    return absl::InvalidArgumentError(
        "--columns is for CSV; say --input-format=csv where it is");
  }
  if (format == "directory") return OpenDirectoryArticles(input.path);
  if (format == "jsonl") return OpenJsonLinesArticles(input.path);
  return OpenCsvArticles(input.path, format == "tsv" ? '\t' : ',',
                         input.columns);
}

}  // namespace

absl::StatusOr<std::unique_ptr<ArticleReader>> OpenArticles(
    const BatchInput& input) {
  auto reader = Open(input);
  const std::string name = input.path == "-" ? "standard input" : input.path;
  if (reader.ok() || absl::StartsWith(reader.status().message(), name)) {
    return reader;
  }
  return absl::Status(reader.status().code(),
                      absl::StrCat(name, ": ", reader.status().message()));
}

}  // namespace stance::client
