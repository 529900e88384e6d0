// Examples made from one template, told from examples that say something else.

#ifndef STANCE_CLIENT_LEXICON_EXAMPLE_TEMPLATES_H_
#define STANCE_CLIENT_LEXICON_EXAMPLE_TEMPLATES_H_

#include <string>
#include <string_view>

namespace stance::client {

// The example with "_" for each word that begins as a word of `own` (an entry's
// lemma or phrase) does: the same for sentences that differ in nothing but the
// entry that they are an example of.
//
//   ExampleTemplate("{Peru} called [the plan] shameful.", "shameful")
//       == "{Peru} called [the plan] _."
std::string ExampleTemplate(std::string_view example, std::string_view own);

}  // namespace stance::client

#endif  // STANCE_CLIENT_LEXICON_EXAMPLE_TEMPLATES_H_
