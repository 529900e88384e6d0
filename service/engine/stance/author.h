// Who writes a text in the first person: letters, declarations, statements.

#ifndef STANCE_ENGINE_STANCE_AUTHOR_H_
#define STANCE_ENGINE_STANCE_AUTHOR_H_

#include "service/engine/sentence.h"
#include "service/engine/stance/discourse.h"
#include "service/engine/stance/sentence_mentions.h"

namespace stance {

// For NoteAuthor(), where somebody says "we".
void FindAuthor(const SentenceView& view, int32_t publish_date,
                SentenceMentions* mentions, Discourse* discourse);

// "Media Defence condemns the ruling": whom the first sentence of a statement,
// below its headings, says to issue it. Who says "we" then are they.
void FindIssuer(const SentenceView& view, SentenceMentions* mentions,
                Discourse* discourse);

// Where somebody says "I" outside quotations: whom the byline names. All that
// nobody else says is then theirs.
void FindColumnist(const SentenceView& view, int32_t publish_date,
                   Discourse* discourse);

// The same at the head of a text that says "I" only further down. Reads the
// rest of the text where the head is signed, and only from there.
void FindSigner(const SentenceView& view, int32_t publish_date,
                Discourse* discourse);

// Where the title says whose the text is: its author, or the body of minutes.
void FindLabelled(const SentenceView& view, int32_t publish_date,
                  Discourse* discourse);

// "this newspaper".
bool IsMasthead(const SentenceView& view, int32_t group);

// "This newspaper has long supported it": whoever writes.
void FindMasthead(const SentenceView& view, SentenceMentions* mentions,
                  Discourse* discourse);

// "We, the 40 undersigned doctors, …", "As parents at the school, we …":
// whoever says so outside quotations is "we" in the rest of the text. The first
// to do so stays.
inline void NoteAuthor(const SentenceView& view, int32_t publish_date,
                       SentenceMentions* mentions, Discourse* discourse) {
  if (discourse->title.kind != TitleLabel::Kind::kNone &&
      view.part == Part::kText) {
    FindLabelled(view, publish_date, discourse);
  }
  if (discourse->author >= 0) return;
  if (!discourse->opened && view.part == Part::kText) {
    FindSigner(view, publish_date, discourse);
    FindIssuer(view, mentions, discourse);
    if (discourse->author >= 0) return;
  }
  if (view.syntax.any.Has(lexicon::v1::FUNCTION_ROLE_FIRST_PLURAL)) {
    FindAuthor(view, publish_date, mentions, discourse);
  }
  if (view.syntax.any.Has(lexicon::v1::FUNCTION_ROLE_FIRST_SINGULAR) &&
      discourse->author < 0) {
    FindColumnist(view, publish_date, discourse);
  }
  if (view.syntax.any.Has(lexicon::v1::FUNCTION_ROLE_DEMONSTRATIVE) &&
      discourse->author < 0) {
    FindMasthead(view, mentions, discourse);
  }
}

// Who answers in a transcript that names nobody at the answers: the first
// person that the text names, one with an office before others; -1 for none.
int32_t FirstPersonNamed(const Discourse& discourse);

// An official of no body in particular speaks for the country of the dateline
// ("OSLO -").
void RepresentDateline(const SentenceView& view, int32_t publish_date,
                       int32_t official, Discourse* discourse);

// Sets that person as the interviewee where nobody is yet, and whom they speak
// for.
void FindInterviewee(const SentenceView& view, int32_t publish_date,
                     Discourse* discourse);

}  // namespace stance

#endif  // STANCE_ENGINE_STANCE_AUTHOR_H_
