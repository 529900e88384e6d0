// Rows of CSV, one at a time.

#ifndef STANCE_CLIENT_BATCH_CSV_READER_H_
#define STANCE_CLIENT_BATCH_CSV_READER_H_

#include <cstddef>
#include <cstdint>
#include <istream>
#include <string>
#include <vector>

namespace stance::client {

// RFC 4180: cells in quotation marks may hold separators, line ends and doubled
// quotation marks; rows end in "\n" or "\r\n". A quotation mark inside a cell
// that does not begin with one stands for itself. Not thread-safe.
class CsvReader {
 public:
  enum class Result { kRow, kTooLong, kEnd };

  // `input` must outlive the reader. A row of more than `limit` bytes (or
  // 10,000 cells) is passed over and reported once.
  CsvReader(std::istream* input, char separator, size_t limit);

  // The next row that is not empty.
  Result Next(std::vector<std::string>* cells);

  // The line on which the last row begins, from 1.
  uint64_t line_number() const { return row_line_; }

 private:
  Result ReadRow(std::vector<std::string>* cells);

  std::streambuf* const input_;
  const char separator_;
  const size_t limit_;
  uint64_t line_ = 1;
  uint64_t row_line_ = 0;
};

}  // namespace stance::client

#endif  // STANCE_CLIENT_BATCH_CSV_READER_H_
