#include "client/explain/drawing.h"

#include <algorithm>
#include <utility>

#include "absl/strings/str_cat.h"

namespace stance::client {
namespace {

// One character: where it begins, and how it is shown.
struct Shown {
  size_t begin = 0;
  std::string text;
  size_t width = 0;
};

std::vector<Shown> ShowEach(std::string_view text) {
  std::vector<Shown> out;
  for (size_t i = 0; i < text.size();) {
    size_t end = i + 1;
    while (end < text.size() &&
           (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) {
      ++end;
    }
    Shown& one = out.emplace_back();
    one.begin = i;
    one.text = MakePrintable(text.substr(i, end - i));
    one.width = DisplayWidth(one.text);
    i = end;
  }
  return out;
}

// [first, last) characters of each line.
std::vector<std::pair<size_t, size_t>> BreakLines(
    const std::vector<Shown>& shown, size_t width) {
  std::vector<std::pair<size_t, size_t>> out;
  size_t first = 0;
  size_t used = 0;
  size_t space = 0;  // behind the last one on this line
  for (size_t i = 0; i < shown.size(); ++i) {
    if (used + shown[i].width > width && i > first) {
      const size_t next = space > first ? space : i;
      out.emplace_back(first, next);
      first = next;
      used = 0;
      for (size_t j = first; j < i; ++j) used += shown[j].width;
    }
    used += shown[i].width;
    if (shown[i].text == " ") space = i + 1;
  }
  out.emplace_back(first, shown.size());
  return out;
}

}  // namespace

std::string DrawSpans(std::string_view sentence,
                      const std::vector<DrawnSpan>& spans, size_t indent,
                      size_t width, Pen pen) {
  const std::vector<Shown> shown = ShowEach(sentence);
  std::string out;
  for (const auto& [first, last] :
       BreakLines(shown, std::max<size_t>(width, 1))) {
    Line text = {{std::string(indent, ' ')}};
    for (size_t i = first; i < last; ++i) text.push_back({shown[i].text});
    absl::StrAppend(&out, Draw(text, pen), "\n");
    const size_t line_end =
        last == shown.size() ? sentence.size() : shown[last].begin;
    for (const DrawnSpan& span : spans) {
      if (span.begin >= span.end || span.end > sentence.size()) continue;
      size_t before = 0;
      size_t under = 0;
      for (size_t i = first; i < last; ++i) {
        if (shown[i].begin < span.begin) before += shown[i].width;
        if (shown[i].begin >= span.begin && shown[i].begin < span.end) {
          under += shown[i].width;
        }
      }
      if (under == 0) continue;
      const std::string label =
          span.end <= line_end ? absl::StrCat(" ", span.label) : " …";
      absl::StrAppend(&out,
                      Draw({{std::string(indent + before, ' ')},
                            {std::string(under, '^'), span.look},
                            {label}},
                           pen),
                      "\n");
    }
  }
  return out;
}

}  // namespace stance::client
