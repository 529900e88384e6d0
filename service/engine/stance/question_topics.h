// What the question of an interview is about, for answers that name nothing:
// "Q: What about closing the school? A: I haven't made up my mind."

#ifndef STANCE_ENGINE_STANCE_QUESTION_TOPICS_H_
#define STANCE_ENGINE_STANCE_QUESTION_TOPICS_H_

#include "service/engine/sentence.h"
#include "service/engine/stance/discourse.h"

namespace stance {

// Of a sentence of whoever asks. Where it names nothing, what the sentence
// before asked about stays.
void NoteQuestion(const SentenceView& view, Discourse* discourse);

}  // namespace stance

#endif  // STANCE_ENGINE_STANCE_QUESTION_TOPICS_H_
