// Actors and issues of a lexicon as lists that can be searched by name.

#ifndef STANCE_LEXICON_FILES_CATALOGUE_H_
#define STANCE_LEXICON_FILES_CATALOGUE_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "service/engine/lexicon/compiler.h"

namespace stance {

// Immutable once made; safe to use from any number of threads.
struct Catalogue {
  struct Item {
    uint32_t index = 0;  // of Lexicon::actors or Lexicon::issues
    std::string id;
    std::string words;  // id and all names or wordings, folded, one a line

    // Whether the id or a name contains it. `folded`: as FoldForm makes it;
    // empty: always.
    bool Contains(std::string_view folded) const {
      return words.find(folded) != std::string::npos;
    }
  };
  std::vector<Item> actors;  // by id
  std::vector<Item> issues;  // by id
};

// Of the lexicon that is compiled from those files.
Catalogue MakeCatalogue(const std::vector<LexiconSource>& sources);

}  // namespace stance

#endif  // STANCE_LEXICON_FILES_CATALOGUE_H_
