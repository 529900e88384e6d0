// Cells side by side, wrapped inside their columns.

#ifndef STANCE_CLIENT_TABLE_COLUMNS_H_
#define STANCE_CLIENT_TABLE_COLUMNS_H_

#include <cstddef>
#include <string>
#include <vector>

#include "client/table/display.h"

namespace stance::client {

// How lines become bytes.
struct Pen {
  bool colour = false;  // escape sequences; plain text otherwise
};

// A line's bytes, without line end and without trailing spaces.
std::string Draw(const Line& line, Pen pen);

// Spaces between two columns.
inline constexpr size_t kColumnGap = 2;

// One row: each cell wrapped to its column's width.
// REQUIRES: cells.size() == widths.size().
std::string DrawRow(const std::vector<Line>& cells,
                    const std::vector<size_t>& widths, Pen pen);

// A paragraph of `width` columns behind `indent` spaces.
std::string DrawParagraph(const Line& text, size_t indent, size_t width,
                          Pen pen);

// The same behind a bullet ("1. "), which stands out from all its lines.
std::string DrawItem(const std::string& bullet, const Line& text, size_t indent,
                     size_t width, Pen pen);

}  // namespace stance::client

#endif  // STANCE_CLIENT_TABLE_COLUMNS_H_
