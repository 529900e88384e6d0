#include "service/engine/stance/happenings.h"

#include "service/engine/stance/mention_parts.h"

namespace stance {
namespace {

namespace pb = lexicon::v1;

// "go | to schools", "go | into training", not "go | for good", "end | on
// Monday".
bool GoesSomewhere(const SentenceView& view, int32_t verb) {
  const int32_t preposition = verb + 1;
  if (!view.Is(preposition, GroupKind::kPreposition)) return false;
  const Unit& word = view.Head(preposition);
  return word.Has(pb::FUNCTION_ROLE_TARGET_PREPOSITION) &&
         !word.Has(pb::FUNCTION_ROLE_SPOKEN_FOR) &&
         !word.Has(pb::FUNCTION_ROLE_INSTRUMENT) &&
         view.Is(preposition + 1, GroupKind::kNoun) &&
         !view.Head(preposition + 1).Is(kTime);
}

}  // namespace

bool HappensToThing(const SentenceView& view, int32_t group,
                    const CueEntry& cue) {
  if (!view.Is(group, GroupKind::kVerb)) return false;
  // "wants the money to go | to schools": it ends up there.
  if (cue.effect == pb::EFFECT_REVERSE && GoesSomewhere(view, group)) {
    return false;
  }
  const int32_t subject = view.ClauseOf(group).subject;
  switch (view.At(group).form) {
    case VerbForm::kFinite:
      break;
    case VerbForm::kToInfinitive:
      if (subject < 0 || subject >= group) return false;
      // "the plan | should be allowed | to proceed".
      for (int32_t i = subject + 1; i < group; ++i) {
        if (!view.Is(i, GroupKind::kVerb) && !view.Is(i, GroupKind::kAdverb)) {
          return false;
        }
      }
      break;
    case VerbForm::kParticiple:
      // "wants the levy | gone", also "wants the chairman gone".
      return subject >= 0 && subject + 1 == group;
    default:
      return false;
  }
  // "wants the money to go | to schools": that it goes there, not away.
  if (cue.polarity == pb::POLARITY_UNSPECIFIED && !view.At(group).passive &&
      view.Is(group + 1, GroupKind::kPreposition) &&
      view.Is(group + 2, GroupKind::kNoun) && !view.Head(group + 2).Is(kTime)) {
    const Unit& to = view.Head(group + 1);
    if (to.Has(pb::FUNCTION_ROLE_TARGET_PREPOSITION) &&
        !to.Has(pb::FUNCTION_ROLE_HOLDER_PREPOSITION) &&
        !to.Has(pb::FUNCTION_ROLE_SPOKEN_FOR) &&
        !to.Has(pb::FUNCTION_ROLE_ADJUNCT_PREPOSITION)) {
      return false;
    }
  }
  // "urged the chairman to resign": what only somebody can do.
  const bool of_persons = cue.sense == pb::SENSE_ACTION;
  if (cue.polarity != pb::POLARITY_UNSPECIFIED || subject < 0 ||
      !CanHold(view, subject)) {
    return true;
  }
  // "the teams should go | unarmed": nobody leaves.
  return of_persons && !view.Is(group + 1, GroupKind::kNoun) &&
         !view.Is(group + 1, GroupKind::kAdjective);
}

}  // namespace stance
