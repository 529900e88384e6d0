// Target slots that hold clauses: "insisted that C", "furious after C", "their
// demand is that C", "C, to the dismay of farmers".

#include "service/engine/stance/conditions.h"
#include "service/engine/stance/implied_frames.h"
#include "service/engine/stance/motions.h"
#include "service/engine/stance/target_filler.h"
#include "service/engine/stance/turns.h"

namespace stance {

namespace pb = lexicon::v1;

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
  const TargetRef acted_on{
      TargetRef::Kind::kNoun,
      v_.At(verb).passive ? v_.ClauseOf(verb).subject : ObjectOf(v_, verb)};
  return acted_on.group >= 0 && acted_on.group != group_ &&
                 v_.Is(acted_on.group, GroupKind::kNoun) &&
                 CanBeContested(v_, acted_on)
             ? acted_on
             : TargetRef{};
}

}  // namespace stance
