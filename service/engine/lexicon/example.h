// An example of a lexicon entry, parsed out of the one-line notation.

#ifndef STANCE_ENGINE_LEXICON_EXAMPLE_H_
#define STANCE_ENGINE_LEXICON_EXAMPLE_H_

#include <cstdint>
#include <string>
#include <string_view>

#include "service/engine/lexicon/lexicon.h"
#include "service/engine/lexicon/source.h"

namespace stance {

// There are tens of thousands of them, and to be given new memory is what
// reading them takes longest for: all but the sentence are views of the
// sources they were read from, which must outlive them.
struct Example {
  enum class Kind : uint8_t { kExample, kCounterExample, kKnownBug };
  Kind kind = Kind::kExample;
  EntryKind entry_kind = EntryKind::kCue;
  lexicon::v1::Polarity polarity = lexicon::v1::POLARITY_UNSPECIFIED;
  uint32_t entry = 0;
  std::string_view entry_id;
  std::string sentence;     // without the marks
  std::string_view holder;  // text in braces; empty in counter-examples
  std::string_view target;  // text in brackets
  const LexiconSource* source = nullptr;
  Origin origin;   // of the entry
  int number = 0;  // among those of its kind in the entry, from 0

  const std::string& File() const;
  uint32_t Line() const;  // 0 where it is not known
};

// The schema's name of the field that examples of a kind stand in.
std::string_view FieldOf(Example::Kind kind);

}  // namespace stance

#endif  // STANCE_ENGINE_LEXICON_EXAMPLE_H_
