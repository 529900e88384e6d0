// Whose the items of a communiqué or a list are.

#ifndef STANCE_ENGINE_STANCE_ENACTING_H_
#define STANCE_ENGINE_STANCE_ENACTING_H_

#include "service/engine/sentence.h"
#include "service/engine/stance/discourse.h"
#include "service/engine/stance/sentence_mentions.h"

namespace stance {

// A finite verb of the sentence, outside relative clauses, has its subject.
bool HasSubject(const SentenceView& view);

// For NoteEnacting(), where a comma or a colon ends the sentence.
void FindEnacting(const SentenceView& view, SentenceMentions* mentions,
                  Discourse* discourse);

// "The Council," alone in a paragraph, "The ministers:" before a list: takes
// note of whose the items that follow are.
inline void NoteEnacting(const SentenceView& view, SentenceMentions* mentions,
                         Discourse* discourse) {
  const Token& last = view.text.tokens[view.sentence.end - 1];
  const char mark = view.text.source[last.begin];
  if (mark == ',' || mark == ':') FindEnacting(view, mentions, discourse);
}

}  // namespace stance

#endif  // STANCE_ENGINE_STANCE_ENACTING_H_
