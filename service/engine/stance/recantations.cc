// Who no longer holds what they held: "Peru thought better of it", "Peru, which
// had fought the pact, dropped its objections".

#include "service/engine/stance/ellipsis.h"
#include "service/engine/stance/operators.h"

namespace stance {

namespace pb = lexicon::v1;

size_t Ellipses::LastOf(int32_t holder) const {
  // Of the stances found since.
  constexpr size_t kFarthest = 16;
  // A change of heart is told right behind what it changes.
  constexpr uint32_t kSentences = 2;
  for (size_t i = out_.size(), steps = 0; i > 0 && steps < kFarthest;
       --i, ++steps) {
    const FoundStance& stance = out_[i - 1];
    if (stance.sentence.part != v_.part ||
        stance.sentence_index + kSentences < v_.index) {
      break;
    }
    if (stance.holder == holder && !stance.derived) return i - 1;
  }
  return out_.size();
}

void Ellipses::TurnRound(size_t model, int32_t entity,
                         const FiredFrame& fired) {
  const Polarity polarity = Apply(pb::EFFECT_REVERSE, out_[model].polarity);
  Say(model, HolderOf(entity), polarity,
      {fired.holders, fired.holder_mention, fired.sieve, fired.frame->unit,
       static_cast<int32_t>(fired.frame->cue)});
  out_.back().factuality = fired.factuality;
  out_.back().before = false;
  out_[model].factuality = pb::FACTUALITY_SUPERSEDED;
}

void Ellipses::Recant(const FiredFrame& fired) {
  if (fired.composition->polarity != pb::POLARITY_OPPOSES ||
      fired.factuality > pb::FACTUALITY_REPORTED) {
    return;
  }
  for (int32_t entity : fired.holders) {
    const size_t model = LastOf(HolderOf(entity));
    if (model < out_.size() && out_[model].polarity != pb::POLARITY_NEUTRAL) {
      TurnRound(model, entity, fired);
    }
  }
}

bool Ellipses::Relent(const FiredFrame& fired, Polarity polarity) {
  if (polarity != pb::POLARITY_SUPPORTS || fired.holders.size() != 1 ||
      fired.factuality > pb::FACTUALITY_REPORTED ||
      v_.lexicon.cues[fired.frame->cue].sense != pb::SENSE_ACTION) {
    return false;
  }
  const size_t model = LastOf(HolderOf(fired.holders[0]));
  if (model == out_.size() || out_[model].sentence_index != v_.index ||
      !out_[model].before || out_[model].polarity != pb::POLARITY_OPPOSES) {
    return false;
  }
  TurnRound(model, fired.holders[0], fired);
  return true;
}

}  // namespace stance
