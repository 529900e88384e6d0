// Lines of a dictionary, and the brackets in them.

#ifndef STANCE_CLIENT_LEXICON_PETRARCH_LINES_H_
#define STANCE_CLIENT_LEXICON_PETRARCH_LINES_H_

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace stance::client::petrarch {

struct DictionaryLine {
  std::string_view text;     // without comment and the space at its end
  std::string_view comment;  // behind "#", trimmed
  uint32_t number = 0;       // from 1
};

// Calls visit for each line that holds more than space and comment.
void ForEachLine(std::string_view text,
                 const std::function<void(const DictionaryLine&)>& visit);

// "NAME {A B} [X] [Y 1-2]" -> "NAME", {"A B"}, {"X", "Y 1-2"}.
struct Bracketed {
  std::string_view before;                // trimmed
  std::vector<std::string_view> braces;   // insides of {…}
  std::vector<std::string_view> squares;  // insides of […]
  bool closed = true;                     // false where one is left open
};
Bracketed SplitBrackets(std::string_view line);

std::string_view Trim(std::string_view text);

}  // namespace stance::client::petrarch

#endif  // STANCE_CLIENT_LEXICON_PETRARCH_LINES_H_
