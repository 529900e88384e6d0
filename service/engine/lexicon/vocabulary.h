// Word form -> WordId, by open addressing on a hash of the folded form.
//
// Forms are folded: ASCII to lower case, ’ to '. Other characters are folded
// by utf8proc when the table is built and, on look-up, only where a token holds
// a non-ASCII byte. Immutable once built; thread-safe.

#ifndef STANCE_ENGINE_LEXICON_VOCABULARY_H_
#define STANCE_ENGINE_LEXICON_VOCABULARY_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "service/engine/lexicon/word.h"

namespace stance {

class Vocabulary {
 public:
  Vocabulary();

  // While building: the id of the form, new or old.
  WordId Add(std::string_view form);

  // 0 where the form is not in the vocabulary. No allocation.
  WordId Find(std::string_view form) const;

  // The folded form of an id; "" for 0.
  std::string_view Form(WordId id) const;

  uint32_t size() const { return static_cast<uint32_t>(ends_.size()); }

 private:
  struct Cell {
    uint32_t hash = 0;
    WordId id = 0;
  };
  void Grow();

  std::vector<Cell> cells_;
  std::string forms_;           // all folded forms, one after another
  std::vector<uint32_t> ends_;  // end of each form in forms_, by WordId
};

}  // namespace stance

#endif  // STANCE_ENGINE_LEXICON_VOCABULARY_H_
