// The one-line notation of examples: "SUPPORTS: {China} backed [the plan]."

#ifndef STANCE_ENGINE_LEXICON_EXAMPLES_NOTATION_H_
#define STANCE_ENGINE_LEXICON_EXAMPLES_NOTATION_H_

#include <string>
#include <string_view>

#include "service/engine/lexicon/example.h"

namespace stance {

// Fills sentence, holder, target and, where a prefix names one, polarity of
// `example`; its kind says which marks there must be. Holder and target are
// parts of `notation`. Returns "", or what is wrong and what to do.
std::string ParseExample(std::string_view notation, Example* example);

}  // namespace stance

#endif  // STANCE_ENGINE_LEXICON_EXAMPLES_NOTATION_H_
