#include "service/engine/stance/background.h"

#include <algorithm>

#include "service/engine/stance/tenses.h"

namespace stance {
namespace {

namespace pb = lexicon::v1;

// "an earlier draft".
bool IsEarlier(const SentenceView& view, const TargetRef& target) {
  if (target.kind != TargetRef::Kind::kNoun) return false;
  const Unit& head = view.Head(target.group);
  if (!head.Has(pb::FUNCTION_ROLE_PROPOSAL) &&
      !head.Has(pb::FUNCTION_ROLE_ANAPHOR)) {
    return false;
  }
  const Group& g = view.At(target.group);
  // "held to its earlier ruling": its own still counts.
  if (view.units[g.begin].Is(kPossessivePronoun)) return false;
  for (uint32_t u = g.begin; u < g.head; ++u) {
    if (view.units[u].Has(pb::FUNCTION_ROLE_EARLIER)) return true;
  }
  return false;
}

// The verb that tells when: of "was elected in 2015 as an opponent of it" the
// one that the noun is told with; -1 for none.
int32_t VerbOf(const SentenceView& view, const FilledFrame& frame) {
  if (frame.carrier >= 0) {
    // "helped sink it", "tried to block it": as past as what governs it.
    const Clause& of = view.ClauseOf(frame.carrier);
    if (of.kind == ClauseKind::kInfinitive && of.governor >= 0 &&
        of.governor < frame.carrier && view.Is(of.governor, GroupKind::kVerb)) {
      return of.governor;
    }
    // "went into the election | attacking it".
    if (of.kind == ClauseKind::kGerund && of.parent >= 0 &&
        view.units[view.At(frame.carrier).begin].Is(kVerbGerund) &&
        !view.Is(frame.carrier - 1, GroupKind::kComma)) {
      const int32_t around = view.syntax.clauses[of.parent].verb;
      if (around >= 0 && around < frame.carrier) return around;
    }
    return frame.carrier;
  }
  // "greeted it with relief".
  const int32_t as = view.At(frame.group).preposition;
  return as >= 0 && (view.Head(as).Has(pb::FUNCTION_ROLE_AS) ||
                     view.Head(as).Has(pb::FUNCTION_ROLE_INSTRUMENT))
             ? view.ClauseOf(frame.group).verb
             : -1;
}

// "had" of "once had been".
const Unit& FirstVerb(const SentenceView& view, int32_t group) {
  const Group& g = view.At(group);
  uint32_t u = g.begin;
  while (u < g.head && !view.units[u].Is(kAnyVerb | kModal)) ++u;
  return view.units[u];
}

// "The union, which had lobbied against the merger, cheered": it still thinks
// so.
bool IsPleased(const SentenceView& view, int32_t verb) {
  return view.FindCue(view.Head(verb), pb::WORD_CLASS_VERB,
                      [](const CueEntry& cue) {
                        return cue.polarity == pb::POLARITY_SUPPORTS &&
                               cue.sense == pb::SENSE_EVALUATION;
                      }) != nullptr;
}

// "Norway, which had sided with Riyadh, switched to the other camp", "which in
// March opposed it, has come round": what the subject had done before the
// sentence tells what it does. Where it only was something the old stance may
// stand: "who had hoped for it, were crestfallen".
bool IsSuperseded(const SentenceView& view, int32_t verb) {
  const Clause& clause = view.ClauseOf(verb);
  if (clause.kind != ClauseKind::kRelative || clause.object_gap ||
      clause.opener < 1 || !view.Is(clause.opener - 1, GroupKind::kComma) ||
      clause.parent < 0 || clause.subject < 0) {
    return false;
  }
  const Clause& around = view.syntax.clauses[clause.parent];
  if (around.verb < verb || around.subject < 0 ||
      (around.subject != clause.subject &&
       around.subject != clause.antecedent)) {
    return false;
  }
  const Unit& now = FirstVerb(view, around.verb);
  const bool present = now.Is(kVerbThird | kVerbBase) && !now.Is(kVerbPast);
  if (IsPastPerfect(view, verb)) {
    // "who had lobbied for it, called the vote a gift": no change of heart.
    return present ||
           (!view.At(around.verb).copula &&
            !view.Head(around.verb).Takes(pb::SLOT_EVALUATED_OBJECT) &&
            !IsPleased(view, around.verb));
  }
  if (TellsSince(view, around.verb)) return true;
  // "who in June called it folly, was | yesterday | …": then, not now.
  if (!present && (view.Head(around.verb).Reads(EntryKind::kReporting) ||
                   !TellsWhen(view, around.verb))) {
    return false;
  }
  for (int32_t g = clause.opener + 1; g < around.verb; ++g) {
    if (IsLongAgo(view, g)) return true;
  }
  return false;
}

// "Peru, an early champion of the pact, | left it": what somebody is called
// beside what they do.
bool IsCalledBeside(const SentenceView& view, int32_t noun) {
  const int32_t first = view.FirstOfPossessors(noun);
  const Clause& around = view.ClauseOf(noun);
  return around.verb > noun && around.subject >= 0 && around.subject < first &&
         view.Is(first - 1, GroupKind::kComma);
}

// "…, | has since left it": and what became of it.
bool IsCalledBefore(const SentenceView& view, int32_t noun) {
  return IsCalledBeside(view, noun) &&
         TellsSince(view, view.ClauseOf(noun).verb);
}

// "Peru praised it in May | but on Sunday could not sign it".
bool IsFollowedByBut(const SentenceView& view, int32_t verb) {
  constexpr int32_t kReach = 24;
  bool long_ago = false;
  for (int32_t i = verb + 1; i < verb + kReach; ++i) {
    long_ago |= IsLongAgo(view, i);
    if (view.Is(i, GroupKind::kCoordinator) &&
        view.Head(i).Has(pb::FUNCTION_ROLE_ADVERSATIVE)) {
      return long_ago;
    }
  }
  return false;
}

// "told us in 2022 that he | would sign it", "had said that the cap | was
// unfair": the past verb of saying around the clause, by whose time the verb
// is told; the verb itself where there is none.
int32_t VerbThatDates(const SentenceView& view, int32_t verb) {
  const Clause& clause = view.ClauseOf(verb);
  if (clause.kind != ClauseKind::kComplement || clause.governor < 0 ||
      clause.governor > verb || !view.Is(clause.governor, GroupKind::kVerb) ||
      !view.Head(clause.governor).Reads(EntryKind::kReporting) ||
      !IsPast(view, clause.governor)) {
    return verb;
  }
  return clause.governor;
}

// The groups among which a time of what `group` tells may stand.
struct Range {
  int32_t begin;
  int32_t end;
};
Range Around(const SentenceView& view, int32_t group) {
  constexpr int32_t kReach = 64;
  return {std::max(group - kReach, 0),
          std::min(group + kReach, static_cast<int32_t>(view.group_count))};
}

// "In 1998 | a ban | failed": of a noun.
bool HasPastYear(const SentenceView& view, int32_t noun, int32_t publish_date) {
  const int32_t clause = view.At(noun).clause;
  const auto [begin, end] = Around(view, noun);
  for (int32_t g = begin; g < end; ++g) {
    if (view.groups[g].clause == clause && IsPastYear(view, g, publish_date)) {
      return true;
    }
  }
  return false;
}

// "Kenya, a member in 2019, | backed it": the comma that ends what the subject
// is called, which tells when it was that; -1 where it is called nothing.
int32_t EndOfCalled(const SentenceView& view, int32_t verb) {
  const int32_t subject = view.ClauseOf(verb).subject;
  if (subject < 0 || subject > verb) return -1;
  int32_t end = view.At(subject).apposition;
  if (end < subject || !view.Is(end - 1, GroupKind::kComma)) return -1;
  while (end < verb && !view.Is(end, GroupKind::kComma)) ++end;
  return end;
}

}  // namespace

bool IsBackground(const SentenceView& view, const FilledFrame& frame,
                  int32_t publish_date) {
  if (view.syntax.any.Has(pb::FUNCTION_ROLE_EARLIER)) {
    for (const TargetRef& target : frame.targets) {
      if (IsEarlier(view, target)) return true;
    }
  }
  // "a defender in 2019 of the dam".
  if (view.Is(frame.group, GroupKind::kNoun) &&
      IsPastYear(view, frame.group + 1, publish_date)) {
    return true;
  }
  if (frame.carrier < 0) {
    if (view.Is(frame.group, GroupKind::kNoun) &&
        IsCalledBefore(view, frame.group)) {
      return true;
    }
    // "In 1998 a ban on nets | failed".
    const Clause& around = view.ClauseOf(frame.group);
    if (around.verb >= 0 && around.subject == frame.group &&
        IsPast(view, around.verb) &&
        HasPastYear(view, frame.group, publish_date)) {
      return true;
    }
  }
  int32_t verb = VerbOf(view, frame);
  if (verb < 0) return false;
  verb = VerbThatDates(view, verb);
  if (!IsPast(view, verb)) return false;
  const Unit& any = view.syntax.any;
  if (any.MayBe(kRelative) && IsSuperseded(view, verb)) return true;
  if (!any.Has(pb::FUNCTION_ROLE_IN) && !any.MayBe(kTime) &&
      !any.Reads(EntryKind::kModifier)) {
    return false;
  }
  if (frame.carrier < 0 && IsOverWithin(view, verb)) return true;
  const int32_t clause = view.At(verb).clause;
  const int32_t own = view.At(frame.group).clause;
  const Group* const groups = view.groups;
  const auto [begin, end] = Around(view, frame.group);
  const bool before = view.ClauseOf(verb).kind == ClauseKind::kMain &&
                      IsPastPerfect(view, verb);
  const int32_t called = EndOfCalled(view, verb);
  for (int32_t g = begin; g < end; ++g) {
    if (groups[g].clause != clause && groups[g].clause != own) continue;
    if (g < called && g > view.ClauseOf(verb).subject) continue;
    if (IsPastYear(view, g, publish_date) || IsFarBack(view, g)) return true;
    // "In July | Peru had ruled it out".
    if (before && g < verb && IsLongAgo(view, g)) return true;
    // "at first | unions opposed it", "opposed it | at first".
    const bool opens = g == 0 || (g == 1 && view.Is(0, GroupKind::kAdverb));
    if ((opens || g > frame.group) && IsOfThatTime(view, g)) return true;
  }
  return false;
}

bool IsToldBefore(const SentenceView& view, const FilledFrame& frame) {
  int32_t verb = frame.carrier;
  if (verb < 0) {
    return view.Is(frame.group, GroupKind::kNoun) &&
           IsCalledBeside(view, frame.group);
  }
  verb = VerbOf(view, frame);
  if (verb < 0 || !IsPast(view, verb)) return false;
  const Clause& clause = view.ClauseOf(verb);
  if (clause.kind == ClauseKind::kMain) return IsFollowedByBut(view, verb);
  return clause.kind == ClauseKind::kGerund ||
         (clause.kind == ClauseKind::kRelative && !clause.object_gap &&
          view.Is(clause.opener - 1, GroupKind::kComma));
}

}  // namespace stance
