#include "service/engine/stance/implied_acts.h"

#include "service/engine/stance/decisions.h"
#include "service/engine/stance/implied_frames.h"
#include "service/engine/stance/mention_parts.h"
#include "service/engine/stance/negation.h"
#include "service/engine/stance/slots.h"

namespace stance {
namespace {

namespace pb = lexicon::v1;

bool HasEffect(const SentenceView& view, int32_t verb, pb::Effect effect) {
  // "reconsidered the case" does nothing to it yet.
  return view.FindCue(view.Head(verb), pb::WORD_CLASS_VERB,
                      [&](const CueEntry& cue) {
                        return cue.effect == effect &&
                               cue.factuality != pb::FACTUALITY_POSSIBLE;
                      }) != nullptr;
}

}  // namespace

bool UndoesObject(const SentenceView& view, int32_t verb) {
  return view.Head(verb).Takes(pb::SLOT_OBJECT) &&
         HasEffect(view, verb, pb::EFFECT_REVERSE);
}

bool ActsOnObject(const SentenceView& view, int32_t verb) {
  return HasEffect(view, verb, pb::EFFECT_REVERSE) ||
         HasEffect(view, verb, pb::EFFECT_PRESERVE);
}

namespace {

// "tried to", "had to", "was forced to", "has the power to" ask for their
// infinitive.
bool AsksForInfinitive(const SentenceView& view, int32_t group) {
  const Unit& head = view.Head(group);
  if (!view.Is(group, GroupKind::kVerb)) {
    return view.At(group).preposition < 0 && !head.Is(kTime | kPronoun);
  }
  const Group& g = view.At(group);
  return g.passive || g.copula || g.modal || head.Is(kHave | kBe | kDo) ||
         head.Reads(EntryKind::kReporting) || head.Takes(pb::SLOT_INFINITIVE) ||
         head.Takes(pb::SLOT_OBJECT_INFINITIVE) ||
         head.Takes(pb::SLOT_PREPOSITION_INFINITIVE);
}

}  // namespace

bool FillPurpose(const SentenceView& view, int32_t verb, FilledFrame* frame) {
  const Clause& clause = view.ClauseOf(verb);
  if (view.lexicon.purpose == kNoCue ||
      view.At(verb).form != VerbForm::kToInfinitive || view.At(verb).passive ||
      clause.parent < 0 || clause.subject < 0) {
    return false;
  }
  const Clause& around = view.syntax.clauses[clause.parent];
  if (around.verb < 0 || around.verb > verb ||
      around.subject != clause.subject ||
      view.At(around.verb).form != VerbForm::kFinite ||
      AsksForInfinitive(view, around.verb) || IsNegated(view, around.verb)) {
    return false;
  }
  int32_t before = verb - 1;
  while (before > around.verb && (view.Is(before, GroupKind::kAdverb) ||
                                  view.Is(before, GroupKind::kQuote))) {
    --before;
  }
  if (before != around.verb && AsksForInfinitive(view, before)) return false;
  const int32_t caused = CausedBy(view, verb);
  if (!ActsOnObject(view, caused < 0 ? verb : caused) ||
      !CanHold(view, clause.subject)) {
    return false;
  }
  const int32_t object = ObjectOf(view, verb);
  if (object < 0 || !CanBeContested(view, {view.Is(object, GroupKind::kNoun)
                                               ? TargetRef::Kind::kNoun
                                               : TargetRef::Kind::kVerb,
                                           object})) {
    return false;
  }
  StartImplied(view, view.lexicon.purpose, verb, frame);
  frame->carrier = around.verb;
  frame->holder = {HolderRef::Kind::kGroup, clause.subject, 0};
  frame->targets.push_back(caused < 0
                               ? TargetRef{TargetRef::Kind::kVerb, verb}
                               : TargetRef{TargetRef::Kind::kClause, caused});
  return true;
}

namespace {

// Somebody in particular, who can have done something.
bool MayAct(const SentenceView& view, int32_t group) {
  return group >= 0 && view.Is(group, GroupKind::kNoun) &&
         CanHold(view, group) && !view.At(group).negative &&
         !view.Head(group).Has(pb::FUNCTION_ROLE_NEUTER);
}

// "The levy was scrapped | by the council": who did it; -1 for none.
int32_t DoerOf(const SentenceView& view, int32_t verb) {
  if (!view.At(verb).passive) return view.ClauseOf(verb).subject;
  const int32_t by = PassiveBy(view, verb, verb);
  return by < 0 ? -1 : ObjectOf(view, by);
}

}  // namespace

bool FillAct(const SentenceView& view, int32_t verb, FilledFrame* frame) {
  const Group& g = view.At(verb);
  const Clause& clause = view.ClauseOf(verb);
  const bool reduced = g.passive && g.form == VerbForm::kParticiple;
  if (view.lexicon.act == kNoCue || (g.form != VerbForm::kFinite && !reduced) ||
      g.modal || clause.verb != verb || clause.subject < 0 ||
      clause.subject > verb || !UndoesObject(view, verb) ||
      IsNegated(view, verb)) {
    return false;
  }
  const int32_t doer = DoerOf(view, verb);
  // "a levy that the mayor | scrapped".
  const bool gap = clause.kind == ClauseKind::kRelative && clause.object_gap &&
                   clause.antecedent >= 0 && !g.passive;
  const int32_t object = g.passive ? clause.subject
                         : gap     ? clause.antecedent
                                   : ObjectOf(view, verb);
  // "was dropped without a vote", "by 7 votes to 2": by the body that decides.
  const bool by_body = doer < 0 && g.passive && IsDecided(view, verb);
  if ((!by_body && !MayAct(view, doer)) || object < 0 ||
      !view.Is(object, GroupKind::kNoun)) {
    return false;
  }
  // "lifted its bid to 412p" gives up nothing of others.
  if (view.units[view.At(object).begin].Is(kPossessivePronoun) ||
      (!by_body && !CanBeContested(view, {TargetRef::Kind::kNoun, object}))) {
    return false;
  }
  StartImplied(view, view.lexicon.act, verb, frame);
  if (by_body) {
    frame->holder = {HolderRef::Kind::kBody, verb, 0};
  } else {
    frame->holder = {HolderRef::Kind::kGroup, doer, 0};
  }
  frame->targets.push_back({TargetRef::Kind::kVerb, verb});
  return true;
}

bool FillInvertedDecision(const SentenceView& view, int32_t verb,
                          FilledFrame* frame) {
  // "carried, | with a roar, | was", "approved | by the council | was".
  int32_t copula = verb + 1;
  int32_t by = -1;
  constexpr int32_t kFarthest = 8;
  while (copula < verb + kFarthest &&
         (view.Is(copula, GroupKind::kComma) ||
          view.Is(copula, GroupKind::kPreposition) ||
          view.Is(copula, GroupKind::kNoun) ||
          view.Is(copula, GroupKind::kAdverb))) {
    if (view.Head(copula).Has(pb::FUNCTION_ROLE_PASSIVE_AGENT)) by = copula + 1;
    ++copula;
  }
  const int32_t decided = copula + 1;
  if (verb > 1 || (verb == 1 && !view.Is(0, GroupKind::kAdverb)) ||
      !view.Is(copula, GroupKind::kVerb) || !view.Head(copula).Is(kBe) ||
      view.At(copula).form != VerbForm::kFinite ||
      !view.Is(decided, GroupKind::kNoun)) {
    return false;
  }
  uint32_t entry = kNoCue;
  view.ForEach(EntryKind::kCue, view.Head(verb), [&](const EntryRef& ref) {
    const CueEntry& cue = view.lexicon.cues[ref.index];
    if (entry == kNoCue && cue.word_class == pb::WORD_CLASS_VERB &&
        cue.sense == pb::SENSE_ACTION &&
        cue.polarity != pb::POLARITY_UNSPECIFIED) {
      entry = ref.index;
    }
  });
  if (entry == kNoCue) return false;
  StartImplied(view, entry, verb, frame);
  frame->polarity = view.lexicon.cues[entry].polarity;
  if (view.Is(by, GroupKind::kNoun) && CanHold(view, by)) {
    frame->holder = {HolderRef::Kind::kGroup, by, 0};
  } else {
    frame->holder = {HolderRef::Kind::kBody, verb, 0};
  }
  frame->targets.push_back({TargetRef::Kind::kNoun, decided});
  return true;
}

}  // namespace stance
