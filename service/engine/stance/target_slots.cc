// The slots in which targets stand, and objects.

#include "service/engine/stance/mention_parts.h"
#include "service/engine/stance/named_members.h"
#include "service/engine/stance/target_filler.h"

namespace stance {
namespace {

namespace pb = lexicon::v1;

// "levy", "curbs", "plan", not "support": a noun for what is done, with what it
// is done to behind it.
bool IsMeasure(const SentenceView& view, int32_t noun) {
  const Unit& head = view.Head(noun);
  if (!head.Is(kAnyNoun) || CanHold(view, noun)) return false;
  if (head.Has(pb::FUNCTION_ROLE_PROPOSAL) || head.Has(pb::FUNCTION_ROLE_ACT) ||
      head.Reads(EntryKind::kIssue)) {
    return true;
  }
  return view.FindCue(head, pb::WORD_CLASS_NOUN, [](const CueEntry& cue) {
    return cue.sense != pb::SENSE_EVALUATION && cue.effect != pb::EFFECT_NONE;
  }) != nullptr;
}

}  // namespace

bool TargetFiller::Fill(const Filler& filler, FilledFrame* out) {
  switch (filler.slot) {
    case pb::SLOT_OBJECT:
      return Push(Cleft(group_ + 1), 4, out) ||
             Push(EquatedBefore(group_ + 1), 4, out) || Listed(filler, out) ||
             PushBlamed(Object(), 4, out);
    case pb::SLOT_PREPOSITION: {
      if (filler.contrary) return Push(SetAgainst(filler, *out), 6, out);
      if (IsAllThat() && Push(Cleft(group_ + 2), 5, out)) return true;
      if (Listed(filler, out)) return true;
      if (!IsReceivedOf() &&
          PushBlamed(Prepositional(filler, out->targets.empty()), 6, out)) {
        if (IsReproachReceived(filler)) Push(SubjectTarget(), 0, out);
        return true;
      }
      if (v_.Is(group_ + 1, GroupKind::kPreposition) &&
          Contains(filler.prepositions, v_.Head(group_ + 1).word) &&
          (Push(Cleft(group_ + 2), 5, out) ||
           Push(EquatedBefore(group_ + 2), 5, out))) {
        return true;
      }
      // "reacted with fury to the plan".
      if (Push(ReactedTo(), 4, out)) return true;
      // "The ruling left residents angry".
      if (c_.cue.word_class == pb::WORD_CLASS_ADJECTIVE &&
          Push(CauseOfFeeling(), 4, out)) {
        return true;
      }
      // "Boos greeted | the offer".
      if (c_.carrier.light == pb::LIGHT_VERB_DIRECTION_BEFALL &&
          PushBlamed(Befallen(), 4, out)) {
        return true;
      }
      // "gave the plan its backing".
      if (PushBlamed(Noun(c_.carrier.recipient), 4, out)) return true;
      // "The rule drew applause from residents", "it has the support of
      // unions", "was called for by residents": the subject is the target.
      return (c_.carrier.light == pb::LIGHT_VERB_DIRECTION_RECEIVE || IsHad() ||
              IsPassiveBefore(filler)) &&
             PushSubject(out);
    }
    case pb::SLOT_INFINITIVE:
      return Push(Infinitive(), 5, out);
    case pb::SLOT_OBJECT_INFINITIVE:
      return Push(ObjectInfinitive(), 7, out) || Listed(filler, out);
    case pb::SLOT_PREPOSITION_INFINITIVE:
      return Push(PrepositionInfinitive(filler), 8, out) || Listed(filler, out);
    case pb::SLOT_THAT_CLAUSE:
      if (filler.prepositions.empty()) return Push(ThatClause(), 5, out);
      out->event = Push(EventBehind(filler), 3, out);
      return out->event;
    case pb::SLOT_POSSESSOR:
      return Push(Noun(PossessorOf(group_)), 4, out);
    case pb::SLOT_EVALUATED_OBJECT:
      return EvaluatedObject(filler, out);
    case pb::SLOT_EVALUATED:
      if (!filler.prepositions.empty()) return SeenIn(filler, out);
      return Push(Evaluated(), 4, out) || Push(Renamed(), 3, out) ||
             Fragment(out);
    case pb::SLOT_SUBJECT_TARGET:
      // "The rule drew fire": of a noun, only under a verb.
      if (c_.cue.word_class == pb::WORD_CLASS_NOUN && c_.carrier.verb < 0) {
        return false;
      }
      if (c_.cue.word_class == pb::WORD_CLASS_VERB && v_.At(group_).passive) {
        if (Push(PassiveAgent(), 3, out)) return true;
        // "wants the levy | gone": a participle that is no passive.
        if (v_.At(group_).form != VerbForm::kParticiple) return false;
      }
      return PushSubject(out);
    case pb::SLOT_PREDICATE:
      return Push(Predicate(filler), 5, out) || Listed(filler, out);
    case pb::SLOT_MATRIX:
      out->matrix = Push(Matrix(filler), 5, out);
      return out->matrix;
    case pb::SLOT_MATRIX_OBJECT:
      return Push(MatrixObject(filler), 4, out);
    case pb::SLOT_CONSEQUENCE:
      return Consequence(filler, out);
    case pb::SLOT_ECHO:
      if (!EndsStatement()) return false;
      out->echo = true;
      // "agreed with her": no praise of her.
      out->score += AgreesWithHolder() ? 6 : 1;
      // "echoed that criticism" is no praise of criticism.
      if (v_.Head(group_).Has(pb::FUNCTION_ROLE_SHARE)) {
        out->score += 5;
        const int32_t shared = SharedBefore();
        out->echoed =
            PolarityOfNoun(shared >= 0 ? shared : ObjectOf(v_, group_));
      }
      return true;
    case pb::SLOT_CONTEXT:
      if (c_.cue.polarity == pb::POLARITY_UNSPECIFIED) return SpokenOf(out);
      if (filler.prepositions.empty() ? !EndsPredicate()
                                      : !EndsWith(filler.prepositions)) {
        return false;
      }
      out->context = true;
      out->score += 1;
      return true;
    default:
      return false;
  }
}

bool TargetFiller::EndsPredicate() const {
  // "it is the haste that they object | to" does name something.
  if (c_.cue.word_class == pb::WORD_CLASS_VERB) {
    return !v_.Is(group_ + 1, GroupKind::kPreposition) || !EndsAt(group_ + 2);
  }
  // "The union voiced dismay."
  if (c_.cue.word_class == pb::WORD_CLASS_NOUN &&
      (c_.carrier.verb < 0 || c_.carrier.verb > group_ ||
       (c_.carrier.light != pb::LIGHT_VERB_DIRECTION_GIVE &&
        !v_.Head(c_.carrier.verb).Is(kHave)))) {
    return false;
  }
  int32_t i = group_ + 1;
  while (v_.Is(i, GroupKind::kAdverb) || v_.Is(i, GroupKind::kQuote)) ++i;
  // "was overjoyed (“at last!”)".
  return EndsAt(i) || v_.Is(i, GroupKind::kParenthesis);
}

bool TargetFiller::EndsAt(int32_t i) const {
  return i >= s_.size() || v_.Is(i, GroupKind::kBreak) ||
         v_.Is(i, GroupKind::kComma) || v_.Is(i, GroupKind::kCoordinator);
}

bool TargetFiller::EndsSentence(int32_t i) const {
  while (v_.Is(i, GroupKind::kAdverb) || v_.Is(i, GroupKind::kQuote)) ++i;
  return i >= s_.size() || v_.Is(i, GroupKind::kBreak);
}

bool TargetFiller::EndsBeforeTime(int32_t i) const {
  // "voted against | with some regret".
  if (v_.Is(i, GroupKind::kPreposition) &&
      v_.Head(i).Has(pb::FUNCTION_ROLE_INSTRUMENT)) {
    return true;
  }
  return EndsAt(i) || (v_.Is(i, GroupKind::kNoun) && v_.Head(i).Is(kTime));
}

bool TargetFiller::EndsWith(const std::vector<WordId>& prepositions) const {
  const int32_t preposition = FindPreposition(v_, group_, prepositions);
  if (preposition < 0) return false;
  const int32_t after = preposition + 1;
  return v_.Is(after, GroupKind::kQuote) || EndsBeforeTime(after);
}

TargetRef TargetFiller::NounOrVerb(int32_t group) const {
  if (group < 0) return {};
  if (v_.Is(group, GroupKind::kVerb)) {
    return {TargetRef::Kind::kVerb, group};
  }
  // "wants three things: | a pay rise, shorter shifts and a canteen".
  if (v_.units[v_.At(group).begin].Is(kNumberWord | kQuantifier) &&
      v_.Is(group, GroupKind::kNoun)) {
    if (const int32_t listed = ListedBehind(group); listed >= 0) {
      return Noun(listed);
    }
  }
  return Noun(group);
}

TargetRef TargetFiller::Befallen() const {
  TargetRef target = NounOrVerb(ObjectOf(v_, c_.carrier.verb));
  if (!target) return {};
  // "greeted the offer | from the gallery": whose the boos are.
  constexpr int32_t kFarthest = 6;
  for (int32_t i = target.group + 1; i < target.group + kFarthest; ++i) {
    if (!v_.Is(i, GroupKind::kPreposition)) continue;
    if (v_.Head(i).Has(pb::FUNCTION_ROLE_HOLDER_PREPOSITION) &&
        !v_.Head(i).Has(pb::FUNCTION_ROLE_GENITIVE)) {
      target.limit = i;
      break;
    }
  }
  return target;
}

TargetRef TargetFiller::Object() const {
  if (!v_.Is(group_, GroupKind::kVerb)) {
    // "the levy which Peru is against".
    if (IsStranded(group_)) return Noun(v_.ClauseOf(group_).antecedent);
    return NounOrVerb(ObjectOf(v_, group_));
  }
  const Group& verb = v_.At(group_);
  const Clause& clause = v_.ClauseOf(group_);
  // "was backed" is said of the subject, "are united behind it" is not.
  if (verb.passive && c_.cue.word_class == pb::WORD_CLASS_VERB) {
    return OfSubject(group_);
  }
  if (clause.object_gap && clause.antecedent >= 0 &&
      (IsPrepositional(clause) ? TakesFronted() : !HasOwnObject(clause))) {
    return Noun(ProposalAround(clause));
  }
  if (AsksOf(group_ + 1)) return WhatClause(group_ + 1);
  // "supports and will take part in the initiative", "welcomed, but did not
  // sign, the accord": a shared object.
  const bool inserted = v_.Is(group_ + 1, GroupKind::kComma);
  const int32_t coordinator = group_ + (inserted ? 2 : 1);
  const int32_t other = coordinator + 1;
  if (v_.Is(coordinator, GroupKind::kCoordinator) &&
      v_.Is(other, GroupKind::kVerb)) {
    const int32_t last =
        other + (v_.Is(other + 1, GroupKind::kPreposition) ? 1 : 0);
    if (inserted && !v_.Is(last + 1, GroupKind::kComma)) return {};
    const int32_t shared = ObjectOf(v_, other);
    // "supports and will take part in it": the noun belongs to the verb.
    if (shared >= 0 && v_.Is(shared, GroupKind::kNoun) &&
        v_.At(shared).end - v_.At(shared).begin == 1 &&
        v_.Head(shared).Is(kNoun) && !v_.Head(shared).Is(kProper) &&
        v_.Is(shared + 1, GroupKind::kPreposition)) {
      return NounOrVerb(ObjectOf(v_, shared + 1));
    }
    if (shared >= 0) return NounOrVerb(shared);
    return last == other ? TargetRef{} : NounOrVerb(ObjectOf(v_, last));
  }
  if (v_.Is(coordinator, GroupKind::kCoordinator)) {
    if (const int32_t raised = RaisedObject(other); raised >= 0) {
      return NounOrVerb(raised);
    }
  }
  const int32_t object = ObjectOf(v_, group_);
  if (object < 0) return Noun(EndsSentence(group_ + 1) ? Fronted() : -1);
  if (const int32_t given = GivenTo(object); given >= 0) return Noun(given);
  if (ActsInGerund(object) || IsWantedToAct(object)) {
    return {TargetRef::Kind::kClause, object + 1};
  }
  return NounOrVerb(object);
}

int32_t TargetFiller::ProposalAround(const Clause& relative) const {
  const int32_t antecedent = relative.antecedent;
  if (!v_.Is(relative.opener - 1, GroupKind::kComma)) return antecedent;
  // "a levy on bags, which shops oppose": the levy.
  const int32_t preposition = v_.At(antecedent).preposition;
  const int32_t outer = preposition - 1;
  if (preposition > 0 && v_.Is(outer, GroupKind::kNoun) &&
      !v_.Head(antecedent).Is(kTime) && IsMeasure(v_, outer) &&
      !v_.Head(antecedent).Reads(EntryKind::kCue) &&
      !v_.Head(antecedent).Has(pb::FUNCTION_ROLE_PROPOSAL) &&
      !v_.Head(antecedent).Has(pb::FUNCTION_ROLE_ACT)) {
    return outer;
  }
  const Clause& purpose = v_.ClauseOf(antecedent);
  return purpose.kind == ClauseKind::kInfinitive &&
                 v_.Is(purpose.governor, GroupKind::kNoun) &&
                 purpose.governor < antecedent &&
                 v_.Head(purpose.governor).Has(pb::FUNCTION_ROLE_PROPOSAL)
             ? purpose.governor
             : antecedent;
}

}  // namespace stance
