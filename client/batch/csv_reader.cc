#include "client/batch/csv_reader.h"

#include <cstdio>

namespace stance::client {
namespace {

// More are no row: a file of separators is not to fill the memory.
constexpr size_t kMostCells = 10000;

}  // namespace

CsvReader::CsvReader(std::istream* input, char separator, size_t limit)
    : input_(input->rdbuf()), separator_(separator), limit_(limit) {}

CsvReader::Result CsvReader::Next(std::vector<std::string>* cells) {
  Result result;
  do {
    result = ReadRow(cells);
  } while (result == Result::kRow && cells->size() == 1 &&
           cells->front().empty());
  return result;
}

CsvReader::Result CsvReader::ReadRow(std::vector<std::string>* cells) {
  cells->assign(1, std::string());
  row_line_ = line_;
  size_t bytes = 0;
  bool quoted = false;  // inside quotation marks
  bool too_long = false;
  bool any = false;      // a byte of the row has been read
  bool at_start = true;  // of a cell
  for (int c; (c = input_->sbumpc()) != EOF;) {
    any = true;
    if (c == '\n') ++line_;
    if (++bytes > limit_ || cells->size() > kMostCells) {
      too_long = true;
      cells->assign(1, std::string());
    }
    if (quoted && c == '"') {
      if (input_->sgetc() == '"') {
        input_->sbumpc();
        cells->back() += '"';
      } else {
        quoted = false;
      }
      continue;
    }
    if (!quoted && c == '\n') break;
    if (!quoted && c == '\r' && input_->sgetc() == '\n') continue;
    if (!quoted && c == '"' && at_start) {
      quoted = true;
    } else if (!quoted && c == separator_) {
      cells->emplace_back();
      at_start = true;
      continue;
    } else {
      cells->back() += static_cast<char>(c);
    }
    at_start = false;
  }
  if (!any) return Result::kEnd;
  return too_long ? Result::kTooLong : Result::kRow;
}

}  // namespace stance::client
