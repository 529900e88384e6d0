// The rules that choose a unit's class, by what it may be. Each is given the
// words around it and answers with the WordClassBits of its tag.

#ifndef STANCE_ENGINE_SYNTAX_TAG_RULES_H_
#define STANCE_ENGINE_SYNTAX_TAG_RULES_H_

#include <cstddef>
#include <cstdint>

#include "service/engine/syntax/clause_so_far.h"
#include "service/engine/syntax/neighbours.h"

namespace stance {

// Where a unit stands.
struct Place {
  size_t unit = 0;
  uint32_t classes = 0;     // of the unit
  size_t before = kNoUnit;  // the unit before it, over adverbs
  uint32_t tag_before = 0;  // of that; 0 at a boundary
  uint32_t tag_beside = 0;  // of the unit right before, adverbs too
  bool at_start = false;    // of the sentence, a quotation, a bracket
};

// The unit is a cue of one word of this class that takes the preposition behind
// it: "opposed | to", "calling | on".
bool CueTakesNext(const Neighbours& at, size_t i,
                  lexicon::v1::WordClass word_class);

// "was opposed until the last evening | by the union": the agent of a passive
// stands within the next few words.
bool AgentAhead(const Neighbours& at, size_t i);

// "two | years ago": of an adverb that begins with a word of time.
bool CountsPhraseOfTime(const Neighbours& at, size_t i);

// "12:20".
bool IsClock(const Neighbours& at, size_t i);

// "July 26, 2023,": four digits in commas behind a date.
bool IsYear(const Neighbours& at, size_t i);

// "About 40 residents", "backed by over 30 states", "up to 200 staff".
bool IsApproximate(const Neighbours& at, size_t i);

// What stands behind a word after a noun group, and what the clause awaits.
struct AfterNoun {
  uint32_t next;  // classes of the next word
  bool object_next;
  bool strong_object;  // it can hardly be anything else
  bool expected;       // a clause around this one waits for its verb
  bool by;             // a passive's agent is next
  bool open;           // the clause has no verb yet
  bool contact;        // of a relative clause without a pronoun
};

// A past form or a participle; 0 where it may as well be something else.
uint32_t TagPastAfterNoun(const Neighbours& at, size_t i, uint32_t c, size_t b,
                          const AfterNoun& after, const ClauseSoFar& clause);

// A gerund that is no finite verb.
uint32_t TagGerundAfterNoun(const Neighbours& at, size_t i, uint32_t c,
                            uint32_t p, size_t b, const ClauseSoFar& clause);

// "with six Liberals | voting against it": the noun group that ends at b stands
// behind "with", or beside one that does, and the form at i takes the
// preposition behind it.
bool IsAbsolute(const Neighbours& at, size_t i, size_t b);

// "…, with Roe and Ash | opposed": the noun group that ends at b stands behind
// "with" and a comma, perhaps in a list.
bool StandsInAbsolute(const Neighbours& at, size_t b);

// "would rather strike | than accept it", "to lease it rather | than sell it":
// behind "than", the unit i, stands a verb as before it.
bool IsSetAgainstVerb(const Neighbours& at, size_t i);

// 's: a possessive or "is".
uint32_t TagClitic(const Neighbours& at, const Place& place);
// "to" before an infinitive, or a preposition.
uint32_t TagTo(const Neighbours& at, size_t i);
// "that": subordinator, relative, determiner or pronoun.
uint32_t TagThat(const Neighbours& at, const Place& place);
// "who", "which", "what", "where".
uint32_t TagRelative(const Place& place);
// "after", "as", "once": before a clause or a noun group.
uint32_t TagSubordinator(const Neighbours& at, const Place& place,
                         const ClauseSoFar& clause);
// "neither … nor", "both … and", "either … or": the first word stands outside
// what it opens.
bool OpensCorrelation(const Neighbours& at, const Place& place);
// Nouns, adjectives, adverbs and prepositions.
uint32_t TagNominal(const Neighbours& at, size_t i, uint32_t classes,
                    uint32_t tag_before);
// Words that may be verbs, whatever else they may be; but not base forms behind
// "to".
uint32_t TagVerb(const Neighbours& at, const Place& place, ClauseSoFar* clause);
// The same behind a noun group.
uint32_t TagVerbAfterNoun(const Neighbours& at, size_t i, uint32_t classes,
                          uint32_t tag_before, size_t before,
                          ClauseSoFar* clause);
// The same behind "and" or "or"; `before` is the unit before, over adverbs.
uint32_t TagVerbAfterCoordinator(const Neighbours& at, size_t i,
                                 uint32_t classes, size_t before,
                                 ClauseSoFar* clause);
// The same where a clause begins, or behind a comma.
uint32_t TagVerbAtStart(const Neighbours& at, size_t i, uint32_t classes,
                        size_t before, ClauseSoFar* clause);
// "Farmers whose land was taken | oppose the dam": the verb that a clause
// around the relative clause waits for; 0 where it cannot be that.
uint32_t TagOwedVerb(const Neighbours& at, size_t i, uint32_t classes,
                     ClauseSoFar* clause);
// The verb reading, whatever stands around.
uint32_t AnyVerbTag(uint32_t classes, ClauseSoFar* clause);

}  // namespace stance

#endif  // STANCE_ENGINE_SYNTAX_TAG_RULES_H_
