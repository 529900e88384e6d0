// Text on a terminal: how wide it is, where it may break, what must not
// reach it.

#ifndef STANCE_CLIENT_TABLE_DISPLAY_H_
#define STANCE_CLIENT_TABLE_DISPLAY_H_

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace stance::client {

// Columns that UTF-8 text takes on a terminal: two for wide East Asian
// characters and emoji, none for combining marks.
size_t DisplayWidth(std::string_view text);

// White space of every kind becomes one space; control characters (escape
// sequences, changes of direction) and bytes that are not UTF-8 become U+FFFD.
// What an article holds cannot drive the terminal.
std::string MakePrintable(std::string_view text);

// How a stretch of text is drawn.
enum class Look { kPlain, kFaint, kActor, kCue, kSupports, kOpposes, kNeutral };

// A stretch of text that is drawn in one way.
struct TextRun {
  std::string text;
  Look look = Look::kPlain;
};

// One line of a terminal.
using Line = std::vector<TextRun>;

// Columns that the runs take together.
size_t DisplayWidth(const Line& line);

// Breaks at spaces into lines of at most `width` columns (at least 1); a word
// that is wider than a line is broken inside. Always at least one line.
std::vector<Line> Wrap(const std::vector<TextRun>& runs, size_t width);

}  // namespace stance::client

#endif  // STANCE_CLIENT_TABLE_DISPLAY_H_
