// What the sentence before reports as undone: "The levy was scrapped. Peru
// called | that a mistake" is against the scrapping, not against the levy.

#ifndef STANCE_ENGINE_STANCE_UNDONE_EVENTS_H_
#define STANCE_ENGINE_STANCE_UNDONE_EVENTS_H_

#include <string_view>

#include "service/engine/sentence.h"
#include "service/engine/stance/discourse.h"

namespace stance {

// For NoteUndoneEvent(), where the verb of the first clause is one that does
// something to an object.
void NoteUndoing(const SentenceView& view, const Clause& clause,
                 Discourse* discourse);

// Remembers what the sentence reports in its first clause, if it undoes
// something.
inline void NoteUndoneEvent(const SentenceView& view, Discourse* discourse) {
  if (view.part == Part::kTitle || view.syntax.clauses.empty()) return;
  const Clause& clause = view.syntax.clauses[0];
  if (clause.verb >= 0 &&
      view.Head(clause.verb).Takes(lexicon::v1::SLOT_OBJECT)) {
    NoteUndoing(view, clause, discourse);
  }
}

// "furious, delighted", "a sad day": of a cue that may tell of a feeling after
// an event.
bool ReactsToEvents(const CueEntry& cue);

// What "that" and "this" may take up at a sentence of the text; empty where the
// sentence before undid nothing.
inline std::string_view UndoneBefore(const Discourse& discourse,
                                     uint32_t sentence) {
  return discourse.undone_sentence + 1 == sentence ? discourse.undone
                                                   : std::string_view();
}

}  // namespace stance

#endif  // STANCE_ENGINE_STANCE_UNDONE_EVENTS_H_
