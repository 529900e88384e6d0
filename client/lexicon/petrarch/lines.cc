#include "client/lexicon/petrarch/lines.h"

#include <algorithm>

namespace stance::client::petrarch {

std::string_view Trim(std::string_view text) {
  constexpr std::string_view kSpace = " \t\r\n";
  const size_t begin = text.find_first_not_of(kSpace);
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(kSpace) + 1 - begin);
}

void ForEachLine(std::string_view text,
                 const std::function<void(const DictionaryLine&)>& visit) {
  uint32_t number = 0;
  for (size_t begin = 0; begin < text.size();) {
    const size_t end = std::min(text.find('\n', begin), text.size());
    const std::string_view whole = text.substr(begin, end - begin);
    begin = end + 1;
    ++number;
    const size_t hash = whole.find('#');
    DictionaryLine line;
    line.number = number;
    line.text = whole.substr(0, hash);
    if (hash != std::string_view::npos) {
      line.comment = Trim(whole.substr(hash + 1));
    }
    if (Trim(line.text).empty()) continue;
    line.text = line.text.substr(0, line.text.find_last_not_of(" \t\r\n") + 1);
    visit(line);
  }
}

Bracketed SplitBrackets(std::string_view line) {
  Bracketed out;
  out.before = Trim(line.substr(0, line.find_first_of("{[")));
  for (size_t at = line.find_first_of("{["); at != std::string_view::npos;
       at = line.find_first_of("{[", at)) {
    const bool brace = line[at] == '{';
    const size_t end = line.find(brace ? '}' : ']', at);
    if (end == std::string_view::npos) {
      out.closed = false;
      break;
    }
    (brace ? out.braces : out.squares)
        .push_back(Trim(line.substr(at + 1, end - at - 1)));
    at = end;
  }
  return out;
}

}  // namespace stance::client::petrarch
