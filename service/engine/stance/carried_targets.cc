// Targets of nouns and adjectives that another verb carries: "won the
// endorsement of unions", "left residents angry".

#include "service/engine/stance/mention_parts.h"
#include "service/engine/stance/target_filler.h"

namespace stance {

namespace pb = lexicon::v1;

TargetRef TargetFiller::CauseOfFeeling() const {
  // "were left furious by the ruling".
  if (const int32_t verb = c_.carrier.verb;
      verb >= 0 && verb != group_ && v_.At(verb).passive &&
      v_.Head(verb).Has(pb::FUNCTION_ROLE_CAUSATIVE)) {
    const int32_t by = PassiveBy(v_, verb, group_);
    return by < 0 ? TargetRef{} : AfterPreposition(by);
  }
  if (v_.Is(group_ + 1, GroupKind::kPreposition) ||
      (c_.carrier.verb >= 0 && c_.carrier.verb != group_ &&
       v_.At(c_.carrier.verb).form != VerbForm::kGerund)) {
    return {};
  }
  int32_t felt = group_ - 1;
  // "left them feeling betrayed", "angry and betrayed".
  while (v_.Is(felt, GroupKind::kAdverb) ||
         v_.Is(felt, GroupKind::kAdjective) ||
         v_.Is(felt, GroupKind::kCoordinator) ||
         (v_.Is(felt, GroupKind::kVerb) &&
          v_.At(felt).form == VerbForm::kGerund && v_.At(felt).copula)) {
    --felt;
  }
  int32_t first = felt;
  while (v_.Is(first, GroupKind::kNoun) && v_.At(first).possessor >= 0) {
    first = v_.At(first).possessor;
  }
  const int32_t verb = first - 1;
  if (!v_.Is(felt, GroupKind::kNoun) || !v_.Is(verb, GroupKind::kVerb) ||
      !v_.Head(verb).Has(pb::FUNCTION_ROLE_CAUSATIVE) || v_.At(verb).passive ||
      !CanHold(v_, felt)) {
    return {};
  }
  return OfSubject(verb);
}

TargetRef TargetFiller::ReactedTo() const {
  if (c_.carrier.verb < 0 || c_.carrier.verb == group_ ||
      c_.carrier.light != pb::LIGHT_VERB_DIRECTION_GIVE ||
      !v_.Is(group_ + 1, GroupKind::kPreposition) ||
      !v_.Head(group_ + 1).MayBe(kTo)) {
    return {};
  }
  const Unit& verb = v_.Head(c_.carrier.verb);
  const Unit& last = v_.Head(group_ - 1);
  const bool with = verb.end - verb.begin > 1 ||
                    (v_.Is(group_ - 1, GroupKind::kPreposition) &&
                     last.Has(pb::FUNCTION_ROLE_INSTRUMENT));
  return with ? AfterPreposition(group_ + 1) : TargetRef{};
}

bool TargetFiller::IsReceivedOf() const {
  if (c_.carrier.light != pb::LIGHT_VERB_DIRECTION_RECEIVE ||
      !v_.Is(group_ + 1, GroupKind::kPreposition) ||
      !v_.Head(group_ + 1).Has(pb::FUNCTION_ROLE_GENITIVE)) {
    return false;
  }
  const int32_t noun = ObjectOf(v_, group_ + 1);
  return noun >= 0 && v_.Is(noun, GroupKind::kNoun) && CanHold(v_, noun);
}

bool TargetFiller::IsHad() const {
  if (c_.carrier.verb < 0 || c_.carrier.verb == group_ ||
      !v_.Head(c_.carrier.verb).Is(kHave)) {
    return false;
  }
  const Unit& first = s_.units[v_.At(group_).begin];
  const bool owned =
      v_.At(group_).possessor >= 0 ||
      (first.Is(kPossessivePronoun) && !first.Has(pb::FUNCTION_ROLE_NEUTER));
  if (owned && !c_.cue.person) return true;
  // "has few critics among farmers".
  if (c_.cue.person && !owned) return IsSomewhere(v_, group_ + 1);
  return first.Has(pb::FUNCTION_ROLE_DEFINITE) &&
         v_.Is(group_ + 1, GroupKind::kPreposition) &&
         v_.Head(group_ + 1).Has(pb::FUNCTION_ROLE_GENITIVE);
}

}  // namespace stance
