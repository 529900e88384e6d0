// The surnames and names of a text that are common words, too: "Linda Street",
// "the payments firm Visa", and sentences on "Street | criticised it", where
// the capital tells nothing.

#ifndef STANCE_ENGINE_SYNTAX_SEEN_SURNAMES_H_
#define STANCE_ENGINE_SYNTAX_SEEN_SURNAMES_H_

#include <algorithm>
#include <vector>

#include "service/engine/lexicon/word.h"

namespace stance {

class SeenSurnames {
 public:
  void Clear() { words_.clear(); }
  bool empty() const { return words_.empty(); }

  void Note(WordId word) {
    if (words_.size() < kMost && !Has(word)) words_.push_back(word);
  }
  bool Has(WordId word) const {
    return std::find(words_.begin(), words_.end(), word) != words_.end();
  }

 private:
  // More than an article has.
  static constexpr size_t kMost = 64;

  std::vector<WordId> words_;
};

}  // namespace stance

#endif  // STANCE_ENGINE_SYNTAX_SEEN_SURNAMES_H_
