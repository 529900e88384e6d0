// Who a group of people is, where the sentence names them elsewhere.

#ifndef STANCE_ENGINE_STANCE_NAMED_MEMBERS_H_
#define STANCE_ENGINE_STANCE_NAMED_MEMBERS_H_

#include <cstdint>

#include "service/engine/sentence.h"

namespace stance {

// "The rule | is an attempt": the noun group that the predicate noun is said
// of; -1 for none.
int32_t SubjectOfPredicate(const SentenceView& view, int32_t noun);

// "It was the union that backed it": the noun group is what a cleft sentence
// points out, not what "it" is.
bool IsClefted(const SentenceView& view, int32_t noun);

// "Peru was the first country to back it", "Peru is among the countries that
// back it", "Peru is one of its critics": the subject that the noun group is
// said of; -1 for none.
int32_t EquatedSubject(const SentenceView& view, int32_t group);

// "The countries that backed it were Peru and Fiji", "Those who backed it
// include Peru", "Among those who backed it were Peru and Fiji": the names that
// the noun group is said to be; -1 for none.
int32_t EquatedMembers(const SentenceView& view, int32_t group);

// "One of them, Ana Roe, backed it", "another, Lee of Peru, did not": the name
// beside a number or a pronoun; -1 where they are not named.
int32_t NamedOne(const SentenceView& view, int32_t group);

// "thanked Peru, the only country | to back it", "The only country to back it
// was Peru": the name of the one of many that the noun group tells apart by
// what it does; -1 where it is not named. Of groups with an infinitive behind.
int32_t NamedByDeed(const SentenceView& view, int32_t group);

// "critics of the plan include Peru", "critics of the plan, including Peru",
// "critics such as Peru", "Peru and other critics": the noun group that names
// them; -1 where they are not named.
int32_t NamedMembers(const SentenceView& view, int32_t group);

}  // namespace stance

#endif  // STANCE_ENGINE_STANCE_NAMED_MEMBERS_H_
