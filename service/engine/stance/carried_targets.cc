// Targets of nouns and adjectives that another verb carries: "won the
// endorsement of unions", "left residents angry".

#include <algorithm>

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

bool TargetFiller::IsReproachReceived(const Filler& filler) const {
  if (c_.carrier.light != pb::LIGHT_VERB_DIRECTION_RECEIVE || c_.cue.person ||
      c_.cue.sense != pb::SENSE_EVALUATION ||
      c_.cue.polarity != pb::POLARITY_OPPOSES) {
    return false;
  }
  const int32_t preposition = FindPreposition(v_, group_, filler.prepositions);
  // "for" or "over", which may be a particle; not "criticism of it".
  return preposition >= 0 &&
         (v_.Head(preposition).Has(pb::FUNCTION_ROLE_SPOKEN_FOR) ||
          v_.Head(preposition).Has(pb::FUNCTION_ROLE_PARTICLE));
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

int32_t TargetFiller::ReasonFor(const TargetRef& blamed) const {
  if (c_.cue.sense != pb::SENSE_EVALUATION ||
      blamed.kind != TargetRef::Kind::kNoun || !CanHold(v_, blamed.group)) {
    return -1;
  }
  // "gave Peru a dressing-down | for closing it", "drew fire from Chile | for
  // closing it": behind the noun, and over who does so.
  int32_t i = std::max(v_.LastConjunct(blamed.group), group_) + 1;
  while (v_.Is(i, GroupKind::kPreposition) &&
         v_.Head(i).Has(pb::FUNCTION_ROLE_HOLDER_PREPOSITION) &&
         v_.Is(i + 1, GroupKind::kNoun)) {
    i += 2;
  }
  // "gave Peru | a roasting | for closing it".
  while (i < s_.size() && s_.units[v_.At(i).begin].resumes) ++i;
  if (!v_.Is(i, GroupKind::kPreposition) ||
      !v_.Head(i).Has(pb::FUNCTION_ROLE_SPOKEN_FOR)) {
    return -1;
  }
  ++i;
  while (v_.Is(i, GroupKind::kQuote) || v_.Is(i, GroupKind::kAdverb)) ++i;
  return v_.Is(i, GroupKind::kVerb) && v_.At(i).form == VerbForm::kGerund ? i
                                                                          : -1;
}

bool TargetFiller::PushBlamed(TargetRef blamed, int score,
                              FilledFrame* out) const {
  const int32_t reason = ReasonFor(blamed);
  if (reason > blamed.group) blamed.limit = reason;
  if (!Push(blamed, score, out)) return false;
  if (reason >= 0) Push({TargetRef::Kind::kVerb, reason}, 0, out);
  return true;
}

}  // namespace stance
