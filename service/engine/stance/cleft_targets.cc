// Targets in and beside a clause with "what": "What we need is a truce", "a
// truce is all they want", "criticised what it called a delay".

#include "service/engine/stance/negation.h"
#include "service/engine/stance/parentheticals.h"
#include "service/engine/stance/target_filler.h"

namespace stance {

namespace pb = lexicon::v1;

TargetRef TargetFiller::Cleft(int32_t copula) const {
  const bool all = IsAllThat();
  if (!all && !s_.any.Has(pb::FUNCTION_ROLE_WHAT)) return {};
  // "what it opposes, | it said, | is the cap".
  if (const int32_t closing = EndOfParenthetical(v_, copula); closing >= 0) {
    copula = closing + 1;
  }
  // "what irks her | in the report | is the tone".
  while (v_.Is(copula, GroupKind::kPreposition) &&
         v_.Is(copula + 1, GroupKind::kNoun)) {
    copula += 2;
  }
  // "what they resent | most | is the tone".
  while (v_.Is(copula, GroupKind::kAdverb) ||
         (v_.Is(copula, GroupKind::kNoun) && v_.Head(copula).Is(kQuantifier))) {
    ++copula;
  }
  if (!v_.Is(copula, GroupKind::kVerb) ||
      v_.At(copula).form != VerbForm::kFinite ||
      !s_.units[v_.At(copula).begin].Is(kBe) || !(all || OpensWithWhat())) {
    return {};
  }
  // "is | being told so": the two are one verb group.
  if (!v_.At(copula).copula) return {TargetRef::Kind::kVerb, copula};
  int32_t next = copula + 1;
  while (v_.Is(next, GroupKind::kAdverb)) ++next;
  if (v_.Is(next, GroupKind::kSubordinator)) {
    if (const Clause* const clause = v_.ClauseOpenedBy(next)) {
      return {TargetRef::Kind::kClause, clause->verb};
    }
  }
  return NounOrVerb(ObjectOf(v_, copula));
}

bool TargetFiller::IsAllThat() const {
  const int32_t all = GapAntecedent();
  return all >= 0 && v_.Is(all, GroupKind::kNoun) &&
         ((v_.Head(all).Is(kQuantifier | kDeterminer) &&
           v_.At(all).begin == v_.At(all).head) ||
          v_.Head(all).Has(pb::FUNCTION_ROLE_WHAT)) &&
         (all == 0 || v_.Is(all - 1, GroupKind::kQuote) ||
          v_.Is(all - 1, GroupKind::kBreak));
}

bool TargetFiller::OpensWithWhat() const {
  for (int32_t i = group_ - 1; i >= 0 && i >= group_ - 7; --i) {
    switch (v_.At(i).kind) {
      case GroupKind::kInterrogative:
      case GroupKind::kRelative:
        // Where it opens the clause: "asked what they want" is a question.
        return v_.Head(i).Has(pb::FUNCTION_ROLE_WHAT) &&
               (i == 0 || v_.Is(i - 1, GroupKind::kQuote) ||
                v_.Is(i - 1, GroupKind::kBreak));
      case GroupKind::kNoun:
      case GroupKind::kVerb:
      case GroupKind::kAdjective:
      case GroupKind::kAdverb:
      case GroupKind::kOther:
        continue;
      default:
        return false;
    }
  }
  return false;
}

TargetRef TargetFiller::EquatedBefore(int32_t end) const {
  if (!EndsBeforeTime(end) || !v_.Is(group_, GroupKind::kVerb)) return {};
  int32_t i = v_.ClauseOf(group_).subject;
  if (i < 0 || i > group_) return {};
  i = v_.FirstOfPossessors(i) - 1;
  // "what", or "all", which is said of the subject.
  const bool what =
      (v_.Is(i, GroupKind::kInterrogative) || v_.Is(i, GroupKind::kRelative)) &&
      v_.Head(i).Has(pb::FUNCTION_ROLE_WHAT);
  const bool all = v_.Is(i, GroupKind::kNoun) && v_.Head(i).Is(kQuantifier) &&
                   v_.At(i).preposition < 0;
  const int32_t copula = i - 1;
  if ((!what && !all) || !v_.Is(copula, GroupKind::kVerb) ||
      !v_.At(copula).copula || IsNegated(v_, copula)) {
    return {};
  }
  const int32_t subject = v_.ClauseOf(copula).subject;
  return subject >= 0 && subject < copula && !v_.Head(subject).Is(kPronoun)
             ? NounOrVerb(subject)
             : TargetRef{};
}

TargetRef TargetFiller::WhatClause(int32_t i) const {
  if (!v_.Head(i).Has(pb::FUNCTION_ROLE_WHAT)) {
    // "criticised | how the ward was run": a verdict on it asks nothing.
    if (!v_.Is(i, GroupKind::kSubordinator) ||
        c_.cue.sense != pb::SENSE_EVALUATION ||
        c_.cue.polarity == pb::POLARITY_UNSPECIFIED) {
      return {};
    }
    const Clause* const clause = v_.ClauseOpenedBy(i);
    return clause == nullptr || clause->verb < 0
               ? TargetRef{}
               : TargetRef{TargetRef::Kind::kClause, clause->verb};
  }
  for (int32_t j = i + 1; j < s_.size() && j < i + 5; ++j) {
    if (!v_.Is(j, GroupKind::kVerb)) continue;
    // "what it called a disgrace", "what they see as a menace": the words that
    // it was called.
    if (NamesThings(j)) {
      const bool as = v_.Is(j + 1, GroupKind::kPreposition) &&
                      v_.Head(j + 1).Has(pb::FUNCTION_ROLE_AS);
      return NounOrVerb(ObjectOf(v_, as ? j + 1 : j));
    }
    return {TargetRef::Kind::kClause, j};
  }
  return {};
}

bool TargetFiller::NamesThings(int32_t verb) const {
  bool names = false;
  v_.ForEach(EntryKind::kCue, v_.Head(verb), [&](const EntryRef& ref) {
    for (const Frame& frame : v_.lexicon.cues[ref.index].frames) {
      for (const Filler& filler : frame.targets) {
        names |= filler.slot == pb::SLOT_EVALUATED_OBJECT;
      }
    }
  });
  return names;
}

}  // namespace stance
