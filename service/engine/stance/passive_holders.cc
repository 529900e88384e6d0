// Who does what a passive tells: "by A"; a government in its capital; the body
// whose decisions the text reports.

#include "service/engine/stance/decisions.h"
#include "service/engine/stance/holder_filler.h"
#include "service/engine/stance/mention_parts.h"

namespace stance {

namespace pb = lexicon::v1;

HolderRef HolderFiller::PassiveSubject(int32_t verb) const {
  for (int32_t by = PassiveBy(v_, verb, verb); by >= 0;
       by = PassiveBy(v_, verb, by)) {
    if (const HolderRef agent = Holding(ObjectOf(v_, by))) return agent;
  }
  if (const HolderRef capital = InCapital(verb)) return capital;
  return IsDecision(verb) ? HolderRef{HolderRef::Kind::kBody, verb, 0}
                          : HolderRef{};
}

bool HolderFiller::IsDecision(int32_t verb) const {
  if (c_.cue.sense == pb::SENSE_EVALUATION || v_.At(verb).modal) return false;
  const Clause& clause = v_.ClauseOf(verb);
  if (clause.kind != ClauseKind::kMain && verb != 0) return false;
  // "Resolved to object to it".
  if (clause.subject < 0) return verb == 0;
  const Unit& subject = v_.Head(clause.subject);
  if (clause.subject > verb) return false;
  // "It was agreed to object to it".
  if (subject.Is(kPronoun)) {
    return subject.Has(pb::FUNCTION_ROLE_NEUTER) && clause.subject == 0 &&
           c_.cue.sense == pb::SENSE_DEMAND;
  }
  // "The motion was carried by six votes to two".
  return (c_.cue.sense == pb::SENSE_ACTION ||
          c_.cue.sense == pb::SENSE_UNSPECIFIED) &&
         !TellsWhenBefore(v_, verb) &&
         (subject.Has(pb::FUNCTION_ROLE_PROPOSAL) ||
          subject.Has(pb::FUNCTION_ROLE_STATEMENT));
}

bool HolderFiller::IsOutcome(int32_t verb) const {
  int32_t next = verb + 1;
  while (v_.Is(next, GroupKind::kAdverb)) ++next;
  return IsDecided(v_, verb) || next >= s_.size() ||
         v_.Is(next, GroupKind::kBreak) || v_.Is(next, GroupKind::kComma);
}

HolderRef HolderFiller::InCapital(int32_t after) const {
  if (c_.cue.sense == pb::SENSE_ACTION || c_.cue.sense == pb::SENSE_DEMAND) {
    return {};
  }
  int32_t in = after + 1;
  while (v_.Is(in, GroupKind::kAdverb)) ++in;
  // "In Oslo | , the plan was welcomed".
  if (!v_.Is(in, GroupKind::kPreposition) && v_.ClauseOf(after).parent < 0) {
    in = 0;
  }
  const int32_t place = in + 1;
  if (!v_.Is(in, GroupKind::kPreposition) ||
      !v_.Head(in).Has(pb::FUNCTION_ROLE_IN) ||
      !v_.Is(place, GroupKind::kNoun) ||
      v_.At(place).end - v_.At(place).begin != 1) {
    return {};
  }
  bool capital = false;
  v_.ForEach(EntryKind::kActor, v_.Head(place), [&](const EntryRef& ref) {
    capital |= ref.form == FormKind::kMetonym &&
               v_.lexicon.actors[ref.index].kind == pb::ACTOR_KIND_COUNTRY;
  });
  return capital ? Holding(place) : HolderRef{};
}

}  // namespace stance
