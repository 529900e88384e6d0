// Strings put together out of strings and numbers: what absl::StrCat does, for
// std::string_view, which an Abseil built for C++14 (Debian's) does not take.

#ifndef STANCE_ENGINE_LEXICON_CONCAT_H_
#define STANCE_ENGINE_LEXICON_CONCAT_H_

#include <concepts>
#include <cstddef>
#include <string>
#include <string_view>
#include <type_traits>

namespace stance {

// Concat("a form has ", 65, " readings")
template <typename... Parts>
std::string Concat(const Parts&... parts) {
  std::string whole;
  const auto append = [&whole](const auto& part) {
    if constexpr (std::integral<std::decay_t<decltype(part)>>) {
      whole += std::to_string(part);
    } else {
      whole += part;
    }
  };
  (append(parts), ...);
  return whole;
}

// Calls visit(word) for each of the words between white space.
template <typename Visitor>
void ForEachWord(std::string_view text, Visitor visit) {
  constexpr std::string_view kSpace = " \t\r\n";
  size_t begin = text.find_first_not_of(kSpace);
  while (begin != std::string_view::npos) {
    const size_t end = text.find_first_of(kSpace, begin);
    visit(text.substr(begin, end - begin));
    begin = text.find_first_not_of(kSpace, end);
  }
}

}  // namespace stance

#endif  // STANCE_ENGINE_LEXICON_CONCAT_H_
