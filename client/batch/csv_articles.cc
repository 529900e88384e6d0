#include "client/batch/csv_articles.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <utility>
#include <vector>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "absl/strings/str_split.h"
#include "client/articles/read_article.h"
#include "client/batch/csv_reader.h"
#include "client/batch/input_fraction.h"
#include "client/errors.h"

namespace stance::client {
namespace {

constexpr size_t kLongestRow = 32 << 20;

// The fields of an article, and the names that a column may have for each.
struct FieldName {
  const char* field;
  const char* column;
};
constexpr FieldName kFieldNames[] = {{"id", "id"},
                                     {"title", "title"},
                                     {"text", "text"},
                                     {"date", "date"},
                                     {"date", "publish_time"},
                                     {"language", "language"},
                                     {"language", "language_code"},
                                     {"uri", "uri"},
                                     {"uri", "url"}};

bool IsField(const std::string& name) {
  return std::any_of(
      std::begin(kFieldNames), std::end(kFieldNames),
      [&](const FieldName& field) { return name == field.field; });
}

// field -> index of its column.
using Columns = std::map<std::string, size_t>;

size_t Find(const std::vector<std::string>& header, const std::string& name) {
  return static_cast<size_t>(
      std::find_if(header.begin(), header.end(),
                   [&](const std::string& cell) {
                     return absl::EqualsIgnoreCase(
                         absl::StripAsciiWhitespace(cell), name);
                   }) -
      header.begin());
}

// The columns that have the fields' own names.
Columns ByName(const std::vector<std::string>& header) {
  Columns out;
  for (const FieldName& name : kFieldNames) {
    const size_t at = Find(header, name.column);
    if (at < header.size()) out.emplace(name.field, at);
  }
  return out;
}

// And those of "text=body,title=headline".
absl::Status AddNamed(const std::string& columns,
                      const std::vector<std::string>& header, Columns* out) {
  for (const absl::string_view part :
       absl::StrSplit(columns, ',', absl::SkipEmpty())) {
    const std::vector<std::string> pair =
        absl::StrSplit(part, absl::MaxSplits('=', 1));
    if (pair.size() != 2 || !IsField(pair[0])) {
      return absl::InvalidArgumentError(
          absl::StrCat("--columns: \"", part,
                       "\" is not FIELD=COLUMN with a field of id, "
                       "title, text, date, language, uri"));
    }
    const size_t at = Find(header, pair[1]);
    if (at == header.size()) {
      return absl::InvalidArgumentError(
          absl::StrCat("there is no column \"", pair[1], "\"; the columns are ",
                       absl::StrJoin(header, ", ")));
    }
    (*out)[pair[0]] = at;
  }
  return absl::OkStatus();
}

class CsvArticles : public ArticleReader {
 public:
  CsvArticles(const std::string& path, std::unique_ptr<InputStream> input,
              char separator)
      : name_(path == "-" ? "standard input" : path),
        size_(FileSize(path)),
        input_(std::move(input)),
        reader_(input_.get(), separator, kLongestRow) {}

  absl::Status ReadHeader(const std::string& columns) {
    std::vector<std::string> header;
    if (reader_.Next(&header) != CsvReader::Result::kRow) {
      return absl::InvalidArgumentError(
          "there is no first row with the names of the columns");
    }
    if (absl::StartsWith(header[0], "\xEF\xBB\xBF")) header[0].erase(0, 3);
    columns_ = ByName(header);
    absl::Status status = AddNamed(columns, header, &columns_);
    if (!status.ok()) return status;
    if (columns_.count("text") == 0 && columns_.count("title") == 0) {
      return absl::InvalidArgumentError(absl::StrCat(
          "no column is called text or title; say which it is with "
          "--columns=text=NAME; the columns are ",
          absl::StrJoin(header, ", ")));
    }
    return absl::OkStatus();
  }

  bool Next(Record* record) override {
    const CsvReader::Result result = reader_.Next(&record->cells);
    record->too_long = result == CsvReader::Result::kTooLong;
    record->line = reader_.line_number();
    return result != CsvReader::Result::kEnd;
  }

  google::rpc::Status Parse(const Record& record,
                            v1::Article* article) const override {
    const auto invalid = [](std::string message) {
      return CallError(grpc::StatusCode::INVALID_ARGUMENT, std::move(message));
    };
    if (record.too_long) {
      return invalid(
          absl::StrCat("the row is longer than ", kLongestRow, " bytes"));
    }
    const auto cell = [&](const char* field) -> std::string {
      const auto at = columns_.find(field);
      return at == columns_.end() || at->second >= record.cells.size()
                 ? std::string()
                 : record.cells[at->second];
    };
    article->set_id(cell("id"));
    article->set_title(cell("title"));
    article->set_text(cell("text"));
    article->set_language_code(cell("language"));
    article->set_uri(cell("uri"));
    const std::string date = cell("date");
    if (!date.empty() && !ParseTime(date, article->mutable_publish_time())) {
      return invalid(absl::StrCat("date: \"", date,
                                  "\" is no day; write it as 2024-05-31"));
    }
    return OkStatus();
  }

  std::string Where(const Record& record) const override {
    return absl::StrCat(name_, ":", record.line);
  }
  double Fraction() const override { return FractionRead(*input_, size_); }
  bool IsBroken() const override { return input_->IsBroken(); }

 private:
  const std::string name_;
  const uint64_t size_;
  const std::unique_ptr<InputStream> input_;
  CsvReader reader_;
  Columns columns_;
};

}  // namespace

absl::StatusOr<std::unique_ptr<ArticleReader>> OpenCsvArticles(
    const std::string& path, char separator, const std::string& columns) {
  auto input = OpenInput(path);
  if (!input.ok()) return input.status();
  auto articles =
      std::make_unique<CsvArticles>(path, *std::move(input), separator);
  absl::Status status = articles->ReadHeader(columns);
  if (!status.ok()) return status;
  return articles;
}

}  // namespace stance::client
