#include "service/engine/stance/firing.h"

#include <algorithm>

#include "service/engine/stance/background.h"
#include "service/engine/stance/conditions.h"
#include "service/engine/stance/contrasts.h"
#include "service/engine/stance/implied_acts.h"
#include "service/engine/stance/listed_targets.h"
#include "service/engine/stance/operators.h"
#include "service/engine/stance/phrase_ends.h"
#include "service/engine/stance/targets.h"

namespace stance {

namespace pb = lexicon::v1;

void Firing::Consume(const FilledFrame& frame) {
  // "cheered when the council dropped it" tells that it did.
  if (frame.matrix || frame.event) return;
  for (const TargetRef& target : frame.targets) {
    ForEachConjunct(v_, target, [&](const TargetRef& conjunct) {
      ConsumeTarget(frame, conjunct);
    });
  }
  if (frame.evaluation >= 0) {
    const uint32_t unit = static_cast<uint32_t>(frame.evaluation);
    for (int32_t g = frame.group + 1;
         g < v_.syntax.size() && v_.At(g).begin <= unit; ++g) {
      if (unit < v_.At(g).end) scratch_.consumed[g] = 1;
    }
  }
}

void Firing::ConsumeTarget(const FilledFrame& frame, const TargetRef& target) {
  // What is demanded is not yet anybody's stance: "sought support from Peru".
  const bool demanded = v_.lexicon.cues[frame.cue].sense == pb::SENSE_DEMAND;
  // "warned that the tram would hurt shops", "denied" it: what they say says
  // more.
  if (target.kind == TargetRef::Kind::kClause && !demanded &&
      v_.Head(frame.group).Reads(EntryKind::kReporting)) {
    return;
  }
  // "cautioned Peru | against | blocking it": the preposition is the cue's.
  if (target.kind == TargetRef::Kind::kVerb &&
      v_.Is(target.group - 1, GroupKind::kPreposition)) {
    scratch_.consumed[target.group - 1] = 1;
  }
  if (target.kind != TargetRef::Kind::kNoun || demanded) {
    scratch_.consumed[target.group] = 1;
  } else {
    const int32_t preposition = v_.At(target.group).preposition;
    if (preposition >= 0) scratch_.consumed[preposition] = 1;
    // A nominal cue without a holder of its own is only a part of the target.
  }
}

void Firing::Fire(const FilledFrame& frame) {
  FiredFrame fired;
  fired.speaker = holders_.Speaker(frame, &fired.reports);
  // Nobody says so.
  if (frame.holder.kind == HolderRef::Kind::kSpeaker && fired.speaker < 0) {
    return;
  }
  Composition& composition = scratch_.composition;
  Compose(v_, frame, &composition);
  if (IsBackground(v_, frame, options_.publish_date)) {
    composition.factuality =
        std::max(composition.factuality, pb::FACTUALITY_SUPERSEDED);
  }
  Consume(frame);
  fired.frame = &frame;
  fired.composition = &composition;
  fired.factuality = composition.factuality;
  if (!holders_.Resolve(&fired)) {
    NoHolder(frame);
    return;
  }
  if (frame.echo) {
    // "Peru has changed its mind": its own, not somebody else's.
    if (v_.lexicon.cues[frame.cue].effect == pb::EFFECT_NEUTRALISE) {
      ellipses_.Recant(fired);
    } else {
      ellipses_.Again(fired, composition.polarity);
    }
    return;
  }
  if (frame.list) {
    NoteList(v_, fired, composition.polarity, &d_);
    return;
  }
  if (frame.context) {
    if (ellipses_.Relent(fired, composition.polarity)) return;
    // "threatened to strike unless C" is about C, "would sign up if C" is for
    // both.
    const bool both = composition.polarity == pb::POLARITY_SUPPORTS;
    if (both) emitter_.EmitTopic(fired, composition.polarity);
    if (!Conditions(fired) && !both) {
      emitter_.EmitTopic(fired, composition.polarity);
    }
    return;
  }
  // What the clause around does to its object is what they feel about.
  const pb::Sense sense =
      frame.matrix ? pb::SENSE_DEMAND : v_.lexicon.cues[frame.cue].sense;
  for (const TargetRef& target : frame.targets) {
    const Polarity polarity =
        target.contrary ? Apply(pb::EFFECT_REVERSE, composition.polarity)
                        : composition.polarity;
    ForEachConjunct(v_, target, [&](const TargetRef& conjunct) {
      // "the levy, which farmers oppose, and | the quota": only the levy.
      if (target.group < frame.group && conjunct.group > frame.group) return;
      const Contrast contrast =
          target.contrary ? Contrast{} : ContrastOf(frame, conjunct);
      if (!contrast.only) Emit(fired, sense, conjunct, polarity);
      if (contrast.group >= 0) EmitContrast(fired, sense, contrast);
    });
  }
  if (v_.syntax.any.MayBe(kNegation) ||
      v_.syntax.any.Reads(EntryKind::kModifier)) {
    EmitDenied(fired, sense);
  }
  Conditions(fired);
}

void Firing::EmitDenied(const FiredFrame& fired, pb::Sense sense) {
  const FilledFrame& frame = *fired.frame;
  // Not to oppose something says nothing.
  if (frame.holder.kind != HolderRef::Kind::kGroup || frame.matrix ||
      fired.composition->polarity != pb::POLARITY_SUPPORTS) {
    return;
  }
  const int32_t other = DeniedBeside(v_, frame.holder.group);
  if (other < 0) return;
  FilledFrame of_other = frame;
  of_other.holder.group = other;
  FiredFrame denied = fired;
  denied.frame = &of_other;
  denied.holders.clear();
  if (!holders_.Resolve(&denied)) return;
  const Polarity polarity = Negate(fired.composition->polarity);
  for (const TargetRef& target : frame.targets) {
    ForEachConjunct(v_, target, [&](const TargetRef& conjunct) {
      Emit(denied, sense, conjunct, polarity);
    });
  }
}

Contrast Firing::ContrastOf(const FilledFrame& frame,
                            const TargetRef& target) const {
  if (frame.matrix || frame.evaluation >= 0) return {};
  return ContrastTo(v_, frame, target);
}

void Firing::EmitContrast(const FiredFrame& fired, pb::Sense sense,
                          const Contrast& contrast) {
  const FilledFrame& frame = *fired.frame;
  const Polarity polarity = fired.composition->polarity;
  // Not to oppose the one is no praise of it.
  Polarity other = Negate(polarity);
  if (contrast.affirmed) {
    // "condemned not A but B": not to condemn A takes no side.
    other = polarity == pb::POLARITY_NEUTRAL
                ? frame.polarity
                : Apply(pb::EFFECT_REVERSE, polarity);
  }
  scratch_.consumed[contrast.group] = 1;
  const TargetRef::Kind kind = v_.Is(contrast.group, GroupKind::kVerb)
                                   ? TargetRef::Kind::kVerb
                                   : TargetRef::Kind::kNoun;
  Emit(fired, sense, {kind, contrast.group}, other);
}

void Firing::FireConditions(const FilledFrame& frame) {
  FiredFrame fired;
  fired.speaker = -1;
  Compose(v_, frame, &scratch_.composition);
  fired.frame = &frame;
  fired.composition = &scratch_.composition;
  if (!holders_.Resolve(&fired) || !Conditions(fired)) return;
  // "will not reopen the border unless C": nor that without C.
  const TargetRef& act = frame.targets[0];
  if (VerbPhraseEnd(v_, act.group) == act.group) return;
  fired.factuality = scratch_.composition.factuality;
  Emit(fired, v_.lexicon.cues[frame.cue].sense, act,
       scratch_.composition.polarity);
}

void Firing::Emit(const FiredFrame& fired, pb::Sense sense,
                  const TargetRef& target, Polarity polarity) {
  scratch_.inner.clear();
  scratch_.passed.clear();
  FindInnerTargets(v_, *fired.frame, sense, target, polarity, &scratch_.inner,
                   &scratch_.passed, options_.derived);
  if (scratch_.passed.empty() &&
      v_.lexicon.cues[fired.frame->cue].only_through) {
    return;
  }
  for (const FilledFrame& passed : scratch_.passed) Consume(passed);
  for (const InnerTarget& inner : scratch_.inner) {
    emitter_.Emit(fired, inner);
  }
}

void Firing::NoHolder(const FilledFrame& frame) {
  if (frame.holder.kind != HolderRef::Kind::kGroup &&
      frame.holder.kind != HolderRef::Kind::kDocument &&
      frame.holder.kind != HolderRef::Kind::kPronoun) {
    return;
  }
  if (options_.unknown) {
    analysis_.unknown.push_back({v_.UnitSpan(frame.unit), "holder"});
  }
  const Mention mention = v_.UnitSpan(frame.unit);
  analysis_.notices.push_back(
      {"UNRESOLVED_HOLDER",
       "a stance was left out because it is not clear who holds it", mention});
}

bool Firing::Conditions(const FiredFrame& fired) {
  if (!v_.syntax.any.Reads(EntryKind::kModifier)) return false;
  for (const Clause& clause : v_.ClausesAround(fired.frame->group)) {
    const bool exception =
        fired.composition->polarity == pb::POLARITY_SUPPORTS &&
        IsException(v_, clause, fired.frame->group);
    if (!exception && !IsConditionOf(v_, clause, fired.frame->group,
                                     fired.composition->polarity)) {
      continue;
    }
    const bool obstacle = fired.composition->polarity == pb::POLARITY_OPPOSES &&
                          IsAsLongAs(v_, clause);
    FiredFrame condition = fired;
    condition.factuality = pb::FACTUALITY_CONDITIONAL;
    // "if sanctions were lifted" is against them, "if the ban was phased in"
    // for just that.
    Emit(
        condition,
        UndoesObject(v_, clause.verb) ? pb::SENSE_DEMAND : pb::SENSE_EVALUATION,
        {TargetRef::Kind::kClause, clause.verb},
        exception || obstacle ? pb::POLARITY_OPPOSES : pb::POLARITY_SUPPORTS);
    return true;
  }
  return false;
}

}  // namespace stance
