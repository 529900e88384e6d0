// Whose turn a sentence belongs to: in transcripts and interviews with labels
// ("Qin Gang: We …", "Q.", "A:") or without, in communiqués, in letters.

#ifndef STANCE_ENGINE_STANCE_TURNS_H_
#define STANCE_ENGINE_STANCE_TURNS_H_

#include <cstdint>

#include "service/engine/sentence.h"
#include "service/engine/stance/discourse.h"
#include "service/engine/stance/sentence_mentions.h"

namespace stance {

// True where something that is said in quotation marks, not only named in them,
// stands in the sentence.
bool OpensWithSpeech(const SentenceView& view);

// The entity that speaks in the sentence outside quotation marks, kNobody or
// kQuestioner. Notes in `discourse` whose turn it is and who answers.
int32_t TurnSpeaker(const SentenceView& view, int32_t publish_date,
                    SentenceMentions* mentions, Discourse* discourse);

}  // namespace stance

#endif  // STANCE_ENGINE_STANCE_TURNS_H_
