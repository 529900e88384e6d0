// "the Popular Union for Reform (PUR)": what letters stand for in this text,
// whatever they stand for elsewhere.

#ifndef STANCE_ENGINE_STANCE_ABBREVIATIONS_H_
#define STANCE_ENGINE_STANCE_ABBREVIATIONS_H_

#include <string_view>

#include "service/engine/sentence.h"
#include "service/engine/stance/discourse.h"

namespace stance {

// Remembers the letters in brackets behind the names they are taken from. For
// sentences that have brackets.
void NoteAbbreviations(const SentenceView& view, int32_t publish_date,
                       Discourse* discourse);

// The entity that the letters stand for; -1 where the text has not said so.
int32_t SpelledOut(std::string_view letters, const Discourse& discourse);

}  // namespace stance

#endif  // STANCE_ENGINE_STANCE_ABBREVIATIONS_H_
