// The word classes that an entry's reading gives to its phrase, and what the
// readings of a phrase come to.

#ifndef STANCE_ENGINE_LEXICON_READING_CLASSES_H_
#define STANCE_ENGINE_LEXICON_READING_CLASSES_H_

#include <cstdint>

#include "service/engine/lexicon/lexicon.h"

namespace stance {

// WordClassBit of one reading.
uint32_t ReadingClasses(const Lexicon& lexicon, const EntryRef& ref);

// Fills what follows from the readings in `mask` (a bit for each of the
// phrase's readings): all fields but `first` and `count`.
void Summarise(const Lexicon& lexicon, uint64_t mask, Phrase* phrase);

}  // namespace stance

#endif  // STANCE_ENGINE_LEXICON_READING_CLASSES_H_
