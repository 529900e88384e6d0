// When something was: what the tense of a verb tells, and the words of time
// beside it.

#ifndef STANCE_ENGINE_STANCE_TENSES_H_
#define STANCE_ENGINE_STANCE_TENSES_H_

#include <cstdint>

#include "service/engine/sentence.h"

namespace stance {

// "in 2014".
bool IsPastYear(const SentenceView& view, int32_t preposition,
                int32_t publish_date);

// "last spring", "as recently as last year", not "this year", "for a year":
// longer ago than what the news is about.
bool IsFarBack(const SentenceView& view, int32_t group);

// "had", also where it stands at the verb before: "had mocked it and | fought
// it".
bool IsPastPerfect(const SentenceView& view, int32_t verb);

// "signed", "had fought", not "has refused"; "having signed".
bool IsPast(const SentenceView& view, int32_t verb);

// "has since come round to it".
bool TellsSince(const SentenceView& view, int32_t verb);

// "was | yesterday | singing its praise", "sang it | on Monday".
bool TellsWhen(const SentenceView& view, int32_t verb);

// "accepted at the time".
bool IsOfThatTime(const SentenceView& view, int32_t group);

// "at first greeted it with relief": in the verb group.
bool IsOverWithin(const SentenceView& view, int32_t verb);

// A time some while ago: "in March", "last year", not "on Monday".
bool IsLongAgo(const SentenceView& view, int32_t group);

}  // namespace stance

#endif  // STANCE_ENGINE_STANCE_TENSES_H_
