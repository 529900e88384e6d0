// Subjects that do not hold what their clause says: of what is demanded of
// them, what they are blamed for, what is up to others.

#include "service/engine/stance/holder_filler.h"
#include "service/engine/stance/targets.h"

namespace stance {

namespace pb = lexicon::v1;

bool HolderFiller::IsUpToOthers() const {
  const int32_t subject = v_.ClauseOf(group_).subject;
  const int32_t others = group_ + 1;
  const uint32_t last = v_.Head(group_).end - 1;
  return subject >= 0 && last > v_.Head(group_).begin &&
         v_.Head(subject).Has(pb::FUNCTION_ROLE_NEUTER) &&
         v_.lexicon.Word(v_.text.tokens[last].word)
             .Has(pb::FUNCTION_ROLE_SPOKEN_FOR) &&
         v_.Is(others, GroupKind::kNoun) &&
         v_.Is(others + 1, GroupKind::kVerb) &&
         v_.At(others + 1).form == VerbForm::kToInfinitive;
}

bool HolderFiller::OfAnothersNoun(const Clause& clause) const {
  if (clause.kind != ClauseKind::kInfinitive ||
      !v_.Is(clause.governor, GroupKind::kNoun)) {
    return false;
  }
  const int32_t preposition = v_.At(clause.governor).preposition;
  return preposition >= 0 &&
         v_.Head(preposition).Has(pb::FUNCTION_ROLE_ADJUNCT_PREPOSITION) &&
         !v_.Head(preposition).Has(pb::FUNCTION_ROLE_IN);
}

bool HolderFiller::OfOpposedThing(const Clause& clause) const {
  const int32_t verb = s_.clauses[clause.parent].verb;
  if (verb < 0 || !v_.Is(clause.governor, GroupKind::kNoun)) return false;
  // "appealed against a decision to reject it".
  const int32_t preposition = v_.At(clause.governor).preposition;
  const bool object =
      ObjectOf(v_, verb) == clause.governor ||
      (clause.kind == ClauseKind::kInfinitive && preposition == verb + 1);
  if (!object) return false;
  return v_.FindCue(v_.Head(verb), pb::WORD_CLASS_VERB,
                    [](const CueEntry& cue) {
                      return cue.polarity == pb::POLARITY_OPPOSES;
                    }) != nullptr;
}

bool HolderFiller::IsDemanded(const Clause& clause) const {
  // "that the mayor | block it": a form that only a demand has.
  if (clause.kind == ClauseKind::kComplement && clause.subject >= 0 &&
      clause.verb > clause.subject && clause.opener >= 0) {
    const Unit& first = s_.units[v_.At(clause.verb).begin];
    const Group& subject = v_.At(clause.subject);
    return first.Is(kVerbBase) && !first.Is(kVerbThird | kVerbPast | kDo) &&
           !subject.plural && subject.next_conjunct < 0 &&
           !v_.Head(clause.subject).Is(kPronoun | kNounPlural | kProper) &&
           v_.Head(clause.opener).Has(pb::FUNCTION_ROLE_COMPLEMENTIZER);
  }
  if (clause.kind != ClauseKind::kInfinitive || clause.subject < 0 ||
      clause.parent < 0) {
    return false;
  }
  const int32_t verb = s_.clauses[clause.parent].verb;
  if (verb < 0) return false;
  // "faces pressure from unions | to scrap it": who asks stands elsewhere.
  if (clause.subject == v_.ClauseOf(verb).subject &&
      v_.FindCue(v_.Head(verb), pb::WORD_CLASS_VERB, [](const CueEntry& cue) {
        return cue.sense == pb::SENSE_DEMAND &&
               cue.frames[0].holder.slot == pb::SLOT_PREPOSITION;
      }) != nullptr) {
    return true;
  }
  if (ObjectOf(v_, verb) != clause.subject) return false;
  return v_.FindCue(v_.Head(verb), pb::WORD_CLASS_VERB,
                    [](const CueEntry& cue) {
                      return cue.sense == pb::SENSE_DEMAND;
                    }) != nullptr;
}

bool HolderFiller::IsKeptFrom(const Clause& clause) const {
  // "accused Peru of betraying them by | backing it": Peru does so.
  if (clause.kind == ClauseKind::kGerund && clause.parent >= 0 &&
      v_.Is(clause.verb - 1, GroupKind::kPreposition) &&
      v_.Head(clause.verb - 1).Has(pb::FUNCTION_ROLE_PASSIVE_AGENT)) {
    const Clause& means = s_.clauses[clause.parent];
    if (means.kind == ClauseKind::kGerund && means.parent >= 0 &&
        means.verb < clause.verb &&
        v_.Is(means.verb - 1, GroupKind::kPreposition)) {
      const int32_t blames = s_.clauses[means.parent].verb;
      const int32_t blamed = blames < 0 ? -1 : ObjectOf(v_, blames);
      if (blamed > blames && blamed < means.verb) return true;
    }
  }
  if (clause.kind == ClauseKind::kInfinitive && clause.governor >= 0 &&
      v_.Is(clause.governor, GroupKind::kVerb) &&
      v_.At(clause.governor).form == VerbForm::kGerund) {
    return IsKeptFrom(v_.ClauseOf(clause.governor));
  }
  if (clause.kind != ClauseKind::kGerund || clause.verb < 2 ||
      clause.parent < 0 || !v_.Is(clause.verb - 1, GroupKind::kPreposition)) {
    return false;
  }
  const Unit& from = v_.Head(clause.verb - 1);
  const int32_t verb = s_.clauses[clause.parent].verb;
  const bool kept = from.Has(pb::FUNCTION_ROLE_HOLDER_PREPOSITION) &&
                    !from.Has(pb::FUNCTION_ROLE_PASSIVE_AGENT) &&
                    !from.Has(pb::FUNCTION_ROLE_GENITIVE);
  // "faulted Peru for | refusing to back it".
  return (kept || from.Has(pb::FUNCTION_ROLE_SPOKEN_FOR)) && verb >= 0 &&
         verb < clause.verb && ObjectOf(v_, verb) >= 0 &&
         ObjectOf(v_, verb) < clause.verb;
}

}  // namespace stance
