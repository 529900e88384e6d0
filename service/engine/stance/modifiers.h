// What the words around a cue do to it before any operator: negations, "no
// longer", "may", "once".

#ifndef STANCE_ENGINE_STANCE_MODIFIERS_H_
#define STANCE_ENGINE_STANCE_MODIFIERS_H_

#include <cstdint>
#include <string_view>

#include "service/engine/sentence.h"
#include "service/engine/stance/frames.h"

namespace stance {

struct Modifiers {
  int negations = 0;  // an even number undoes itself
  bool cease = false;
  bool possible = false;
  bool superseded = false;
  uint32_t unit = 0;       // the last of them
  std::string_view entry;  // its id in the lexicon, empty for a bare negation
};

// For ModifiersAround(), where there may be some.
Modifiers ReadModifiersAround(const SentenceView& view,
                              const FilledFrame& frame, int32_t verb);

// In the verb group, among the adverbs around it, and before the object where
// the verb carries the cue.
inline Modifiers ModifiersAround(const SentenceView& view,
                                 const FilledFrame& frame, int32_t verb) {
  // Most sentences have no word that modifies; but "nor".
  const Unit& any = view.syntax.any;
  if (!any.Reads(EntryKind::kModifier) && !any.MayBe(kNegation) &&
      !view.Is(verb - 1, GroupKind::kCoordinator) &&
      view.ClauseOf(verb).auxiliary < 0) {
    return {};
  }
  return ReadModifiersAround(view, frame, verb);
}

// Right before a predicate that no verb carries: "never in favour of".
Modifiers ModifiersBefore(const SentenceView& view, const FilledFrame& frame);

}  // namespace stance

#endif  // STANCE_ENGINE_STANCE_MODIFIERS_H_
