// Verbs that stand between two actors of the lexicon and are in none of its
// entries: "Peru snubbed Chile".

#ifndef STANCE_CLIENT_LEXICON_UNKNOWN_VERBS_H_
#define STANCE_CLIENT_LEXICON_UNKNOWN_VERBS_H_

#include <functional>
#include <string>
#include <string_view>

#include "service/engine/lexicon/lexicon.h"

namespace stance::client {

// One such verb. Borrows from the text and the lexicon.
struct UnknownVerb {
  std::string lemma;  // a guess where the verb is in no word list
  std::string_view subject;
  std::string_view verb;  // as it stands there
  std::string_view object;
  std::string_view sentence;
};

// Calls visit(verb) for each in the text, in its order. Active verbs only, with
// a subject and an object right behind them.
void FindUnknownVerbs(const stance::Lexicon& lexicon, std::string_view text,
                      const std::function<void(const UnknownVerb&)>& visit);

}  // namespace stance::client

#endif  // STANCE_CLIENT_LEXICON_UNKNOWN_VERBS_H_
