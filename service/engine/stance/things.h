// What a text speaks about: bills, plans, strikes. Which of them "the bill",
// "it", or nothing at all ("Peru abstained") means.

#ifndef STANCE_ENGINE_STANCE_THINGS_H_
#define STANCE_ENGINE_STANCE_THINGS_H_

#include "service/engine/sentence.h"
#include "service/engine/stance/discourse.h"

namespace stance {

// Records a mention; a short one ("the bill") counts for the thing with the
// same head. `issue`: in Lexicon::issues, -1 for none.
void MentionThing(const Lexicon& lexicon, WordId lemma, const Mention& mention,
                  std::string_view text, int32_t issue, bool plural, bool full,
                  uint32_t sentence, Discourse* discourse);

// Whether the stances on a thing may make it the topic in place of `best`,
// which is that without them.
bool MayBeTopic(const Discourse::Thing& thing, const Discourse::Thing& best,
                uint32_t sentence);

// The thing that the whole text is about at this sentence: spoken of first,
// often, and not long ago. Null for none.
// Not `excluded`.
const Discourse::Thing* TopicAt(const Discourse& discourse, uint32_t sentence,
                                const Discourse::Thing* excluded = nullptr);

// The decision (ruling, verdict) that was spoken of most, a few sentences ago
// at most. Null for none.
const Discourse::Thing* DecisionAt(const Lexicon& lexicon,
                                   const Discourse& discourse,
                                   uint32_t sentence);

// The thing that a pronoun takes up: the noun spoken of last, in this sentence
// or the one before, else their subject or object, whatever it is, else the
// topic. Null for none.
const Discourse::Thing* LastThing(const Discourse& discourse, uint32_t sentence,
                                  bool plural);

// The thing spoken of in the same sentence before `last`. Null for none.
const Discourse::Thing* ThingBefore(const Discourse& discourse,
                                    const Discourse::Thing& last);

// The same for a pronoun of the title, which takes up nothing of the text.
const Discourse::Thing* ThingOfTitle(const Discourse& discourse, bool plural);

// The thing with that head, spoken of last. Null for none.
const Discourse::Thing* ThingWithHead(const Discourse& discourse, WordId lemma);

}  // namespace stance

#endif  // STANCE_ENGINE_STANCE_THINGS_H_
