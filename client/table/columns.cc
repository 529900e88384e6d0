#include "client/table/columns.h"

#include <algorithm>
#include <utility>

#include "absl/strings/str_cat.h"

namespace stance::client {
namespace {

const char* EscapeOf(Look look) {
  switch (look) {
    case Look::kPlain:
      return "";
    case Look::kFaint:
      return "\x1b[2m";
    case Look::kActor:
      return "\x1b[1m";
    case Look::kCue:
      return "\x1b[1;4m";
    case Look::kSupports:
      return "\x1b[32m";
    case Look::kOpposes:
      return "\x1b[31m";
    case Look::kNeutral:
      return "\x1b[33m";
  }
  return "";
}

}  // namespace

std::string Draw(const Line& line, Pen pen) {
  std::string out;
  for (const TextRun& run : line) {
    const bool escape = pen.colour && run.look != Look::kPlain;
    if (escape) out += EscapeOf(run.look);
    out += run.text;
    if (escape) out += "\x1b[0m";
  }
  out.erase(out.find_last_not_of(' ') + 1);
  return out;
}

std::string DrawRow(const std::vector<Line>& cells,
                    const std::vector<size_t>& widths, Pen pen) {
  std::vector<std::vector<Line>> wrapped;
  size_t height = 0;
  for (size_t i = 0; i < cells.size(); ++i) {
    wrapped.push_back(Wrap(cells[i], widths[i]));
    height = std::max(height, wrapped.back().size());
  }
  std::string out;
  for (size_t y = 0; y < height; ++y) {
    Line line;
    size_t pad = 0;
    for (size_t i = 0; i < cells.size(); ++i) {
      if (pad > 0) line.push_back({std::string(pad, ' ')});
      size_t used = 0;
      if (y < wrapped[i].size()) {
        used = DisplayWidth(wrapped[i][y]);
        line.insert(line.end(), wrapped[i][y].begin(), wrapped[i][y].end());
      }
      pad = widths[i] - std::min(used, widths[i]) + kColumnGap;
    }
    absl::StrAppend(&out, Draw(line, pen), "\n");
  }
  return out;
}

std::string DrawParagraph(const Line& text, size_t indent, size_t width,
                          Pen pen) {
  return DrawItem("", text, indent, width, pen);
}

std::string DrawItem(const std::string& bullet, const Line& text, size_t indent,
                     size_t width, Pen pen) {
  const size_t hanging = DisplayWidth(bullet);
  std::string first = std::string(indent, ' ') + bullet;
  std::string out;
  for (Line& line : Wrap(text, width > hanging ? width - hanging : 1)) {
    line.insert(line.begin(),
                {std::exchange(first, std::string(indent + hanging, ' '))});
    absl::StrAppend(&out, Draw(line, pen), "\n");
  }
  return out;
}

}  // namespace stance::client
