#include "service/engine/text/wrapping.h"

#include <algorithm>

namespace stance::text_internal {
namespace {

constexpr size_t kLongestLine = 100;
constexpr size_t kNarrowest = 50;
constexpr size_t kFewestLines = 3;

std::string_view TrimEnd(std::string_view line) {
  while (!line.empty() && (line.back() == ' ' || line.back() == '\r')) {
    line.remove_suffix(1);
  }
  return line;
}

// Calls visit(line, rest) for every line; `rest` is what follows it.
template <typename Visitor>
void ForEachLine(std::string_view text, Visitor visit) {
  while (!text.empty()) {
    const size_t size = std::min(text.find('\n'), text.size());
    const std::string_view line = TrimEnd(text.substr(0, size));
    text.remove_prefix(std::min(size + 1, text.size()));
    visit(line, text);
  }
}

}  // namespace

bool FillsLine(std::string_view line, std::string_view rest, size_t width) {
  const std::string_view next = rest.substr(0, kLongestLine);
  const size_t word = std::min(next.find_first_of(" \r\n"), next.size());
  return TrimEnd(line).size() + 1 + word > width;
}

size_t WrapWidth(std::string_view text) {
  size_t lines = 0, too_long = 0, width = 0;
  ForEachLine(text, [&](std::string_view line, std::string_view) {
    if (line.empty()) return;
    ++lines;
    if (line.size() > kLongestLine) {
      ++too_long;
    } else {
      width = std::max(width, line.size());
    }
  });
  // One long line in twenty may be an address or a table.
  if (lines < kFewestLines || too_long * 20 > lines || width < kNarrowest) {
    return 0;
  }
  size_t breaks = 0, full = 0;
  ForEachLine(text, [&](std::string_view line, std::string_view rest) {
    if (line.empty() || rest.empty() || rest[0] == '\n' || rest[0] == '\r') {
      return;
    }
    ++breaks;
    full += FillsLine(line, rest, width);
  });
  return breaks > 0 && full * 10 >= breaks * 6 ? width : 0;
}

}  // namespace stance::text_internal
