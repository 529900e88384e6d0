// Stage 6: whom pronouns and pairs ("both countries") take up.

#ifndef STANCE_ENGINE_STANCE_PRONOUNS_H_
#define STANCE_ENGINE_STANCE_PRONOUNS_H_

#include "service/engine/sentence.h"
#include "service/engine/stance/discourse.h"

namespace stance {

// The entities that a personal or possessive pronoun at `unit` stands for;
// empty for none. `speaker` is the entity whose words these are (-1: the
// article's own), for the first person. `excluded` are not meant: the subject
// of the verb whose object the pronoun is.
EntityList ResolvePronoun(const SentenceView& view, const Unit& unit,
                          int32_t speaker, const Discourse& discourse,
                          const EntityList& excluded = {});

// Whether "he", "she" or "it" agrees with the entity in number, kind and
// gender.
bool MayTakeUp(const Unit& pronoun, const Entity& entity);

bool IsFirstPerson(const Unit& unit);

// "each side", "each country": one word beside "each" for either of a pair.
bool IsEachSide(const SentenceView& view, int32_t group);

// "both countries", "the two sides", "each side": the pair that was spoken of
// last; empty where the group is no such phrase or there is no pair.
EntityList ResolvePair(const SentenceView& view, int32_t group,
                       const Discourse& discourse);

}  // namespace stance

#endif  // STANCE_ENGINE_STANCE_PRONOUNS_H_
