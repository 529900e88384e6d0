// What people write for an issue or an actor -> its id in the lexicon that
// answers.

#ifndef STANCE_CLIENT_LEXICON_NAMES_H_
#define STANCE_CLIENT_LEXICON_NAMES_H_

#include <string>

#include "client/answerer.h"

namespace stance::client {

// Both return an exit code, and say on standard error what is wrong: that there
// is no such entry, and which ones come near it. Whoever may not ask for the
// lexicon gets ids unchecked.

// `text`: an id ("issue/carbon-tax", or an actor's, for stances on that actor),
// the name of an issue, or a wording that only one issue has.
int FindIssue(const std::string& text, Answerer* answerer, std::string* id);

// `id`: "country/CHN".
int CheckActor(const std::string& id, Answerer* answerer);

}  // namespace stance::client

#endif  // STANCE_CLIENT_LEXICON_NAMES_H_
