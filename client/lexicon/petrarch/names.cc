#include "client/lexicon/petrarch/names.h"

#include <algorithm>

#include "absl/strings/ascii.h"
#include "client/lexicon/petrarch/lines.h"
#include "service/engine/lexicon/concat.h"
#include "service/engine/text/utf8.h"

namespace stance::client::petrarch {
namespace {

constexpr std::string_view kVowels = "AEIOUY";
constexpr size_t kLongestShortName = 3;

// "_" and runs of space -> one space.
std::string Spaced(std::string_view text) {
  std::string plain(text);
  std::replace(plain.begin(), plain.end(), '_', ' ');
  std::string spaced;
  ForEachWord(plain, [&](std::string_view word) {
    if (!spaced.empty()) spaced += ' ';
    spaced += word;
  });
  return spaced;
}

bool IsAcronym(std::string_view word) {
  return word.find('.') != std::string_view::npos ||
         (word.size() > 1 && std::none_of(word.begin(), word.end(), [](char c) {
            return kVowels.find(absl::ascii_toupper(c)) !=
                       std::string_view::npos ||
                   static_cast<unsigned char>(c) >= 0x80;
          }));
}

// "O'BRIEN-SMITH" -> "O'Brien-Smith", "PEOPLE'S" -> "People's"
std::string Capitalised(std::string_view word) {
  std::string out;
  bool begins = true;
  for (size_t i = 0; i < word.size(); ++i) {
    out += begins ? absl::ascii_toupper(word[i]) : absl::ascii_tolower(word[i]);
    begins = word[i] == '-' || (word[i] == '\'' && i == 1) || word[i] == '(';
  }
  return out;
}

// At the beginning or end of a word it would be a quotation mark.
bool HasLooseApostrophe(std::string_view name) {
  bool loose = false;
  ForEachWord(name, [&](std::string_view word) {
    loose |= word.front() == '\'' || word.back() == '\'';
  });
  return loose;
}

// "the world tin council" -> "world tin council"
std::string_view WithoutArticle(std::string_view name,
                                const BaseLexicon& base) {
  const size_t space = name.find(' ');
  if (space == std::string_view::npos) return name;
  return base.IsArticle(
             absl::AsciiStrToLower(absl::string_view(name.data(), space)))
             ? name.substr(space + 1)
             : name;
}

std::string WithCapitals(const std::string& name, const BaseLexicon& base) {
  if (name.size() <= kLongestShortName && name.find(' ') == std::string::npos) {
    return absl::AsciiStrToUpper(name);
  }
  std::string out;
  ForEachWord(name, [&](std::string_view word) {
    const std::string lower =
        absl::AsciiStrToLower(absl::string_view(word.data(), word.size()));
    if (!out.empty()) out += ' ';
    if (out.size() > 0 && base.IsParticle(lower)) {
      out += lower;
    } else if (IsAcronym(word)) {
      out += absl::AsciiStrToUpper(absl::string_view(word.data(), word.size()));
    } else {
      out += Capitalised(word);
    }
  });
  return out;
}

}  // namespace

bool IsUtf8(std::string_view text) { return !FirstInvalidUtf8(text); }

std::vector<std::string> ReadName(std::string_view name,
                                  const BaseLexicon& base,
                                  std::string* reason) {
  std::string rest(name);
  std::vector<std::string> names;
  const size_t open = rest.find('(');
  if (open != std::string::npos) {
    const size_t close = rest.find(')', open);
    if (close == std::string::npos) {
      *reason = "a bracket is opened and not closed";
      return {};
    }
    names.push_back(rest.substr(open + 1, close - open - 1));
    rest.erase(open, close - open + 1);
  }
  names.insert(names.begin(), rest);
  for (std::string& part : names) {
    part = Spaced(part);
    if (part.find_first_of("+!{}[]\"()`") != std::string::npos ||
        HasLooseApostrophe(part)) {
      *reason = "a sign stands in the name that no name has";
      return {};
    }
    if (std::none_of(part.begin(), part.end(), [](char c) {
          return absl::ascii_isalpha(c) ||
                 static_cast<unsigned char>(c) >= 0x80;
        })) {
      *reason = "the name has no letters";
      return {};
    }
    part = WithCapitals(std::string(WithoutArticle(part, base)), base);
  }
  if (!IsUtf8(name)) {
    *reason = "not UTF-8";
    return {};
  }
  const bool one_word = names[0].find(' ') == std::string::npos;
  if (one_word && base.IsOrdinary(names[0])) {
    *reason = "an ordinary word too; name it in an entry with examples";
    return {};
  }
  return names;
}

std::string ReadNoun(std::string_view noun) {
  return absl::AsciiStrToLower(Spaced(noun));
}

}  // namespace stance::client::petrarch
