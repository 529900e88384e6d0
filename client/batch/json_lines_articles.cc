#include "client/batch/json_lines_articles.h"

#include <mutex>
#include <utility>

#include "absl/strings/str_cat.h"
#include "client/batch/article_json.h"
#include "client/batch/input_fraction.h"
#include "client/errors.h"

namespace stance::client {
namespace {

// An article of the default limit, every byte of it escaped (\u00XX), and room
// for the rest.
constexpr size_t kLongestLine = 32 << 20;
constexpr size_t kMostUnknownFields = 100;

class JsonLinesArticles : public ArticleReader {
 public:
  JsonLinesArticles(const std::string& path, std::unique_ptr<InputStream> input)
      : name_(path == "-" ? "standard input" : path),
        size_(FileSize(path)),
        input_(std::move(input)),
        reader_(input_.get(), kLongestLine) {}

  bool Next(Record* record) override {
    LineReader::Result result;
    do {
      result = reader_.Next(&record->data);
      if (result == LineReader::Result::kEnd) return false;
    } while (result == LineReader::Result::kLine &&
             record->data.find_first_not_of(" \t\r") == std::string::npos);
    record->too_long = result == LineReader::Result::kTooLong;
    record->line = reader_.line_number();
    return true;
  }

  google::rpc::Status Parse(const Record& record,
                            v1::Article* article) const override {
    if (record.too_long) {
      return CallError(
          grpc::StatusCode::INVALID_ARGUMENT,
          absl::StrCat("the line is longer than ", kLongestLine, " bytes"));
    }
    std::vector<std::string> unknown;
    const absl::Status parsed = ArticleFromJson(record.data, article, &unknown);
    if (!parsed.ok()) {
      return CallError(
          grpc::StatusCode::INVALID_ARGUMENT,
          absl::StrCat("not an article in JSON: ", parsed.message()));
    }
    NoteUnknownFields(std::move(unknown));
    return OkStatus();
  }

  std::string Where(const Record& record) const override {
    return absl::StrCat(name_, ":", record.line);
  }
  double Fraction() const override { return FractionRead(*input_, size_); }
  bool IsBroken() const override { return input_->IsBroken(); }
  std::set<std::string> UnknownFields() const override {
    const std::lock_guard lock(mutex_);
    return unknown_fields_;
  }

 private:
  void NoteUnknownFields(std::vector<std::string> names) const {
    if (names.empty()) return;
    const std::lock_guard lock(mutex_);
    for (std::string& name : names) {
      if (unknown_fields_.size() == kMostUnknownFields) return;
      unknown_fields_.insert(std::move(name));
    }
  }

  const std::string name_;
  const uint64_t size_;
  const std::unique_ptr<InputStream> input_;
  LineReader reader_;
  mutable std::mutex mutex_;
  mutable std::set<std::string> unknown_fields_;  // guarded by mutex_
};

}  // namespace

absl::StatusOr<std::unique_ptr<ArticleReader>> OpenJsonLinesArticles(
    const std::string& path) {
  auto input = OpenInput(path);
  if (!input.ok()) return input.status();
  return std::make_unique<JsonLinesArticles>(path, *std::move(input));
}

}  // namespace stance::client
