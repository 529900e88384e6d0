// What a verdict in quotation marks is of that has no verb of its own: "“A
// disgrace,” she said of the levy".

#ifndef STANCE_ENGINE_STANCE_SPOKEN_TOPICS_H_
#define STANCE_ENGINE_STANCE_SPOKEN_TOPICS_H_

#include <cstdint>

#include "service/engine/sentence.h"

namespace stance {

// The noun group that the words around the quotation name as what the verdict
// at `verdict` is of; -1 where the verdict does not open a quotation without a
// verb, or none is named:
//   "A disgrace," she said of | the levy |.
//   Her verdict on | the levy |: "a disgrace".
//   Asked about | the levy |, she said: "A disgrace."
int32_t TopicOfSpeech(const SentenceView& view, int32_t verdict);

}  // namespace stance

#endif  // STANCE_ENGINE_STANCE_SPOKEN_TOPICS_H_
