// The articles that the benchmarks read.

#ifndef STANCE_TESTS_BENCHMARK_ARTICLES_H_
#define STANCE_TESTS_BENCHMARK_ARTICLES_H_

#include <cstddef>
#include <string>
#include <vector>

#include "absl/status/statusor.h"

namespace stance {

struct BenchmarkArticle {
  std::string title;
  std::string text;

  size_t bytes() const { return title.size() + text.size(); }
};

// *.jsonl: the "title" and "text" of each line; any other file is the text of
// one article. NOT_FOUND, INVALID_ARGUMENT with file and line; an empty file is
// an error too.
absl::StatusOr<std::vector<BenchmarkArticle>> ReadArticles(
    const std::vector<std::string>& paths);

size_t TotalBytes(const std::vector<BenchmarkArticle>& articles);

}  // namespace stance

#endif  // STANCE_TESTS_BENCHMARK_ARTICLES_H_
