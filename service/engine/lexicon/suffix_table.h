// What the ending of a word tells ("-ly", "-tion"): the lexicon lists endings
// as words that begin with a hyphen.

#ifndef STANCE_ENGINE_LEXICON_SUFFIX_TABLE_H_
#define STANCE_ENGINE_LEXICON_SUFFIX_TABLE_H_

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

#include "service/engine/lexicon/vocabulary.h"
#include "service/engine/lexicon/word.h"

namespace stance {

// Immutable once built; thread-safe.
class SuffixTable {
 public:
  // Letters of the longest ending that is known, and of the shortest.
  static constexpr size_t kLongest = 5;
  static constexpr size_t kShortest = 2;

  SuffixTable() = default;
  SuffixTable(const Vocabulary& vocabulary, const std::vector<WordInfo>& words);

  struct Reading {
    uint32_t classes = 0;    // of the longest ending that has any
    uint64_t functions = 0;  // of all endings
  };
  // What the endings of a word tell. At least two letters stand before an
  // ending. Letters of either case.
  Reading Read(std::string_view word) const;

 private:
  struct Suffix {
    uint64_t letters = 0;  // lower case, the last in the lowest byte
    uint64_t mask = 0;     // of the bytes that count
    uint32_t length = 0;
    uint32_t classes = 0;
    uint64_t functions = 0;
  };

  // By last letter, longest first.
  std::array<std::vector<Suffix>, 26> by_letter_;
};

}  // namespace stance

#endif  // STANCE_ENGINE_LEXICON_SUFFIX_TABLE_H_
