#include "service/engine/stance/supposed.h"

#include <algorithm>

#include "service/engine/stance/mood.h"

namespace stance {
namespace {

namespace pb = lexicon::v1;

bool Supposes(const SentenceView& view, int32_t verb) {
  const int32_t entry =
      view.FirstReading(EntryKind::kReporting, view.Head(verb));
  return entry >= 0 && view.lexicon.reporting_verbs[entry].supposes;
}

bool TakesObjectInfinitive(const CueEntry& cue) {
  return std::any_of(
      cue.frames.begin(), cue.frames.end(), [](const Frame& frame) {
        return std::any_of(frame.targets.begin(), frame.targets.end(),
                           [](const Filler& filler) {
                             return filler.slot == pb::SLOT_OBJECT_INFINITIVE;
                           });
      });
}

// "allows | A | to", "obliges | A | to": what A does then is not told, as it is
// of "helped | A | to".
bool LeavesOpen(const SentenceView& view, int32_t verb) {
  const Unit& head = view.Head(verb);
  if (!head.Takes(pb::SLOT_OBJECT_INFINITIVE)) return false;
  return view.FindCue(head, pb::WORD_CLASS_VERB, [](const CueEntry& cue) {
    return !cue.only_through && TakesObjectInfinitive(cue) &&
           (cue.sense == pb::SENSE_ACTION || cue.sense == pb::SENSE_DEMAND ||
            cue.factuality == pb::FACTUALITY_POSSIBLE);
  }) != nullptr;
}

// "allows | A | to reject it", "expects | A | to reject it": the infinitive
// hangs on the verb, or on A itself.
bool IsLeftOpen(const SentenceView& view, int32_t holder, int32_t governor,
                int32_t verb) {
  int32_t matrix = governor;
  if (view.Is(governor, GroupKind::kNoun)) {
    const Clause& around = view.ClauseOf(governor);
    if (around.verb < 0 || around.verb >= governor) return false;
    matrix = around.verb;
  }
  return view.Is(matrix, GroupKind::kVerb) && holder > matrix &&
         holder < verb && holder <= std::max(governor, matrix + 1) &&
         (Supposes(view, matrix) || LeavesOpen(view, matrix));
}

// "has | the power | to reject it", "faces | calls | to reject it"; not "used
// its power to reject it", "came in numbers to reject it".
bool IsOfAbility(const SentenceView& view, int32_t noun) {
  if (!view.Is(noun, GroupKind::kNoun) ||
      !view.Head(noun).Has(pb::FUNCTION_ROLE_ABILITY_MODAL)) {
    return false;
  }
  const Group& g = view.At(noun);
  return g.possessor < 0 && !view.units[g.begin].Is(kPossessivePronoun) &&
         (g.preposition < 0 ||
          !view.Head(g.preposition).Has(pb::FUNCTION_ROLE_IN));
}

// "was accused": by somebody who is against what they are accused of.
bool IsAccused(const SentenceView& view, int32_t verb) {
  return view.Is(verb, GroupKind::kVerb) && view.At(verb).passive &&
         view.FindCue(view.Head(verb), pb::WORD_CLASS_VERB,
                      [](const CueEntry& cue) {
                        return cue.polarity == pb::POLARITY_OPPOSES;
                      }) != nullptr;
}

}  // namespace

bool IsSupposed(const SentenceView& view, const FilledFrame& frame,
                int32_t verb) {
  if (frame.holder.kind != HolderRef::Kind::kGroup) return false;
  const int32_t holder = frame.holder.group;
  const Clause& clause = view.ClauseOf(verb);
  const int32_t governor = clause.governor;
  if (governor < 0 || governor >= verb) return false;
  switch (clause.kind) {
    case ClauseKind::kComplement:
      // "thinks that A | will back it", not "thinks that A backs it".
      return holder > governor &&
             (Supposes(view, governor) ||
              (view.At(verb).modal &&
               view.Head(governor).Has(pb::FUNCTION_ROLE_DOUBT))) &&
             !HeldBySpeaker(view, frame);
    case ClauseKind::kInfinitive:
      // "were | made | to fund it".
      if (view.Is(governor, GroupKind::kVerb) && view.At(governor).passive &&
          view.Head(governor).Has(pb::FUNCTION_ROLE_CAUSATIVE)) {
        return true;
      }
      return IsOfAbility(view, governor) ||
             IsLeftOpen(view, holder, governor, verb);
    case ClauseKind::kGerund: {
      // "the option | of | vetoing it"; "was accused | of | backing it", not
      // "criticised for backing it".
      if (!view.Is(governor, GroupKind::kPreposition) ||
          !view.Head(governor).Has(pb::FUNCTION_ROLE_GENITIVE)) {
        return false;
      }
      const int32_t of = governor - 1;
      return IsOfAbility(view, of) || (holder < of && IsAccused(view, of));
    }
    default:
      return false;
  }
}

}  // namespace stance
