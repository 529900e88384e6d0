// Documents that speak for whoever made them: "The council adopted a
// resolution. | The resolution condemns the raid."

#ifndef STANCE_ENGINE_STANCE_DOCUMENTS_H_
#define STANCE_ENGINE_STANCE_DOCUMENTS_H_

#include "service/engine/sentence.h"
#include "service/engine/stance/discourse.h"
#include "service/engine/stance/sentence_mentions.h"

namespace stance {

// "the union's letter", "the council adopted a resolution": the noun group of
// whoever made the document, in the same sentence; -1 where it is none, or
// nobody is named.
int32_t AuthorIn(const SentenceView& view, int32_t document);

// "a Senate resolution", "the Red Cross report": the unit of the body before
// the document in its group; -1 for none.
int32_t BodyBefore(const SentenceView& view, int32_t document);

// "the resolution", "it": the group may take up a document of a sentence
// before.
bool MayTakeUpDocument(const SentenceView& view, int32_t group);

// Who made the document that the group takes up; null where nobody is known.
const EntityList* AuthorsOf(const SentenceView& view, int32_t group,
                            const Discourse& discourse);

// For NoteDocuments(), of a sentence that has some.
void FindDocuments(const SentenceView& view, SentenceMentions* mentions,
                   Discourse* discourse);

// Remembers the documents of the sentence whose authors it names.
inline void NoteDocuments(const SentenceView& view, SentenceMentions* mentions,
                          Discourse* discourse) {
  if (view.syntax.any.Has(lexicon::v1::FUNCTION_ROLE_STATEMENT)) {
    FindDocuments(view, mentions, discourse);
  }
}

}  // namespace stance

#endif  // STANCE_ENGINE_STANCE_DOCUMENTS_H_
