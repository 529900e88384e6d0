// The articles that a lexicon is tried on.

#ifndef STANCE_CLIENT_LEXICON_CORPUS_H_
#define STANCE_CLIENT_LEXICON_CORPUS_H_

#include <CLI/App.hpp>
#include <cstdint>
#include <functional>
#include <string>

#include "absl/status/statusor.h"
#include "client/batch/article_reader.h"
#include "google/rpc/status.pb.h"
#include "stance/v1/article.pb.h"

namespace stance::client {

// Adds --corpus, which is required, and --columns.
void AddCorpusFlag(CLI::App* command, BatchInput* corpus);

// Calls visit("articles.jsonl:17", article) for each article in turn. One that
// cannot be read, or that `visit` returns an error for, is named on standard
// error, and the rest goes on; the result is how many these were. Errors: the
// corpus as a whole, which they name, cannot be read.
absl::StatusOr<uint64_t> ForEachArticle(
    const BatchInput& corpus,
    const std::function<google::rpc::Status(const std::string& where,
                                            v1::Article article)>& visit);

}  // namespace stance::client

#endif  // STANCE_CLIENT_LEXICON_CORPUS_H_
