// A lexicon for commands that look at its entries, not only at its answers.

#ifndef STANCE_CLIENT_LEXICON_OPEN_LEXICON_H_
#define STANCE_CLIENT_LEXICON_OPEN_LEXICON_H_

#include <memory>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "service/engine/lexicon/compiler.h"

namespace stance::client {

struct OpenedLexicon {
  std::vector<LexiconSource> sources;
  std::shared_ptr<const stance::Lexicon> lexicon;  // never null
};

// Directories as layers (layers.h). FAILED_PRECONDITION: the lexicon does not
// load; names the first finding.
absl::StatusOr<OpenedLexicon> OpenLexicon(
    const std::vector<std::string>& directories);

// `given`, else $STANCE_LEXICON (with commas), else the lexicon that came with
// the program.
std::vector<std::string> ChooseLexicon(std::vector<std::string> given);

}  // namespace stance::client

#endif  // STANCE_CLIENT_LEXICON_OPEN_LEXICON_H_
