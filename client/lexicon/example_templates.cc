#include "client/lexicon/example_templates.h"

#include <algorithm>
#include <vector>

#include "absl/strings/ascii.h"
#include "service/engine/lexicon/concat.h"

namespace stance::client {
namespace {

// Inflection changes no more than the last letters.
constexpr size_t kStem = 3;
constexpr size_t kLongestEnding = 3;

bool IsLetter(char c) {
  return absl::ascii_isalpha(c) || static_cast<unsigned char>(c) >= 0x80;
}

bool SameStem(std::string_view a, std::string_view b) {
  const size_t shorter = std::min(a.size(), b.size());
  const auto lower = [](char c) { return absl::ascii_tolower(c); };
  size_t common = 0;
  while (common < shorter && lower(a[common]) == lower(b[common])) ++common;
  if (common == a.size() && common == b.size()) return true;
  return common >= kStem && common + kLongestEnding >= shorter;
}

}  // namespace

std::string ExampleTemplate(std::string_view example, std::string_view own) {
  std::vector<std::string_view> stems;
  ForEachWord(own, [&](std::string_view word) { stems.push_back(word); });
  std::string out;
  for (size_t i = 0; i < example.size();) {
    size_t end = i;
    while (end < example.size() && IsLetter(example[end])) ++end;
    if (end == i) {
      out += example[i++];
      continue;
    }
    const std::string_view word = example.substr(i, end - i);
    const bool is_own = std::any_of(
        stems.begin(), stems.end(),
        [&](std::string_view stem) { return SameStem(word, stem); });
    out += is_own ? std::string_view("_") : word;
    i = end;
  }
  return out;
}

}  // namespace stance::client
