// New entries as a person would write them: ids, and text format.

#ifndef STANCE_CLIENT_LEXICON_ENTRY_TEXT_H_
#define STANCE_CLIENT_LEXICON_ENTRY_TEXT_H_

#include <string>
#include <string_view>

#include "absl/container/flat_hash_set.h"
#include "stance/lexicon/v1/lexicon.pb.h"

namespace stance::client {

// Ids that nothing else has.
class IdMaker {
 public:
  // Keeps `id` for whoever has it already.
  void Reserve(std::string_view id) { taken_.insert(std::string(id)); }

  // "person/jose-alvarez" for ("person", "José Álvarez"); "…-2" and so on where
  // that is taken.
  std::string Make(std::string_view kind, std::string_view name);

 private:
  absl::flat_hash_set<std::string> taken_;
};

// The file in text format, UTF-8 as it is.
std::string EntryText(const lexicon::v1::LexiconFile& file);

}  // namespace stance::client

#endif  // STANCE_CLIENT_LEXICON_ENTRY_TEXT_H_
