// What the slots of a cue are filled from: the cue in its sentence, the verb
// group that carries it, and the prepositions behind it.

#ifndef STANCE_ENGINE_STANCE_SLOTS_H_
#define STANCE_ENGINE_STANCE_SLOTS_H_

#include <algorithm>
#include <vector>

#include "service/engine/sentence.h"
#include "service/engine/stance/frames.h"

namespace stance {

// The verb group whose negation, mood and clause govern a cue: the cue itself,
// a copula before an adjective, a light verb before a noun.
struct Carrier {
  int32_t verb = -1;  // group, -1 for none
  lexicon::v1::LightVerbDirection light =
      lexicon::v1::LIGHT_VERB_DIRECTION_UNSPECIFIED;
  // "gave the plan its backing": the noun group between a light verb and its
  // noun; -1 for none.
  int32_t recipient = -1;
};
// For FindCarrier(), of a cue that is no verb.
Carrier FindCarrierOf(const SentenceView& view, int32_t group,
                      const CueEntry& cue);
inline Carrier FindCarrier(const SentenceView& view, int32_t group,
                           const CueEntry& cue) {
  return view.Is(group, GroupKind::kVerb) ? Carrier{.verb = group}
                                          : FindCarrierOf(view, group, cue);
}

// Of a light verb; UNSPECIFIED where the verb is none.
lexicon::v1::LightVerbDirection LightDirection(const SentenceView& view,
                                               int32_t verb);

// One cue at one place. Borrows everything.
struct CueContext {
  const SentenceView& v;
  const CueEntry& cue;
  int32_t group;  // the cue's group
  uint32_t unit;  // the cue's unit
  Carrier carrier;
};

inline bool Contains(const std::vector<WordId>& words, WordId word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

// "branded the deal, which …, a disgrace": behind the relative clause that is
// set off at the comma or dash `i`; `i` where none begins there.
int32_t BehindRelative(const SentenceView& view, int32_t i);

// "to have | the ruling | overturned": what verb says is to be done to its
// object; -1 for other verbs.
int32_t CausedBy(const SentenceView& view, int32_t verb);

// The next "by" behind group `after` that can name who did what the passive
// verb says; -1 where there is none.
int32_t PassiveBy(const SentenceView& view, int32_t verb, int32_t after);

// "A chorus | of boos", "cries | of “shame”": the noun group that stands for
// the whole of what the one at `noun` names; `noun` where there is none.
int32_t WholeOf(const SentenceView& view, int32_t noun);

// "Anger | erupted | among farmers | over the levy", "boos | rang out | from
// the gallery": a verb without object behind the noun of stance that is its
// subject, and behind it whose that is; -1 for none.
int32_t ArisingBehind(const SentenceView& view, int32_t noun);

// The first of the prepositions behind the group, within the cue's reach; -1
// for none.
int32_t FindPreposition(const SentenceView& view, int32_t group,
                        const std::vector<WordId>& prepositions);

}  // namespace stance

#endif  // STANCE_ENGINE_STANCE_SLOTS_H_
