#include "client/batch/directory_articles.h"

#include <atomic>
#include <utility>
#include <vector>

#include "client/articles/expand_paths.h"
#include "client/articles/read_article.h"
#include "client/errors.h"

namespace stance::client {
namespace {

class DirectoryArticles : public ArticleReader {
 public:
  explicit DirectoryArticles(std::vector<std::string> paths)
      : paths_(std::move(paths)) {}

  bool Next(Record* record) override {
    if (next_ == paths_.size()) return false;
    record->data = paths_[next_];
    record->line = ++next_;
    return true;
  }

  google::rpc::Status Parse(const Record& record,
                            v1::Article* article) const override {
    article->set_id(record.data);
    auto read = ReadArticle(record.data, {});
    if (!read.ok()) {
      return CallError(static_cast<grpc::StatusCode>(read.status().code()),
                       std::string{read.status().message()});
    }
    *article = *std::move(read);
    return OkStatus();
  }

  std::string Where(const Record& record) const override { return record.data; }
  double Fraction() const override {
    return static_cast<double>(next_) / static_cast<double>(paths_.size());
  }

 private:
  const std::vector<std::string> paths_;
  std::atomic<size_t> next_ = 0;
};

}  // namespace

absl::StatusOr<std::unique_ptr<ArticleReader>> OpenDirectoryArticles(
    const std::string& path) {
  auto paths = ExpandPaths({path});
  if (!paths.ok()) return paths.status();
  return std::make_unique<DirectoryArticles>(*std::move(paths));
}

}  // namespace stance::client
