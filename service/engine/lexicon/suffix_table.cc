#include "service/engine/lexicon/suffix_table.h"

#include <algorithm>

namespace stance {
namespace {

constexpr size_t kShortestStem = 2;

bool IsLowerLetter(char c) { return c >= 'a' && c <= 'z'; }

// "-wide", and "--one" for what stands behind a hyphen: "fifty-one".
bool IsEnding(std::string_view form) {
  if (form[0] != '-') return false;
  const size_t first = form[1] == '-' ? 2 : 1;
  return std::all_of(form.begin() + first, form.end(), IsLowerLetter);
}

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
        !IsEnding(form)) {
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

SuffixTable::Reading SuffixTable::Read(std::string_view word) const {
  Reading reading;
  if (word.size() < kShortest + kShortestStem) return reading;
  const char last = static_cast<char>(word.back() | 0x20);
  if (!IsLowerLetter(last)) return reading;
  const uint64_t letters = LastLetters(word);
  for (const Suffix& suffix : by_letter_[last - 'a']) {
    if ((letters & suffix.mask) != suffix.letters ||
        word.size() < suffix.length + kShortestStem) {
      continue;
    }
    if (reading.classes == 0) reading.classes = suffix.classes;
    reading.functions |= suffix.functions;
  }
  return reading;
}

}  // namespace stance
