// Who decides where a text counts votes: "The council voted 7-2 to keep it".
// What the passives behind it tell, "The motion was carried", is theirs.

#ifndef STANCE_ENGINE_STANCE_DECISIONS_H_
#define STANCE_ENGINE_STANCE_DECISIONS_H_

#include <cstdint>

#include "service/engine/sentence.h"

namespace stance {

// "voted | 7-2", "rejected it | by 72 votes to 65": two numbers behind the
// verb, in its clause.
bool CountsVotes(const SentenceView& view, int32_t verb);

// "was passed in 1987", "was scrapped last year": no decision of today.
bool TellsWhenBefore(const SentenceView& view, int32_t verb);

// "was dropped without a vote", "was scrapped by 7 votes to 2": a passive of
// today that tells of a vote, in a main clause.
bool IsDecided(const SentenceView& view, int32_t verb);

}  // namespace stance

#endif  // STANCE_ENGINE_STANCE_DECISIONS_H_
