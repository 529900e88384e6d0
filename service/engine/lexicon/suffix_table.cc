#include "service/engine/lexicon/suffix_table.h"

#include <algorithm>

namespace stance {
namespace {

constexpr size_t kShortestStem = 2;

bool IsLowerLetter(char c) { return c >= 'a' && c <= 'z'; }

// The last letters of a word as a number, in lower case.
uint64_t LastLetters(std::string_view word) {
  uint64_t letters = 0;
  const size_t length = std::min(word.size(), SuffixTable::kLongest);
  for (size_t i = word.size() - length; i < word.size(); ++i) {
    letters = letters << 8 | (static_cast<uint8_t>(word[i]) | 0x20);
  }
  return letters;
}

}  // namespace

SuffixTable::SuffixTable(const Vocabulary& vocabulary,
                         const std::vector<WordInfo>& words) {
  for (WordId id = 1; id < words.size(); ++id) {
    const std::string_view form = vocabulary.Form(id);
    if (form.size() <= kShortest || form.size() > kLongest + 1 ||
        form[0] != '-' ||
        !std::all_of(form.begin() + 1, form.end(), IsLowerLetter)) {
      continue;
    }
    const std::string_view ending = form.substr(1);
    by_letter_[ending.back() - 'a'].push_back(
        {LastLetters(ending), ~uint64_t{0} >> (64 - 8 * ending.size()),
         static_cast<uint32_t>(ending.size()), words[id].classes,
         words[id].functions});
  }
  for (std::vector<Suffix>& suffixes : by_letter_) {
    std::stable_sort(
        suffixes.begin(), suffixes.end(),
        [](const Suffix& a, const Suffix& b) { return a.length > b.length; });
  }
}

// Calls `visit` for each ending of the word, longest first, until it returns
// true.
template <typename Visitor>
void SuffixTable::ForEach(std::string_view word, Visitor visit) const {
  if (word.size() < kShortest + kShortestStem) return;
  const char last = static_cast<char>(word.back() | 0x20);
  if (!IsLowerLetter(last)) return;
  const uint64_t letters = LastLetters(word);
  for (const Suffix& suffix : by_letter_[last - 'a']) {
    if ((letters & suffix.mask) != suffix.letters ||
        word.size() < suffix.length + kShortestStem) {
      continue;
    }
    if (visit(suffix)) return;
  }
}

uint32_t SuffixTable::Classes(std::string_view word) const {
  uint32_t classes = 0;
  ForEach(word, [&](const Suffix& suffix) {
    classes = suffix.classes;
    return classes != 0;
  });
  return classes;
}

bool SuffixTable::HasFunction(std::string_view word, uint64_t function) const {
  bool has = false;
  ForEach(word, [&](const Suffix& suffix) {
    has = (suffix.functions & function) != 0;
    return has;
  });
  return has;
}

}  // namespace stance
