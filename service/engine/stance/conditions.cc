#include "service/engine/stance/conditions.h"

#include <algorithm>

namespace stance {

namespace pb = lexicon::v1;

pb::ModifierEffect OpenerEffect(const SentenceView& view,
                                const Clause& clause) {
  pb::ModifierEffect effect = pb::MODIFIER_EFFECT_UNSPECIFIED;
  if (clause.opener < 0) return effect;
  const Unit& unit = view.Head(clause.opener);
  view.ForEach(EntryKind::kModifier, unit, [&](const EntryRef& ref) {
    effect = view.lexicon.modifiers[ref.index].effect;
  });
  if (unit.Has(pb::FUNCTION_ROLE_CONDITION)) {
    effect = pb::MODIFIER_EFFECT_HYPOTHETICAL;
  }
  return effect;
}

namespace {

// "would only sign", "agreed only to sign": what follows with "if" is what it
// hangs on.
bool IsRestricted(const SentenceView& view, int32_t group) {
  constexpr int32_t kReach = 3;
  const int32_t first = std::max(view.ClauseOf(group).auxiliary < 0
                                     ? group - kReach
                                     : view.ClauseOf(group).auxiliary,
                                 0);
  for (int32_t g = first; g <= group; ++g) {
    if (!view.Is(g, GroupKind::kVerb) && !view.Is(g, GroupKind::kAdverb)) {
      continue;
    }
    for (uint32_t u = view.At(g).begin; u < view.At(g).end; ++u) {
      bool restricts = false;
      view.ForEach(EntryKind::kModifier, view.units[u], [&](const EntryRef& r) {
        restricts |= view.lexicon.modifiers[r.index].effect ==
                     pb::MODIFIER_EFFECT_RESTRICTS;
      });
      if (restricts) return true;
    }
  }
  return false;
}

// What the clause's opener makes of it for what the verb or noun in `group`
// says.
pb::ModifierEffect EffectOn(const SentenceView& view, const Clause& clause,
                            int32_t group) {
  const pb::ModifierEffect effect = OpenerEffect(view, clause);
  return effect == pb::MODIFIER_EFFECT_HYPOTHETICAL && clause.opener > group &&
                 IsRestricted(view, group)
             ? pb::MODIFIER_EFFECT_CONDITIONAL
             : effect;
}

// "Italy backs it; Spain does, | provided that …": another statement begins
// between the two.
bool BreakBetween(const SentenceView& view, int32_t first, int32_t second) {
  for (int32_t i = first + 1; i < second; ++i) {
    if (view.Is(i, GroupKind::kBreak)) return true;
  }
  return false;
}

// "Peru backs it, and Spain does | provided that …": so it does where a clause
// with a subject of its own stands between.
bool ClauseBetween(const SentenceView& view, int32_t first, int32_t second) {
  for (const Clause& clause : view.ClausesAround(second)) {
    if ((clause.kind == ClauseKind::kMain ||
         clause.kind == ClauseKind::kCoordinate) &&
        clause.subject > first && clause.verb > first && clause.verb < second &&
        view.At(clause.verb).form == VerbForm::kFinite &&
        !view.Head(clause.verb).Reads(EntryKind::kReporting)) {
      return true;
    }
  }
  return false;
}

}  // namespace

bool IsAsLongAs(const SentenceView& view, const Clause& clause) {
  if (clause.opener < 0) return false;
  const Unit& opener = view.Head(clause.opener);
  return opener.end - opener.begin > 1 &&
         view.lexicon.Word(view.text.tokens[opener.end - 1].word)
             .Has(pb::FUNCTION_ROLE_AS);
}

bool IsException(const SentenceView& view, const Clause& clause,
                 int32_t group) {
  const int32_t denial = clause.opener - 1;
  return clause.kind == ClauseKind::kSubordinate && clause.verb >= 0 &&
         denial > group + 1 && view.Is(denial, GroupKind::kAdverb) &&
         view.Head(denial).Is(kNegation) &&
         view.Is(denial - 1, GroupKind::kCoordinator) &&
         OpenerEffect(view, clause) == pb::MODIFIER_EFFECT_HYPOTHETICAL &&
         !BreakBetween(view, group, clause.opener);
}

bool IsConditionOf(const SentenceView& view, const Clause& clause,
                   int32_t group, Polarity polarity) {
  if (clause.kind != ClauseKind::kSubordinate || clause.verb < 0) return false;
  // Behind what it is a condition of, or at the start of the sentence.
  if (clause.opener <= group && (clause.opener > 1 || clause.verb >= group)) {
    return false;
  }
  switch (EffectOn(view, clause, group)) {
    case pb::MODIFIER_EFFECT_CONDITIONAL:
      return !BreakBetween(view, group, clause.opener) &&
             !ClauseBetween(view, group, clause.opener);
    case pb::MODIFIER_EFFECT_AWAITED: {
      const int32_t verb = view.ClauseOf(group).verb;
      if (BreakBetween(view, group, clause.opener)) return false;
      return polarity == pb::POLARITY_OPPOSES ||
             (verb >= 0 && view.At(verb).modal);
    }
    default:
      return false;
  }
}

bool IsConditional(const SentenceView& view, int32_t verb) {
  for (const Clause& clause : view.ClausesAround(verb)) {
    if (clause.opener > verb &&
        EffectOn(view, clause, verb) == pb::MODIFIER_EFFECT_CONDITIONAL) {
      return true;
    }
  }
  return false;
}

bool IsConsent(const SentenceView& view, const FilledFrame& frame,
               int32_t verb) {
  if (frame.polarity != pb::POLARITY_SUPPORTS || view.At(verb).perfect ||
      frame.holder.kind != HolderRef::Kind::kGroup || view.sentence.question ||
      IsInverted(view)) {
    return false;
  }
  bool consents = false;
  for (const Clause& clause : view.ClausesAround(verb)) {
    if (OpenerEffect(view, clause) != pb::MODIFIER_EFFECT_HYPOTHETICAL) {
      continue;
    }
    if (clause.opener < verb || clause.verb < 0 || clause.subject < 0 ||
        view.At(clause.verb).form != VerbForm::kFinite ||
        view.At(clause.verb).perfect) {
      return false;
    }
    consents = true;
  }
  return consents;
}

bool IsInverted(const SentenceView& view) {
  if (view.syntax.size() < 2 || view.sentence.question) return false;
  int32_t first = 0;
  while (view.Is(first, GroupKind::kQuote)) ++first;
  if (!view.Is(first, GroupKind::kVerb)) return false;
  const Group& g = view.At(first);
  const Unit& unit = view.units[g.begin];
  return g.end - g.begin == 1 && unit.Has(pb::FUNCTION_ROLE_CONDITION) &&
         view.Is(first + 1, GroupKind::kNoun);
}

bool IsHypothetical(const SentenceView& view, const FilledFrame& frame) {
  for (const Clause& clause : view.ClausesAround(frame.group)) {
    if (EffectOn(view, clause, frame.group) !=
        pb::MODIFIER_EFFECT_HYPOTHETICAL) {
      continue;
    }
    // "will strike if it is adopted" is about just that.
    if (frame.event && frame.targets[0].group == clause.verb) continue;
    // "The plan, if adopted, would cost jobs" is a verdict on the plan.
    const bool only_when = frame.holder.kind == HolderRef::Kind::kSpeaker &&
                           clause.verb >= 0 &&
                           view.At(clause.verb).form == VerbForm::kParticiple;
    if (!only_when) return true;
  }
  return IsInverted(view);
}

}  // namespace stance
