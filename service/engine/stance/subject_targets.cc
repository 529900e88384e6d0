// Targets that are subjects: "The rule drew applause from residents", "The plan
// was called for by unions".

#include "service/engine/stance/mention_parts.h"
#include "service/engine/stance/named_members.h"
#include "service/engine/stance/target_filler.h"

namespace stance {

namespace pb = lexicon::v1;

bool TargetFiller::IsPassiveBefore(const Filler& filler) const {
  if (!v_.Is(group_, GroupKind::kVerb) || !v_.At(group_).passive) return false;
  const int32_t next = group_ + 1;
  if (!v_.Is(next, GroupKind::kPreposition) &&
      !v_.Is(next, GroupKind::kAdverb)) {
    return false;
  }
  return Contains(filler.prepositions, v_.Head(next).word) &&
         ObjectOf(v_, next) < 0;
}

bool TargetFiller::PushSubject(FilledFrame* out) const {
  const int32_t verb = c_.carrier.verb;
  if (verb >= 0 && verb != group_ && v_.At(verb).form == VerbForm::kGerund) {
    const Clause& clause = v_.ClauseOf(verb);
    const int32_t main =
        clause.parent < 0 ? -1 : s_.clauses[clause.parent].verb;
    if (main >= 0 && main < verb && clause.subject >= 0 &&
        CanHold(v_, clause.subject)) {
      out->matrix = Push({TargetRef::Kind::kClause, main}, 3, out);
      return out->matrix;
    }
  }
  // "It angers growers that prices fell": the subject stands behind.
  if (verb >= 0) {
    const int32_t subject = v_.ClauseOf(verb).subject;
    if (subject >= 0 && v_.Head(subject).Is(kPronoun) &&
        v_.Head(subject).Has(pb::FUNCTION_ROLE_NEUTER)) {
      if (const TargetRef that = ThatClause()) return Push(that, 4, out);
    }
  }
  return PushBlamed(SubjectTarget(), 3, out);
}

TargetRef TargetFiller::PassiveAgent() const {
  const int32_t by = PassiveBy(v_, group_, group_);
  return by < 0 ? TargetRef{} : AfterPreposition(by);
}

TargetRef TargetFiller::SubjectTarget() const {
  // "What angered residents was the decision".
  if (v_.Is(group_, GroupKind::kVerb) && v_.ClauseOf(group_).subject < 0) {
    const int32_t object = ObjectOf(v_, group_);
    if (object >= 0 && v_.Is(object, GroupKind::kNoun)) {
      if (const TargetRef equated = Cleft(object + 1)) return equated;
    } else if (const TargetRef equated = Cleft(group_ + 1)) {
      return equated;  // "What gets my goat is the litter"
    }
  }
  const int32_t verb = c_.carrier.verb >= 0 ? c_.carrier.verb : group_;
  // "The rule is an attempt | to gag the press": the rule.
  const Clause& clause = v_.ClauseOf(verb);
  if (clause.verb == verb && v_.Is(clause.governor, GroupKind::kNoun) &&
      clause.subject == clause.governor) {
    const int32_t subject = SubjectOfPredicate(v_, clause.governor);
    if (subject >= 0) return NounOrVerb(subject);
  }
  return OfSubject(verb);
}

TargetRef TargetFiller::OfSubject(int32_t verb) const {
  const int32_t subject = v_.ClauseOf(verb).subject;
  if (subject < 0 || subject == group_ ||
      v_.Head(subject).Has(pb::FUNCTION_ROLE_EXPLETIVE)) {
    return {};
  }
  TargetRef target = NounOrVerb(subject);
  // "for the war | to end": the verb is no part of the noun's phrase.
  if (verb > subject) target.limit = verb;
  return target;
}

}  // namespace stance
