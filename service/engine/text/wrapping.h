// Hard-wrapped text: telling a line break that fills a column from one that
// ends a paragraph. Internal to engine/text.

#ifndef STANCE_ENGINE_TEXT_WRAPPING_H_
#define STANCE_ENGINE_TEXT_WRAPPING_H_

#include <cstddef>
#include <string_view>

namespace stance::text_internal {

// The column (bytes) that the lines of `text` are wrapped at, or 0 where they
// are not. Text is wrapped where hardly any line is longer than 100 bytes, and
// most lines are so full that the next line's first word would not have fitted.
size_t WrapWidth(std::string_view text);

// True where the next line's first word would not have fitted on the line
// before. `line` is that line; `rest` begins with the next one.
bool FillsLine(std::string_view line, std::string_view rest, size_t width);

}  // namespace stance::text_internal

#endif  // STANCE_ENGINE_TEXT_WRAPPING_H_
