// Target slots that hold clauses: "vowed to C", "insisted that C", "their
// demand is that C".

#include "service/engine/stance/conditions.h"
#include "service/engine/stance/implied_frames.h"
#include "service/engine/stance/motions.h"
#include "service/engine/stance/parentheticals.h"
#include "service/engine/stance/target_filler.h"
#include "service/engine/stance/turns.h"

namespace stance {
namespace {

namespace pb = lexicon::v1;

// "those involved", "all concerned", not "it".
bool MeansPeople(const SentenceView& view, int32_t noun) {
  const Unit& head = view.Head(noun);
  return head.Is(kPronoun | kQuantifier) && !head.Has(pb::FUNCTION_ROLE_NEUTER);
}

}  // namespace

TargetRef TargetFiller::Infinitive() const {
  int32_t i = group_ + 1;
  int steps = 0;
  while (i < s_.size() && steps++ < 5) {
    const GroupKind kind = v_.At(i).kind;
    if (kind == GroupKind::kVerb) {
      return v_.At(i).form == VerbForm::kToInfinitive ? VerbOrCaused(i)
                                                      : TargetRef{};
    }
    // Time, counts, adverbs and short phrases may stand between: "vowed on
    // Monday to", "voted 52-48 to".
    if (kind == GroupKind::kAdverb || kind == GroupKind::kPreposition ||
        kind == GroupKind::kQuote ||
        (kind == GroupKind::kNoun &&
         (v_.Head(i).Is(kTime | kNumberWord) || v_.At(i).preposition >= 0))) {
      ++i;
      continue;
    }
    // "vowed, despite the storm, to".
    const int32_t closing = EndOfParenthetical(v_, i);
    if (closing < 0) return {};
    i = closing + 1;
  }
  return {};
}

TargetRef TargetFiller::VerbOrCaused(int32_t verb) const {
  const int32_t caused = CausedBy(v_, verb);
  return caused >= 0 ? TargetRef{TargetRef::Kind::kClause, caused}
                     : TargetRef{TargetRef::Kind::kVerb, verb};
}

TargetRef TargetFiller::ObjectInfinitive() const {
  if (v_.Is(group_, GroupKind::kVerb) && v_.At(group_).passive) {
    return Infinitive();
  }
  // "which Peru wants | scrapped".
  if (const int32_t antecedent = GapAntecedent();
      antecedent >= 0 && v_.Is(group_ + 1, GroupKind::kVerb) &&
      v_.At(group_ + 1).form == VerbForm::kParticiple &&
      v_.ClauseOf(group_ + 1).subject == antecedent) {
    return {TargetRef::Kind::kClause, group_ + 1};
  }
  const int32_t object = ObjectOf(v_, group_);
  if (object < 0 || !v_.Is(object, GroupKind::kNoun)) return {};
  const TargetRef act = InfinitiveAfter(object);
  if (!act || !c_.cue.only_through) return act;
  // "gave the council | a week | to drop it", not "the power to drop it".
  const int32_t given = act.group - 1;
  const bool second = given > object && v_.Is(given, GroupKind::kNoun) &&
                      v_.At(given).preposition < 0;
  return !second || v_.Head(given).Is(kTime) ? act : TargetRef{};
}

TargetRef TargetFiller::PrepositionInfinitive(const Filler& filler) const {
  const int32_t preposition = FindPreposition(v_, group_, filler.prepositions);
  if (preposition < 0) return {};
  const int32_t noun = ObjectOf(v_, preposition);
  if (noun < 0 || !v_.Is(noun, GroupKind::kNoun)) return {};
  return InfinitiveAfter(noun);
}

bool TargetFiller::IsReducedBeforeInfinitive(int32_t noun,
                                             int32_t participle) const {
  // "wants it scrapped to save money".
  if (v_.Head(noun).Has(pb::FUNCTION_ROLE_NEUTER)) return false;
  for (const Clause& clause : v_.ClausesAround(participle)) {
    if (clause.kind == ClauseKind::kInfinitive && clause.verb > participle &&
        clause.verb < participle + 7 &&
        (clause.governor == noun ||
         (clause.governor == participle && MeansPeople(v_, noun)))) {
      return true;
    }
  }
  return false;
}

TargetRef TargetFiller::InfinitiveAfter(int32_t noun) const {
  int steps = 0;
  bool renamed = false;  // "urged the minister, Ana Reyes, | to stop"
  for (int32_t i = noun + 1; i < s_.size() && steps++ < 9; ++i) {
    switch (v_.At(i).kind) {
      case GroupKind::kVerb:
        // "called for an inquiry after a decision | to close it".
        if (i - 1 > noun && v_.Is(i - 1, GroupKind::kNoun) &&
            v_.At(i - 1).preposition > noun &&
            !v_.Head(v_.At(i - 1).preposition)
                 .Has(pb::FUNCTION_ROLE_GENITIVE) &&
            v_.Head(i - 1).Takes(pb::SLOT_INFINITIVE)) {
          return {};
        }
        // "urged parties involved in it to stop".
        if (v_.At(i).form == VerbForm::kParticiple && i == noun + 1 &&
            IsReducedBeforeInfinitive(noun, i)) {
          continue;
        }
        // Also "wants it scrapped", "wants the filling suspended".
        if (v_.At(i).form == VerbForm::kToInfinitive ||
            (v_.At(i).form == VerbForm::kParticiple &&
             (i <= noun + 2 || v_.ClauseOf(i).subject == noun))) {
          if (!v_.At(i).passive) return VerbOrCaused(i);
          return {TargetRef::Kind::kClause, i};
        }
        return {};
      case GroupKind::kAdjective:
        if (i == noun + 1 && MeansPeople(v_, noun)) continue;
        return {};
      case GroupKind::kNoun:
      case GroupKind::kPreposition:
      case GroupKind::kAdverb:
      case GroupKind::kQuote:
      case GroupKind::kOther:
        continue;
      case GroupKind::kCoordinator:
      case GroupKind::kComma:
        // "called on Chile, which denies it, | to hand them over".
        if (const int32_t behind = BehindRelative(v_, i); behind > i) {
          if (!v_.Is(behind, GroupKind::kVerb)) return {};
          i = behind - 1;
          continue;
        }
        if (v_.Is(i + 1, GroupKind::kNoun) ||
            v_.Is(i + 1, GroupKind::kPreposition) ||
            v_.Is(i + 1, GroupKind::kCoordinator)) {
          renamed |=
              v_.Is(i, GroupKind::kComma) && v_.At(noun).apposition == i + 1;
          continue;
        }
        if (renamed && v_.Is(i + 1, GroupKind::kVerb) &&
            v_.At(i + 1).form == VerbForm::kToInfinitive) {
          continue;
        }
        return {};
      default:
        return {};
    }
  }
  return {};
}

TargetRef TargetFiller::ThatClause() const {
  for (const Clause& clause : v_.ClausesAround(group_)) {
    if (clause.kind == ClauseKind::kComplement &&
        (clause.governor == group_ ||
         (c_.carrier.verb >= 0 && clause.governor == c_.carrier.verb)) &&
        clause.verb > group_) {
      // "What worries farmers | is the price" says nothing of what they are.
      if (IsAssertion(clause) || TellsOwnStance(clause) || Cleft(clause.verb)) {
        return {};
      }
      return {TargetRef::Kind::kClause, clause.verb};
    }
  }
  // "Moved by Ann Roe, seconded by Tom Ash, | that the toll be scrapped".
  if (v_.Is(group_, GroupKind::kVerb) &&
      v_.At(group_).form != VerbForm::kGerund &&
      c_.cue.sense != pb::SENSE_EVALUATION) {
    const int32_t moved = MotionOf(v_, group_);
    if (moved >= 0) return {TargetRef::Kind::kClause, moved};
  }
  return Complained();
}

int32_t TargetFiller::BehindHolder() const {
  int32_t i = group_ + 1;
  if (c_.cue.word_class != pb::WORD_CLASS_NOUN) return i;
  if (const int32_t verb = ArisingBehind(v_, group_); verb >= 0) {
    i = verb + 1;
    while (v_.Is(i, GroupKind::kAdverb)) ++i;
  }
  if (v_.Is(i, GroupKind::kPreposition) &&
      v_.Head(i).Has(pb::FUNCTION_ROLE_HOLDER_PREPOSITION) &&
      v_.Is(i + 1, GroupKind::kNoun)) {
    // "from the back | of | the hall".
    i = v_.LastConjunct(i + 1) + 1;
    while (v_.Is(i, GroupKind::kPreposition) &&
           v_.Head(i).Has(pb::FUNCTION_ROLE_GENITIVE) &&
           v_.Is(i + 1, GroupKind::kNoun)) {
      i = v_.LastConjunct(i + 1) + 1;
    }
  }
  return i;
}

TargetRef TargetFiller::EventBehind(const Filler& filler) const {
  int32_t i = BehindHolder();
  while (v_.Is(i, GroupKind::kAdverb) || v_.Is(i, GroupKind::kQuote) ||
         (v_.Is(i, GroupKind::kPreposition) && v_.Is(i + 1, GroupKind::kNoun) &&
          v_.Head(i + 1).Is(kTime)) ||
         (v_.Is(i, GroupKind::kNoun) && v_.Head(i).Is(kTime))) {
    ++i;
  }
  if ((!v_.Is(i, GroupKind::kSubordinator) &&
       !v_.Is(i, GroupKind::kInterrogative) &&
       !v_.Is(i, GroupKind::kRelative)) ||
      !Contains(filler.prepositions, v_.Head(i).word)) {
    return {};
  }
  const Clause* const clause = v_.ClauseOpenedBy(i);
  return clause == nullptr ? TargetRef{}
                           : TargetRef{TargetRef::Kind::kClause, clause->verb};
}

bool TargetFiller::TellsOwnStance(const Clause& clause) const {
  const Group& verb = v_.At(clause.verb);
  return v_.Is(group_, GroupKind::kVerb) &&
         v_.Head(group_).Reads(EntryKind::kReporting) && verb.modal &&
         !verb.passive && !Obliges(v_, clause.verb) && clause.subject >= 0 &&
         v_.Head(clause.subject).Is(kPronoun) &&
         v_.Head(clause.verb).Reads(EntryKind::kCue);
}

bool TargetFiller::IsAssertion(const Clause& clause) const {
  // "insists that", "is adamant that".
  const Unit& head = v_.Head(group_);
  const bool says = v_.Is(group_, GroupKind::kVerb)
                        ? head.Reads(EntryKind::kReporting) &&
                              !head.Takes(pb::SLOT_OBJECT) &&
                              !head.Takes(pb::SLOT_INFINITIVE)
                        : v_.Is(group_, GroupKind::kAdjective);
  if (c_.cue.sense != pb::SENSE_DEMAND || !says) return false;
  const Group& verb = v_.At(clause.verb);
  // "is adamant that the toll is unfair".
  if (v_.Is(group_, GroupKind::kAdjective)) return verb.copula && !verb.modal;
  if (verb.modal) return !Obliges(v_, clause.verb);
  // "insists that the border stay open".
  const Unit& first = s_.units[verb.begin];
  const bool base = first.Is(kVerbBase) && !first.Is(kVerbThird);
  return !base || (clause.subject >= 0 && v_.At(clause.subject).plural &&
                   !first.Is(kBe));
}

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

TargetRef TargetFiller::Predicate(const Filler& filler) const {
  const Clause& clause = v_.ClauseOf(group_);
  if (clause.subject != group_ || clause.verb < group_ ||
      !v_.At(clause.verb).copula) {
    return {};
  }
  const bool any = filler.prepositions.empty();
  for (const Clause& inner : s_.clauses) {
    if (any && inner.kind == ClauseKind::kComplement &&
        inner.governor == clause.verb && inner.verb > clause.verb) {
      return {TargetRef::Kind::kClause, inner.verb};
    }
  }
  int32_t i = clause.verb + 1;
  while (v_.Is(i, GroupKind::kAdverb) || v_.Is(i, GroupKind::kQuote)) ++i;
  if (!any && (i >= s_.size() ||
               !Contains(filler.prepositions, s_.units[v_.At(i).begin].word))) {
    return {};
  }
  if (v_.Is(i, GroupKind::kVerb)) {
    return v_.At(i).form == VerbForm::kFinite
               ? TargetRef{}
               : TargetRef{TargetRef::Kind::kVerb, i};
  }
  return NounOrVerb(ObjectOf(v_, clause.verb));
}

TargetRef TargetFiller::OfCondition() const {
  const Clause& condition = v_.ClauseOf(group_);
  if (condition.verb != group_ ||
      OpenerEffect(v_, condition) != pb::MODIFIER_EFFECT_HYPOTHETICAL) {
    return {};
  }
  for (const Clause& clause : s_.clauses) {
    if (clause.kind == ClauseKind::kMain && clause.verb >= 0 &&
        clause.verb != group_ && clause.subject >= 0 &&
        v_.At(clause.verb).form == VerbForm::kFinite &&
        v_.At(clause.verb).modal) {
      return {TargetRef::Kind::kClause, clause.verb};
    }
  }
  return {};
}

TargetRef TargetFiller::Matrix(const Filler& filler) const {
  if (v_.Is(group_, GroupKind::kVerb)) return OfCondition();
  int32_t preposition = v_.At(group_).preposition;
  // "to the delight of hauliers and the despair of cyclists".
  if (const int32_t first = v_.At(group_).first_conjunct;
      preposition < 0 && first >= 0) {
    preposition = v_.At(first).preposition;
    if (preposition > 0 &&
        v_.Head(preposition).Has(pb::FUNCTION_ROLE_GENITIVE) &&
        v_.Is(preposition - 1, GroupKind::kNoun)) {
      preposition = v_.At(preposition - 1).preposition;
    }
  }
  if (preposition < 0) return {};
  const Unit& word = v_.Head(preposition);
  const bool supports = c_.cue.polarity == pb::POLARITY_SUPPORTS;
  // "at the insistence of Peru"; else "to the dismay", "with the support".
  const bool stands =
      filler.prepositions.empty()
          ? word.MayBe(kTo) || word.Has(supports ? pb::FUNCTION_ROLE_INSTRUMENT
                                                 : pb::FUNCTION_ROLE_DESPITE)
          : Contains(filler.prepositions, word.word);
  if (!stands) return {};
  int32_t verb = v_.ClauseOf(group_).verb;
  // "voted to keep it, to the delight of Peru": at the vote.
  while (verb >= 0 && v_.ClauseOf(verb).kind == ClauseKind::kInfinitive &&
         v_.ClauseOf(verb).governor >= 0 && v_.ClauseOf(verb).governor < verb &&
         v_.Is(v_.ClauseOf(verb).governor, GroupKind::kVerb)) {
    verb = v_.ClauseOf(verb).governor;
  }
  // "“We will sink,” said the envoy, | to applause": of what was said.
  if (verb >= 0 && verb < group_ &&
      v_.Head(verb).Reads(EntryKind::kReporting) && OpensWithSpeech(v_)) {
    return {};
  }
  if (verb < 0) return {};
  if (!v_.At(verb).copula) return {TargetRef::Kind::kClause, verb};
  // "The levy is due, | despite opposition to it".
  const TargetRef subject{TargetRef::Kind::kNoun, v_.ClauseOf(verb).subject};
  return word.Has(pb::FUNCTION_ROLE_DESPITE) && subject.group >= 0 &&
                 CanBeContested(v_, subject)
             ? subject
             : TargetRef{};
}

TargetRef TargetFiller::MatrixObject(const Filler& filler) const {
  const int32_t preposition = v_.At(group_).preposition;
  if (preposition < 0 ||
      !Contains(filler.prepositions, v_.Head(preposition).word)) {
    return {};
  }
  const int32_t verb = v_.ClauseOf(group_).verb;
  if (verb < 0 || v_.At(verb).copula) return {};
  const TargetRef acted_on{TargetRef::Kind::kNoun,
                           v_.At(verb).passive ? v_.ClauseOf(verb).subject
                                               : ObjectOf(v_, verb)};
  return acted_on.group >= 0 && acted_on.group != group_ &&
                 v_.Is(acted_on.group, GroupKind::kNoun) &&
                 CanBeContested(v_, acted_on)
             ? acted_on
             : TargetRef{};
}

}  // namespace stance
