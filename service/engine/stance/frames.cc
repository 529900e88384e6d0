#include "service/engine/stance/frames.h"

#include <cassert>

#include "service/engine/stance/happenings.h"
#include "service/engine/stance/holder_filler.h"
#include "service/engine/stance/mention_parts.h"
#include "service/engine/stance/named_members.h"
#include "service/engine/stance/shares.h"
#include "service/engine/stance/slots.h"
#include "service/engine/stance/target_filler.h"

namespace stance {
namespace {

namespace pb = lexicon::v1;

// "accused Hungary of blocking aid": the words of a target end where the next
// slot begins.
void LimitTargets(const SentenceView& view, FilledFrame* frame) {
  for (TargetRef& target : frame->targets) {
    for (const TargetRef& other : frame->targets) {
      if (other.group <= target.group) continue;
      const int32_t preposition =
          other.kind == TargetRef::Kind::kNoun
              ? view.At(other.group).preposition
              : (view.Is(other.group - 1, GroupKind::kPreposition)
                     ? other.group - 1
                     : -1);
      if (preposition > target.group) target.limit = preposition;
    }
  }
}

// "their objections", "the filling", "the judges"; not "their shares", which
// only looks like a verb of stance.
bool NamesStance(const SentenceView& view, const Unit& noun) {
  bool names = noun.Reads(EntryKind::kAgent) && noun.Reads(EntryKind::kCue);
  view.ForEach(EntryKind::kCue, noun, [&](const EntryRef& ref) {
    names |= view.lexicon.cues[ref.index].word_class != pb::WORD_CLASS_VERB ||
             ref.form != FormKind::kThird;
  });
  return names;
}

}  // namespace

bool CanBeContested(const SentenceView& view, const TargetRef& target) {
  if (target.kind != TargetRef::Kind::kNoun) return true;
  const Unit& head = view.Head(target.group);
  return head.Has(pb::FUNCTION_ROLE_PROPOSAL) ||
         head.Has(pb::FUNCTION_ROLE_ANAPHOR) ||
         head.Has(pb::FUNCTION_ROLE_ACT) ||
         (head.Is(kPronoun) && (head.Has(pb::FUNCTION_ROLE_NEUTER) ||
                                head.Has(pb::FUNCTION_ROLE_DEMONSTRATIVE))) ||
         head.Reads(EntryKind::kIssue) ||
         (head.Is(kAnyNoun) && NamesStance(view, head));
}

namespace {

// "C would hurt growers".
bool IsOfSubject(const Frame& frame) {
  return frame.targets.size() == 1 &&
         frame.targets[0].slot == pb::SLOT_SUBJECT_TARGET;
}

// "a plan to strengthen the bank | was published": what the noun is for, not
// what it does; but "the plan aims to strengthen it".
bool IsOnlyMeant(const SentenceView& view, int32_t group) {
  if (!view.Is(group, GroupKind::kVerb) ||
      view.At(group).form != VerbForm::kToInfinitive) {
    return false;
  }
  const Clause& clause = view.ClauseOf(group);
  // "the rule is an attempt to gag the press".
  if (view.Is(clause.governor, GroupKind::kNoun)) {
    const int32_t subject = SubjectOfPredicate(view, clause.governor);
    const int32_t before = clause.governor - 1;
    const bool denied = view.At(clause.governor).negative ||
                        (view.Is(before, GroupKind::kAdverb) &&
                         view.Head(before).Is(kNegation));
    return denied || subject < 0 || CanHold(view, subject);
  }
  return !view.Is(clause.governor, GroupKind::kVerb) ||
         clause.governor > group ||
         view.ClauseOf(clause.governor).subject != clause.subject;
}

// Whether the cue can stand at that place, whatever its frames ask for.
bool CanStand(const CueContext& cue) {
  if (cue.cue.word_class == pb::WORD_CLASS_VERB &&
      !cue.v.Is(cue.group, GroupKind::kVerb)) {
    return false;
  }
  if (!cue.cue.predicative) return true;
  // "Port Authority: no position" lacks its copula.
  const int32_t colon = cue.v.syntax.label_end;
  // "\"A disgrace,\" she said of the rota".
  if (cue.v.Is(cue.group - 1, GroupKind::kQuote) &&
      cue.v.Head(cue.group).Takes(pb::SLOT_EVALUATED) &&
      cue.v.syntax.any.Reads(EntryKind::kReporting)) {
    return true;
  }
  return (colon >= 0 && cue.group == colon + 1) ||
         (cue.carrier.verb >= 0 && cue.v.At(cue.carrier.verb).copula);
}

// "was unstinting | in | its support": how much of it there is, no verdict.
bool IsOfDegree(const CueContext& cue) {
  const int32_t in = cue.group + 1;
  const int32_t noun = in + 1;
  return cue.cue.word_class == pb::WORD_CLASS_ADJECTIVE &&
         cue.v.Is(in, GroupKind::kPreposition) &&
         cue.v.Head(in).Has(pb::FUNCTION_ROLE_IN) &&
         cue.v.Is(noun, GroupKind::kNoun) &&
         cue.v.units[cue.v.At(noun).begin].Is(kPossessivePronoun) &&
         cue.v.Head(noun).Reads(EntryKind::kCue);
}

// "moved the vote | to June", "moved the talks to Cairo": to a time or a place,
// which decides nothing about them.
bool IsSentElsewhere(const SentenceView& view, const TargetRef& target) {
  if (target.kind != TargetRef::Kind::kNoun) return false;
  const int32_t to = target.group + 1;
  return view.Is(to, GroupKind::kPreposition) && view.Head(to).MayBe(kTo) &&
         view.Is(to + 1, GroupKind::kNoun) &&
         view.Head(to + 1).Is(kTime | kProper);
}

// One cue at one place, and what fills its slots there.
struct CueAtPlace {
  CueAtPlace(const SentenceView& view, const CueEntry& entry, int32_t group,
             uint32_t unit)
      : cue{view, entry, group, unit, FindCarrier(view, group, entry)},
        targets(cue),
        holder(cue) {}

  const CueContext cue;
  TargetFiller targets;
  HolderFiller holder;
};

// More than any frame scores.
constexpr int kOfDocument = 100;

// Fills all slots of one frame; false where one stays empty: mostly the first.
[[gnu::always_inline]] inline bool FillFrame(CueAtPlace& place,
                                             const Frame& frame,
                                             bool with_holder,
                                             FilledFrame* out) {
  const CueContext& cue = place.cue;
  if (with_holder && frame.holder.slot == pb::SLOT_SPEAKER &&
      IsOfSubject(frame) && IsOnlyMeant(cue.v, cue.group)) {
    return false;
  }
  if (frame.holder.slot == pb::SLOT_SPEAKER && IsOfDegree(cue)) return false;
  out->Reset(cue.group, cue.unit);
  out->polarity = frame.polarity;
  out->carrier = cue.carrier.verb;
  for (const Filler& filler : frame.targets) {
    const size_t before = out->targets.size();
    if (!place.targets.Fill(filler, out)) return false;
    if (!filler.contrary) continue;
    for (size_t i = before; i < out->targets.size(); ++i) {
      out->targets[i].contrary = true;
    }
  }
  // What is demanded is contested as it is: "urged them to block the review".
  if (with_holder && cue.cue.contestable && !out->targets.empty() &&
      (!CanBeContested(cue.v, out->targets[0]) ||
       IsSentElsewhere(cue.v, out->targets[0]))) {
    return false;
  }
  if (out->targets.size() > 1) LimitTargets(cue.v, out);
  if (!with_holder) return true;
  out->holder = place.holder.Fill(frame.holder, *out);
  // Whoever made a document may not be known: any other reading goes before.
  if (out->holder.kind == HolderRef::Kind::kDocument ||
      out->holder.kind == HolderRef::Kind::kBody) {
    out->score -= kOfDocument;
  }
  // "put support for the ferry | at 61 percent".
  if (out->holder.kind == HolderRef::Kind::kGroup &&
      out->holder.group > cue.group && IsPercentage(cue.v, out->holder.group)) {
    const int32_t at = cue.v.At(out->holder.group).preposition;
    for (TargetRef& target : out->targets) {
      if (target.kind == TargetRef::Kind::kNoun && at > target.group) {
        target.limit = at;
      }
    }
  }
  return static_cast<bool>(out->holder);
}

// The most that the frame can score.
int MostFor(const Frame& frame) {
  int most = 0;
  for (const Filler& filler : frame.targets) {
    most += TargetFiller::MostFor(filler.slot);
  }
  return most;
}

// Another frame, where it is more specific than the one that is filled.
[[gnu::noinline]] void FillBetter(CueAtPlace& place, uint32_t entry,
                                  const Frame& frame, bool with_holder,
                                  FilledFrame* filled) {
  FilledFrame other;
  other.cue = entry;
  if (!FillFrame(place, frame, with_holder, &other) ||
      (!with_holder && other.targets.empty())) {
    return;
  }
  assert(other.score <= MostFor(frame));
  if (other.score > filled->score) *filled = other;
}

// Whether a reading of the unit as this cue agrees with its class in the
// sentence.
bool ClassFits(const SentenceView& view, int32_t group, uint32_t unit,
               const EntryRef& cue) {
  const Unit& u = view.units[unit];
  switch (static_cast<pb::WordClass>(cue.word_class)) {
    case pb::WORD_CLASS_VERB:
      return view.Is(group, GroupKind::kVerb) && view.At(group).head == unit;
    case pb::WORD_CLASS_NOUN:
      return view.Is(group, GroupKind::kNoun) && u.Is(kAnyNoun) &&
             view.At(group).head == unit;
    case pb::WORD_CLASS_ADJECTIVE:
      return u.Is(kAdjective) || view.Is(group, GroupKind::kAdjective) ||
             (view.Is(group, GroupKind::kVerb) && u.Is(kVerbParticiple));
    default:
      return view.Is(group, GroupKind::kPreposition) ||
             view.Is(group, GroupKind::kAdverb) ||
             view.Is(group, GroupKind::kAdjective);
  }
}

}  // namespace

bool FillBestFrame(const SentenceView& view, int32_t group, uint32_t unit,
                   FilledFrame* filled) {
  bool found = false;
  view.ForEach(EntryKind::kCue, view.units[unit], [&](const EntryRef& ref) {
    if (!ClassFits(view, group, unit, ref)) return;
    const CueEntry& cue = view.lexicon.cues[ref.index];
    CueAtPlace place(view, cue, group, unit);
    if (!CanStand(place.cue)) return;
    for (const Frame& frame : cue.frames) {
      if (frame.polarity == pb::POLARITY_UNSPECIFIED &&
          !(frame.targets.size() == 1 &&
            (frame.targets[0].slot == pb::SLOT_EVALUATED_OBJECT ||
             // "spoke of a disaster".
             frame.targets[0].slot == pb::SLOT_CONTEXT))) {
        continue;
      }
      if (found) {
        if (MostFor(frame) > filled->score) {
          FillBetter(place, ref.index, frame, true, filled);
        }
        continue;
      }
      filled->cue = ref.index;
      found = FillFrame(place, frame, true, filled);
    }
  });
  return found;
}

bool FillTargets(const SentenceView& view, uint32_t cue_index, int32_t group,
                 FilledFrame* filled) {
  const CueEntry& cue = view.lexicon.cues[cue_index];
  CueAtPlace place(view, cue, group, view.At(group).head);
  if (!CanStand(place.cue)) return false;
  bool found = false;
  for (const Frame& frame : cue.frames) {
    if (IsOfSubject(frame) && !HappensToThing(view, group, cue)) continue;
    // "a promise | to carry": it is borne, and carried by no vote.
    if (frame.holder.slot == pb::SLOT_SELF &&
        view.Is(group, GroupKind::kVerb) &&
        view.Is(view.ClauseOf(group).governor, GroupKind::kNoun)) {
      continue;
    }
    if (found) {
      if (MostFor(frame) > filled->score) {
        FillBetter(place, cue_index, frame, false, filled);
      }
      continue;
    }
    filled->cue = cue_index;
    found = FillFrame(place, frame, false, filled) && !filled->targets.empty();
  }
  return found;
}

}  // namespace stance
