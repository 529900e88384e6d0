// Stages 6 and 7: noun groups -> entities. Names, titles, offices with their
// countries, roles, descriptions, pronouns: sieves in a fixed order, the first
// that decides wins.

#ifndef STANCE_ENGINE_STANCE_MENTIONS_H_
#define STANCE_ENGINE_STANCE_MENTIONS_H_

#include "service/engine/sentence.h"
#include "service/engine/stance/discourse.h"

namespace stance {

struct Resolution {
  EntityList entities;  // empty: unresolved, or not somebody at all
  Sieve sieve = Sieve::kNone;
  Mention mention;  // of the group, without article
};

// Who a name or role inside a noun group is: "Chinese" in "Chinese opposition".
Resolution ResolveModifier(const SentenceView& view, uint32_t unit,
                           int32_t publish_date, Discourse* discourse);

// Records that an entity was spoken of.
void Touch(const SentenceView& view, int32_t entity, bool subject,
           Discourse* discourse, bool in_speech = false);

}  // namespace stance

#endif  // STANCE_ENGINE_STANCE_MENTIONS_H_
