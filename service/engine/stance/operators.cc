#include "service/engine/stance/operators.h"

#include "service/engine/stance/negation.h"

namespace stance {

namespace pb = lexicon::v1;

Polarity Apply(pb::Effect effect, Polarity polarity) {
  switch (effect) {
    case pb::EFFECT_REVERSE:
      if (polarity == pb::POLARITY_SUPPORTS) return pb::POLARITY_OPPOSES;
      if (polarity == pb::POLARITY_OPPOSES) return pb::POLARITY_SUPPORTS;
      return polarity;
    case pb::EFFECT_NEUTRALISE:
      return pb::POLARITY_NEUTRAL;
    default:
      return polarity;
  }
}

Polarity Negate(Polarity polarity) {
  switch (polarity) {
    case pb::POLARITY_SUPPORTS:
      return pb::POLARITY_OPPOSES;
    case pb::POLARITY_OPPOSES:
      return pb::POLARITY_NEUTRAL;
    default:
      return polarity;
  }
}

bool TakesInfinitive(const CueEntry& cue) {
  for (const Frame& frame : cue.frames) {
    for (const Filler& filler : frame.targets) {
      if (filler.slot == pb::SLOT_INFINITIVE ||
          filler.slot == pb::SLOT_OBJECT_INFINITIVE) {
        return true;
      }
    }
  }
  return false;
}

const CueEntry* OperatorAt(const SentenceView& view, int32_t verb) {
  const CueEntry* op = nullptr;
  view.ForEach(EntryKind::kCue, view.Head(verb), [&](const EntryRef& ref) {
    const CueEntry& cue = view.lexicon.cues[ref.index];
    if (cue.word_class != pb::WORD_CLASS_VERB) return;
    // "voted to adopt it", not "voted against it".
    if (op == nullptr || (TakesInfinitive(cue) && !TakesInfinitive(*op)) ||
        (op->polarity != pb::POLARITY_UNSPECIFIED &&
         TakesInfinitive(cue) == TakesInfinitive(*op))) {
      op = &cue;
    }
  });
  return op;
}

const CueEntry* OperatorBefore(const SentenceView& view, int32_t verb) {
  if (!view.Is(verb - 1, GroupKind::kAdjective)) return nullptr;
  return view.FindCue(
      view.Head(verb - 1), pb::WORD_CLASS_ADJECTIVE,
      [](const CueEntry& cue) { return cue.effect == pb::EFFECT_REVERSE; });
}

const CueEntry* GivingUp(const SentenceView& view, int32_t verb) {
  return view.FindCue(view.Head(verb), pb::WORD_CLASS_VERB,
                      [](const CueEntry& cue) {
                        return cue.effect == pb::EFFECT_REVERSE &&
                               cue.polarity == pb::POLARITY_UNSPECIFIED;
                      });
}

const CueEntry* WaningOf(const SentenceView& view, int32_t noun) {
  const Clause& clause = view.ClauseOf(noun);
  const int32_t verb = clause.verb;
  if (clause.subject != noun || verb <= noun || view.At(verb).modal ||
      view.At(verb).passive ||
      !view.Head(verb).Takes(pb::SLOT_SUBJECT_TARGET) ||
      IsNegated(view, verb)) {
    return nullptr;
  }
  return view.FindCue(view.Head(verb), pb::WORD_CLASS_VERB,
                      [](const CueEntry& cue) {
                        return cue.effect == pb::EFFECT_REVERSE &&
                               cue.sense == pb::SENSE_EVALUATION &&
                               cue.polarity == pb::POLARITY_UNSPECIFIED;
                      });
}

}  // namespace stance
