// Targets that stand elsewhere: what a relative clause lacks, "which Peru
// objects to", "whose backers"; what two verbs share, "Peru backs and Chile
// opposes it"; what stands in front, "that idea Peru rejects"; what a verdict
// without a verb is said of.

#include "service/engine/stance/target_filler.h"

namespace stance {

namespace pb = lexicon::v1;

bool TargetFiller::IsPrepositional(const Clause& clause) const {
  return clause.object_gap && clause.antecedent >= 0 && clause.opener > 0 &&
         v_.Is(clause.opener - 1, GroupKind::kPreposition);
}

bool TargetFiller::TakesFronted() const {
  const Unit& verb = v_.Head(group_);
  if (verb.match < 0) return false;
  const uint32_t rest = v_.matches[verb.match].rest;
  return rest != 0 && rest < verb.begin;
}

bool TargetFiller::IsStranded(int32_t preposition) const {
  const Clause& clause = v_.ClauseOf(group_);
  return clause.object_gap && clause.antecedent >= 0 &&
         !IsPrepositional(clause) &&
         v_.At(preposition).clause == v_.At(group_).clause &&
         (EndsBeforeTime(preposition + 1) ||
          v_.Is(preposition + 1, GroupKind::kVerb)) &&
         !(v_.Is(preposition + 1, GroupKind::kVerb) &&
           v_.At(preposition + 1).form == VerbForm::kGerund);
}

bool TargetFiller::HasOwnObject(const Clause& clause) const {
  if (clause.opener < 0 ||
      !v_.Head(clause.opener).Has(pb::FUNCTION_ROLE_COMPLEMENTIZER)) {
    return false;
  }
  const int32_t object = group_ + 1;
  return v_.Is(object, GroupKind::kNoun) && !v_.Head(object).Is(kTime) &&
         s_.units[v_.At(object).begin].Is(kDeterminer | kPossessivePronoun);
}

int32_t TargetFiller::FrontedBeforeAdjective() const {
  int32_t i = group_ + 1;
  while (v_.Is(i, GroupKind::kAdverb) || v_.Is(i, GroupKind::kQuote)) ++i;
  return v_.Is(i, GroupKind::kAdjective) ? Fronted() : -1;
}

int32_t TargetFiller::Fronted() const {
  const int32_t subject = v_.ClauseOf(group_).subject;
  if (subject < 0 || subject >= group_) return -1;
  int32_t front = v_.FirstOfPossessors(subject) - 1;
  // "Quotas, though, she rejects".
  if (v_.Is(front, GroupKind::kComma) && v_.Is(front - 1, GroupKind::kAdverb) &&
      v_.Is(front - 2, GroupKind::kComma)) {
    front -= 3;
  }
  if (!v_.Is(front, GroupKind::kNoun) || v_.At(front).preposition >= 0 ||
      v_.At(subject).apposition >= 0 || v_.At(front).apposition >= 0 ||
      v_.Head(front).Is(kTime | kPronoun | kNumberWord)) {
    return -1;
  }
  const int32_t before = v_.FirstOfPossessors(front) - 1;
  return before < 0 || v_.Is(before, GroupKind::kQuote) ||
                 v_.Is(before, GroupKind::kCoordinator) ||
                 v_.Is(before, GroupKind::kBreak)
             ? front
             : -1;
}

int32_t TargetFiller::PossessorOf(int32_t group) const {
  // "sang | the trainees' | praises".
  if (v_.Is(group, GroupKind::kVerb)) {
    const int32_t object = ObjectOf(v_, group);
    return object < 0 ? -1 : v_.At(object).possessor;
  }
  // "the toll, | whose supporters …".
  if (v_.Is(group - 1, GroupKind::kRelative) &&
      v_.Head(group - 1).Has(pb::FUNCTION_ROLE_RELATIVE_POSSESSIVE)) {
    return v_.ClauseOf(group).antecedent;
  }
  return v_.At(group).possessor;
}

int32_t TargetFiller::RaisedObject(int32_t subject) const {
  while (v_.Is(subject + 1, GroupKind::kOther)) subject += 2;
  const int32_t verb = subject + 1;
  return v_.Is(subject, GroupKind::kNoun) && v_.Is(verb, GroupKind::kVerb) &&
                 v_.At(verb).form == VerbForm::kFinite &&
                 !v_.At(verb).passive && v_.ClauseOf(verb).subject == subject
             ? ObjectOf(v_, verb)
             : -1;
}

TargetRef TargetFiller::Complained() const {
  if (c_.cue.sense != pb::SENSE_EVALUATION ||
      !v_.Is(group_, GroupKind::kVerb) || v_.At(group_).passive) {
    return {};
  }
  const int32_t subject = v_.ClauseOf(group_).subject;
  if (subject < 0 || subject >= group_) return {};
  const int32_t comma = v_.FirstOfPossessors(subject) - 1;
  if (comma < 1 || !v_.Is(comma, GroupKind::kComma) ||
      v_.InSpeech(v_.FirstToken(comma - 1))) {
    return {};
  }
  const int32_t verb =
      v_.At(comma - 1).clause < 0 ? -1 : v_.ClauseOf(comma - 1).verb;
  return verb >= 0 && verb < comma &&
                 v_.ClauseOf(verb).kind == ClauseKind::kMain &&
                 v_.At(verb).form == VerbForm::kFinite &&
                 // "The plan is reckless, Mali complained" says what of it;
                 // "it would not go, he warned" is no reproach.
                 !v_.At(verb).copula && !v_.At(verb).modal &&
                 v_.ClauseOf(verb).subject >= 0
             ? TargetRef{TargetRef::Kind::kClause, verb}
             : TargetRef{};
}

}  // namespace stance
