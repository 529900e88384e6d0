// Where the articles of a batch come from, one after another.

#ifndef STANCE_CLIENT_BATCH_ARTICLE_READER_H_
#define STANCE_CLIENT_BATCH_ARTICLE_READER_H_

#include <cstdint>
#include <memory>
#include <set>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "google/rpc/status.pb.h"
#include "stance/v1/article.pb.h"

namespace stance::client {

// One article, as it was read.
struct Record {
  uint64_t line = 0;               // of the input, from 1; of a directory: the
                                   // number of the file
  std::string data;                // a line, or a file's path
  std::vector<std::string> cells;  // of CSV
  bool too_long = false;  // over the limit: data and cells hold nothing
};

class ArticleReader {
 public:
  virtual ~ArticleReader() = default;

  // The next article; false at the end. One thread at a time.
  virtual bool Next(Record* record) = 0;

  // What `record` holds; what is wrong with it (INVALID_ARGUMENT, NOT_FOUND).
  // Any thread, also while Next runs.
  virtual google::rpc::Status Parse(const Record& record,
                                    v1::Article* article) const = 0;

  // "articles.jsonl:17", for people.
  virtual std::string Where(const Record& record) const = 0;

  // How much has been read, 0 to 1; negative where nobody knows. Any thread.
  virtual double Fraction() const = 0;

  // Whether the input broke off. After Next was false.
  virtual bool IsBroken() const { return false; }

  // Names of members of JSON objects that articles do not have; the first
  // hundred of them. After the last Parse.
  virtual std::set<std::string> UnknownFields() const { return {}; }
};

// What a batch reads.
struct BatchInput {
  std::string path;  // "-": standard input
  // "jsonl", "csv", "tsv", "directory", or "auto": by the path, JSON Lines
  // where it does not tell. What is gzipped is inflated.
  std::string format = "auto";
  // CSV: the columns' own names for fields of an article,
  // "text=body,title=headline". Without it fields have their own names: id,
  // title, text, date (or publish_time), language (or language_code), uri (or
  // url).
  std::string columns;
};

// INVALID_ARGUMENT, NOT_FOUND, PERMISSION_DENIED: what is wrong with the input,
// before any article has been read; the message names it.
absl::StatusOr<std::unique_ptr<ArticleReader>> OpenArticles(
    const BatchInput& input);

}  // namespace stance::client

#endif  // STANCE_CLIENT_BATCH_ARTICLE_READER_H_
