#include "service/engine/stance/mood.h"

#include <algorithm>

#include "service/engine/stance/conditions.h"
#include "service/engine/stance/implied_frames.h"
#include "service/engine/stance/modifiers.h"
#include "service/engine/stance/negation.h"

namespace stance {

namespace pb = lexicon::v1;

int32_t GovernorOf(const SentenceView& view, int32_t group) {
  const Clause& clause = view.ClauseOf(group);
  return clause.kind == ClauseKind::kComplement &&
                 view.Is(clause.governor, GroupKind::kVerb) &&
                 view.Head(clause.governor).Reads(EntryKind::kReporting)
             ? clause.governor
             : -1;
}

bool HeldBySpeaker(const SentenceView& view, const FilledFrame& frame) {
  if (frame.holder.kind == HolderRef::Kind::kSpeaker) return true;
  if (frame.holder.kind != HolderRef::Kind::kGroup) return false;
  const Unit& head = view.Head(frame.holder.group);
  if (head.Has(pb::FUNCTION_ROLE_FIRST_PLURAL) ||
      head.Has(pb::FUNCTION_ROLE_FIRST_SINGULAR)) {
    return true;
  }
  // "The union said it must oppose the bill".
  return head.Is(kPronoun) && GovernorOf(view, frame.group) >= 0;
}

Factuality MoodOfPhrase(const SentenceView& view, const FilledFrame& frame,
                        int32_t verb) {
  Factuality mood = pb::FACTUALITY_UNSPECIFIED;
  const auto weaken = [&](Factuality by) { mood = std::max(mood, by); };
  const Group& g = view.At(verb);
  // "The EU should back the plan" tells what somebody else wants of the EU.
  if (Obliges(view, verb) && !HeldBySpeaker(view, frame)) {
    weaken(pb::FACTUALITY_POSSIBLE);
  }
  // "could, however, reject it": the modal stands apart.
  const int32_t auxiliary = view.ClauseOf(verb).auxiliary;
  const bool apart = g.modal && auxiliary >= 0;
  const Group& modal = view.At(apart ? auxiliary : ModalOf(view, verb));
  for (uint32_t u = modal.begin; u < modal.end; ++u) {
    const Unit& unit = view.units[u];
    if (!unit.Is(kModal)) continue;
    // "could accept it provided that …" is a stance with a condition.
    if (IsConditional(view, verb)) {
      weaken(pb::FACTUALITY_CONDITIONAL);
      continue;
    }
    // "could not accept", "can live with" are verdicts, "could reject" is
    // not.
    const bool verdict =
        unit.Has(pb::FUNCTION_ROLE_ABILITY_MODAL) &&
        (IsNegated(view, verb) || frame.polarity == pb::POLARITY_SUPPORTS);
    if (unit.Has(pb::FUNCTION_ROLE_POSSIBLE_MODAL) && !verdict) {
      weaken(pb::FACTUALITY_POSSIBLE);
    }
    if (unit.Has(pb::FUNCTION_ROLE_HYPOTHETICAL_MODAL)) {
      // "“We would be handing over the keys”, he said": not what they do.
      const bool imagined = view.Head(verb).Is(kVerbGerund) &&
                            HeldBySpeaker(view, frame) &&
                            view.InSpeech(view.FirstToken(verb));
      if (!imagined && IsConsent(view, frame, verb)) {
        weaken(pb::FACTUALITY_CONDITIONAL);
      } else if (imagined || IsHypothetical(view, frame)) {
        weaken(pb::FACTUALITY_COUNTERFACTUAL);
      } else if (g.perfect) {
        // "would have preferred a cut" is a wish, "would have signed it" is
        // what did not come about.
        weaken(view.lexicon.cues[frame.cue].sense == pb::SENSE_ACTION
                   ? pb::FACTUALITY_COUNTERFACTUAL
                   : pb::FACTUALITY_CONDITIONAL);
      }
    }
  }
  return mood;
}

}  // namespace stance
