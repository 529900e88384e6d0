// Where the phrase of a noun or a verb ends: what belongs to it of what stands
// behind.

#ifndef STANCE_ENGINE_STANCE_PHRASE_ENDS_H_
#define STANCE_ENGINE_STANCE_PHRASE_ENDS_H_

#include <cstdint>

#include "service/engine/sentence.h"

namespace stance {

// For NounPhraseEnd(), before a preposition, an infinitive or a gerund.
int32_t EndOfPhrases(const SentenceView& view, int32_t group, int32_t limit);

// The last group of the noun group with the phrases that belong to it, before
// `limit` where it is not -1.
inline int32_t NounPhraseEnd(const SentenceView& view, int32_t group,
                             int32_t limit = -1) {
  // Behind most stands nothing of the kind.
  int32_t next = group + 1;
  if (view.Is(next, GroupKind::kQuote)) ++next;
  const bool more = view.Is(next, GroupKind::kPreposition) ||
                    (view.Is(next, GroupKind::kVerb) &&
                     (view.At(next).form == VerbForm::kToInfinitive ||
                      view.At(next).form == VerbForm::kGerund));
  return more ? EndOfPhrases(view, group, limit) : group;
}

// The last group of a verb phrase: its object or complement and what belongs to
// that.
int32_t VerbPhraseEnd(const SentenceView& view, int32_t verb);

// "those behind the attack": a pronoun that says by a phrase of its own whom it
// means.
bool IsDescribed(const SentenceView& view, int32_t group);

// "anything that raises rents": the verb of the relative clause behind a
// pronoun that stands for nothing else; -1 for none.
int32_t ClauseThatDescribes(const SentenceView& view, int32_t group);

}  // namespace stance

#endif  // STANCE_ENGINE_STANCE_PHRASE_ENDS_H_
