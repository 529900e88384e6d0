#include "client/table/display.h"

#include <utf8proc.h>

#include <algorithm>

namespace stance::client {
namespace {

constexpr std::string_view kReplacement = "\uFFFD";

// One character of UTF-8 text; `code` is negative for a byte that is not.
struct Character {
  utf8proc_int32_t code = -1;
  size_t bytes = 1;
};

Character CharacterAt(std::string_view text, size_t at) {
  Character out;
  const utf8proc_ssize_t used = utf8proc_iterate(
      reinterpret_cast<const utf8proc_uint8_t*>(text.data()) + at,
      static_cast<utf8proc_ssize_t>(text.size() - at), &out.code);
  if (used > 0) {
    out.bytes = static_cast<size_t>(used);
  } else {
    out.code = -1;
  }
  return out;
}

size_t WidthOf(utf8proc_int32_t code) {
  if (code < 0) return 1;
  return static_cast<size_t>(std::max(0, utf8proc_charwidth(code)));
}

bool IsSpace(utf8proc_int32_t code) {
  return code == ' ' || (code >= 0x09 && code <= 0x0d) || code == 0x85 ||
         (code >= 0 && (utf8proc_category(code) == UTF8PROC_CATEGORY_ZS ||
                        utf8proc_category(code) == UTF8PROC_CATEGORY_ZL ||
                        utf8proc_category(code) == UTF8PROC_CATEGORY_ZP));
}

// Embeddings, overrides and isolates: they turn the direction of all that
// follows, our own text included.
bool ChangesDirection(utf8proc_int32_t code) {
  return (code >= 0x202A && code <= 0x202E) ||
         (code >= 0x2066 && code <= 0x2069);
}

// The words of `runs`: a word may go over several runs ("«supports»,").
std::vector<Line> SplitWords(const std::vector<TextRun>& runs) {
  std::vector<Line> words;
  bool inside = false;
  for (const TextRun& run : runs) {
    for (size_t i = 0; i < run.text.size();) {
      if (run.text[i] == ' ') {
        inside = false;
        ++i;
        continue;
      }
      const size_t end = std::min(run.text.find(' ', i), run.text.size());
      if (!inside) words.emplace_back();
      words.back().push_back({run.text.substr(i, end - i), run.look});
      inside = true;
      i = end;
    }
  }
  return words;
}

// Lines being filled; neighbouring runs drawn alike are joined.
class LineFiller {
 public:
  explicit LineFiller(size_t width) : width_(std::max<size_t>(width, 1)) {}

  void AddWord(const std::vector<TextRun>& word) {
    const size_t width = DisplayWidth(word);
    if (used_ > 0 && used_ + 1 + width > width_) Break();
    if (used_ > 0) {
      // Between two words that look alike the space does too.
      const Look before = lines_.back().back().look;
      Append(" ", before == word.front().look ? before : Look::kPlain, 1);
    }
    if (width <= width_) {
      for (const TextRun& run : word) {
        Append(run.text, run.look, DisplayWidth(run.text));
      }
    } else {
      AddBroken(word);
    }
  }

  std::vector<Line> Take() { return std::move(lines_); }

 private:
  void AddBroken(const std::vector<TextRun>& word) {
    for (const TextRun& run : word) {
      for (size_t i = 0; i < run.text.size();) {
        const Character c = CharacterAt(run.text, i);
        const size_t width = WidthOf(c.code);
        if (used_ > 0 && used_ + width > width_) Break();
        Append(run.text.substr(i, c.bytes), run.look, width);
        i += c.bytes;
      }
    }
  }

  void Append(std::string_view text, Look look, size_t width) {
    std::vector<TextRun>& line = lines_.back();
    if (line.empty() || line.back().look != look) {
      line.push_back({std::string(), look});
    }
    line.back().text += text;
    used_ += width;
  }

  void Break() {
    lines_.emplace_back();
    used_ = 0;
  }

  const size_t width_;
  size_t used_ = 0;
  std::vector<Line> lines_{1};
};

}  // namespace

size_t DisplayWidth(std::string_view text) {
  size_t width = 0;
  for (size_t i = 0; i < text.size();) {
    const Character c = CharacterAt(text, i);
    width += WidthOf(c.code);
    i += c.bytes;
  }
  return width;
}

size_t DisplayWidth(const Line& line) {
  size_t width = 0;
  for (const TextRun& run : line) width += DisplayWidth(run.text);
  return width;
}

std::string MakePrintable(std::string_view text) {
  std::string out;
  bool space = false;
  for (size_t i = 0; i < text.size();) {
    const Character c = CharacterAt(text, i);
    if (IsSpace(c.code)) {
      if (!space) out += ' ';
      space = true;
    } else {
      space = false;
      if (c.code < 0x20 || (c.code >= 0x7f && c.code < 0xa0) ||
          ChangesDirection(c.code)) {
        out += kReplacement;
      } else {
        out += text.substr(i, c.bytes);
      }
    }
    i += c.bytes;
  }
  return out;
}

std::vector<Line> Wrap(const std::vector<TextRun>& runs, size_t width) {
  LineFiller filler(width);
  for (const Line& word : SplitWords(runs)) filler.AddWord(word);
  return filler.Take();
}

}  // namespace stance::client
