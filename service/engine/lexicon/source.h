// A parsed lexicon file, and where its entries stand in its text.

#ifndef STANCE_ENGINE_LEXICON_SOURCE_H_
#define STANCE_ENGINE_LEXICON_SOURCE_H_

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "stance/lexicon/v1/lexicon.pb.h"

namespace stance {

// Lines count from 1; 0 where one is not known. May be asked by several threads
// at once.
class SourceLines {
 public:
  virtual ~SourceLines() = default;

  // Of the index-th entry in the repeated field of LexiconFile named `field`
  // ("cue", "actor", …).
  virtual uint32_t Of(std::string_view field, int index) const = 0;
  // Of the part_index-th value of `part` inside that entry ("example", 2), or
  // the entry's where it is not known.
  virtual uint32_t Within(std::string_view field, int index,
                          std::string_view part, int part_index) const = 0;
};

struct LexiconSource {
  std::string path;  // as findings name it
  lexicon::v1::LexiconFile file;
  // Null where they are not known: findings have line 0 then.
  std::shared_ptr<const SourceLines> lines;
};

// Where an entry stands: the index-th `field` of a source.
struct Origin {
  uint32_t source = 0;
  const char* field = "";
  int index = 0;
};

}  // namespace stance

#endif  // STANCE_ENGINE_LEXICON_SOURCE_H_
