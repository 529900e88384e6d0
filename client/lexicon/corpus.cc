#include "client/lexicon/corpus.h"

#include <CLI/CLI.hpp>
#include <memory>
#include <utility>

#include "absl/strings/str_cat.h"
#include "client/errors.h"

namespace stance::client {

void AddCorpusFlag(CLI::App* command, BatchInput* corpus) {
  command
      ->add_option("--corpus", corpus->path,
                   "Articles as `stancectl batch --input` takes them: JSON "
                   "Lines, CSV or a directory; gzip too; \"-\" is standard "
                   "input")
      ->required();
  command->add_option("--columns", corpus->columns,
                      "Which column of CSV is which field, as in batch");
}

absl::StatusOr<uint64_t> ForEachArticle(
    const BatchInput& corpus,
    const std::function<google::rpc::Status(const std::string& where,
                                            v1::Article article)>& visit) {
  auto reader = OpenArticles(corpus);
  if (!reader.ok()) return reader.status();
  uint64_t failed = 0;
  Record record;
  while ((*reader)->Next(&record)) {
    v1::Article article;
    const std::string where = (*reader)->Where(record);
    google::rpc::Status status = (*reader)->Parse(record, &article);
    if (status.code() == 0) status = visit(where, std::move(article));
    if (status.code() == 0) continue;
    PrintError(where, OneLine(status));
    ++failed;
  }
  if ((*reader)->IsBroken()) {
    return absl::DataLossError(
        absl::StrCat(corpus.path, ": cannot be read to its end"));
  }
  return failed;
}

}  // namespace stance::client
