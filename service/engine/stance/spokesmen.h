// Who speaks for whom, and through what: "a spokesman for the ministry",
// "officials from the ministry", "the union's statement".

#ifndef STANCE_ENGINE_STANCE_SPOKESMEN_H_
#define STANCE_ENGINE_STANCE_SPOKESMEN_H_

#include <cstdint>

#include "service/engine/sentence.h"
#include "service/engine/stance/mention_parts.h"

namespace stance {

// The noun group in the "for" phrase right behind an office: "a spokesman for
// the ministry"; -1 for none.
inline int32_t SpokenFor(const SentenceView& view, int32_t group) {
  return NounBehind(view, group, lexicon::v1::FUNCTION_ROLE_SPOKEN_FOR);
}

// For SentBy(), before a preposition.
int32_t SentByPhrase(const SentenceView& view, int32_t group);

// The body in the "from" phrase right behind an official or a delegation:
// "officials from the ministry", "a delegate from Fiji"; -1 for none.
inline int32_t SentBy(const SentenceView& view, int32_t group) {
  return view.Is(group + 1, GroupKind::kPreposition) ? SentByPhrase(view, group)
                                                     : -1;
}

// "issued | a statement", "sent | its reply"; not what it got, praised, or
// fought.
bool Makes(const SentenceView& view, int32_t verb);

// For Spokesman(), of a document.
int32_t SpokesmanOf(const SentenceView& view, int32_t group);

// "the union's statement", "a letter from the union": whoever speaks through
// the thing; the group itself where it is no such thing.
inline int32_t Spokesman(const SentenceView& view, int32_t group) {
  return view.Head(group).Has(lexicon::v1::FUNCTION_ROLE_STATEMENT)
             ? SpokesmanOf(view, group)
             : group;
}

}  // namespace stance

#endif  // STANCE_ENGINE_STANCE_SPOKESMEN_H_
