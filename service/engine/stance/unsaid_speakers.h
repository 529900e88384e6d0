// Who speaks where no verb of saying tells.

#ifndef STANCE_ENGINE_STANCE_UNSAID_SPEAKERS_H_
#define STANCE_ENGINE_STANCE_UNSAID_SPEAKERS_H_

#include <cstdint>

#include "service/engine/sentence.h"
#include "service/engine/stance/discourse.h"
#include "service/engine/stance/sentence_mentions.h"

namespace stance {

// "Ann Roe did not mince her words: “It is reckless.”": the person whom the
// words before the colon, or the sentence before in the paragraph, are about;
// -1 for none.
int32_t PersonBeforeSpeech(const SentenceView& view, const Discourse& discourse,
                           SentenceMentions* mentions);

}  // namespace stance

#endif  // STANCE_ENGINE_STANCE_UNSAID_SPEAKERS_H_
