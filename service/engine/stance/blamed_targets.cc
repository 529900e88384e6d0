// Whoever is blamed or praised, and for what: "faulted the judge for closing
// it", "drew criticism over the merger".

#include <algorithm>

#include "service/engine/stance/mention_parts.h"
#include "service/engine/stance/target_filler.h"

namespace stance {

namespace pb = lexicon::v1;

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

int32_t TargetFiller::ReasonFor(const TargetRef& blamed) const {
  if (!CanHold(v_, blamed.group)) return -1;
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
  const bool may_have = c_.cue.sense == pb::SENSE_EVALUATION &&
                        blamed.kind == TargetRef::Kind::kNoun &&
                        v_.syntax.any.Has(pb::FUNCTION_ROLE_SPOKEN_FOR);
  const int32_t reason = may_have ? ReasonFor(blamed) : -1;
  if (reason > blamed.group) blamed.limit = reason;
  if (!Push(blamed, score, out)) return false;
  if (reason >= 0) Push({TargetRef::Kind::kVerb, reason}, 0, out);
  return true;
}

}  // namespace stance
