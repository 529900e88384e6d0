// The slots in which targets stand: objects and prepositional phrases.

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

// "the strike | over the rota", not "the ruling | for its haste", "the mayor |
// over the rota": the noun before takes the preposition itself.
bool IsTakenByNoun(const SentenceView& view, int32_t preposition) {
  const int32_t noun = preposition - 1;
  const int32_t object = preposition + 1;
  if (!view.Is(noun, GroupKind::kNoun) || CanHold(view, noun) ||
      !view.Is(object, GroupKind::kNoun) ||
      view.units[view.At(object).begin].Is(kPossessivePronoun)) {
    return false;
  }
  const WordId word = view.Head(preposition).word;
  return view.FindCue(view.Head(noun), pb::WORD_CLASS_NOUN,
                      [word](const CueEntry& cue) {
                        for (const Frame& frame : cue.frames) {
                          for (const Filler& target : frame.targets) {
                            if (target.slot == pb::SLOT_PREPOSITION &&
                                Contains(target.prepositions, word)) {
                              return true;
                            }
                          }
                        }
                        return false;
                      }) != nullptr;
}

}  // namespace

bool TargetFiller::Fill(const Filler& filler, FilledFrame* out) {
  switch (filler.slot) {
    case pb::SLOT_OBJECT:
      return Push(Cleft(group_ + 1), 4, out) ||
             Push(EquatedBefore(group_ + 1), 4, out) ||
             PushBlamed(Object(), 4, out);
    case pb::SLOT_PREPOSITION: {
      if (filler.contrary) return Push(SetAgainst(filler, *out), 6, out);
      if (IsAllThat() && Push(Cleft(group_ + 2), 5, out)) return true;
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
      return Push(ObjectInfinitive(), 7, out);
    case pb::SLOT_PREPOSITION_INFINITIVE:
      return Push(PrepositionInfinitive(filler), 8, out);
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
      return Push(Predicate(filler), 5, out);
    case pb::SLOT_MATRIX:
      out->matrix = Push(Matrix(filler), 5, out);
      return out->matrix;
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

TargetRef TargetFiller::NounOrVerb(int32_t group) const {
  if (group < 0) return {};
  if (v_.Is(group, GroupKind::kVerb)) {
    return {TargetRef::Kind::kVerb, group};
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

int32_t TargetFiller::GivenTo(int32_t noun) const {
  if (c_.cue.sense != pb::SENSE_DEMAND || c_.cue.contestable || noun < 0 ||
      !v_.Is(noun, GroupKind::kNoun) || !CanHold(v_, noun)) {
    return -1;
  }
  const int32_t given = noun + 1;
  if (!v_.Is(given, GroupKind::kNoun) || v_.Head(given).Is(kTime | kPronoun) ||
      CanHold(v_, given) || v_.At(noun).apposition >= 0) {
    return -1;
  }
  return v_.ClauseOf(given).subject == given ? -1 : given;
}

bool TargetFiller::IsWantedToAct(int32_t noun) const {
  const int32_t act = noun + 1;
  return c_.cue.sense == pb::SENSE_DEMAND && v_.Is(act, GroupKind::kVerb) &&
         v_.Is(noun, GroupKind::kNoun) &&
         v_.At(act).form == VerbForm::kToInfinitive &&
         !s_.units[v_.At(act).begin].Is(kTo) &&
         v_.ClauseOf(act).subject == noun && v_.Head(act).Is(kVerbBase) &&
         v_.Head(group_).Takes(pb::SLOT_THAT_CLAUSE);
}

bool TargetFiller::ActsInGerund(int32_t noun) const {
  const int32_t gerund = noun + 1;
  if (!v_.Is(gerund, GroupKind::kVerb) ||
      v_.At(gerund).form != VerbForm::kGerund ||
      !v_.Is(noun, GroupKind::kNoun)) {
    return false;
  }
  // "welcomed the ward being kept": what is done to a thing.
  if (s_.units[v_.At(gerund).begin].Is(kBe) && v_.At(gerund).passive &&
      v_.ClauseOf(gerund).subject == noun) {
    return true;
  }
  if (!CanHold(v_, noun)) return false;
  const Unit& first = v_.units[v_.At(noun).begin];
  // "oppose women serving as priests", "Chile joining", "its leader joining".
  const bool bare = v_.At(noun).end - v_.At(noun).begin == 1;
  return (v_.Head(noun).Is(kProper) || first.Is(kPossessivePronoun) ||
          (bare && v_.Head(noun).Is(kNounPlural))) &&
         v_.ClauseOf(gerund).subject == noun;
}

TargetRef TargetFiller::Prepositional(const Filler& filler, bool first) const {
  // "the levy to which Peru objects".
  const Clause& clause = v_.ClauseOf(group_);
  if (clause.verb >= 0 && group_ >= clause.verb && IsPrepositional(clause) &&
      Contains(filler.prepositions, v_.Head(clause.opener - 1).word)) {
    return Noun(clause.antecedent);
  }
  const int32_t preposition = FindPreposition(v_, group_, filler.prepositions);
  if (preposition < 0) return {};
  // "the levy which Peru objects to".
  if (IsStranded(preposition)) return Noun(ProposalAround(clause));
  // "hailed it as a lifeline for islanders": of the lifeline.
  for (int32_t i = group_ + 1; !first && i < preposition; ++i) {
    if (v_.Is(i, GroupKind::kPreposition) &&
        v_.Head(i).Has(pb::FUNCTION_ROLE_AS)) {
      return {};
    }
  }
  // "demonstrated its contempt for it", "called the ruling a gift for all":
  // with an object it is another verb.
  if (first && v_.Is(group_, GroupKind::kVerb) && !v_.At(group_).passive &&
      v_.Is(group_ + 1, GroupKind::kNoun) && !v_.Head(group_ + 1).Is(kTime)) {
    const Unit& object = s_.units[v_.At(group_ + 1).begin];
    const Unit& verb = v_.Head(group_);
    if ((verb.TakesNoObject() && object.Is(kPossessivePronoun) &&
         // "voted her stake against it".
         (c_.cue.sense != pb::SENSE_ACTION ||
          v_.Head(group_ + 1).Reads(EntryKind::kCue))) ||
        (verb.Takes(pb::SLOT_EVALUATED_OBJECT) && object.Is(kDeterminer))) {
      return {};
    }
  }
  // "accused her rivals | of lying": the verb's, not the noun's.
  if (c_.cue.person && v_.Is(preposition + 1, GroupKind::kVerb) &&
      preposition == group_ + 1) {
    const int32_t verb = v_.FirstOfPossessors(group_) - 1;
    if (v_.Is(verb, GroupKind::kVerb) &&
        v_.Head(verb).Takes(pb::SLOT_PREPOSITION) &&
        v_.Head(verb).Takes(pb::SLOT_OBJECT)) {
      return {};
    }
  }
  // "condemned the strike | over the rota": of the noun.
  if (!first && IsTakenByNoun(v_, preposition)) return {};
  // "approved a mine on the edge of the village": of the noun, not of the verb
  // ("approved of it", "accused them of it").
  if (first && v_.Is(group_, GroupKind::kVerb) &&
      v_.Is(preposition - 1, GroupKind::kNoun) &&
      v_.Head(preposition).Has(pb::FUNCTION_ROLE_GENITIVE)) {
    return {};
  }
  return AfterPreposition(preposition);
}

TargetRef TargetFiller::AfterPreposition(int32_t preposition) const {
  int32_t i = preposition + 1;
  while (v_.Is(i, GroupKind::kQuote) || v_.Is(i, GroupKind::kAdverb)) ++i;
  if (v_.Is(i, GroupKind::kVerb)) {
    if (v_.At(i).form == VerbForm::kFinite) return {};
    return VerbOrCaused(i);
  }
  if (AsksOf(i) || v_.Is(i, GroupKind::kRelative)) return WhatClause(i);
  const int32_t object = ObjectOf(v_, preposition);
  if (object < 0) return {};
  // "pledged | to the lenders | that it would stay": to whom it is told.
  if (v_.Is(group_, GroupKind::kVerb) && v_.Head(preposition).MayBe(kTo) &&
      v_.Is(object, GroupKind::kNoun) && CanHold(v_, object) &&
      v_.Is(object + 1, GroupKind::kSubordinator) &&
      v_.Head(object + 1).Has(pb::FUNCTION_ROLE_COMPLEMENTIZER)) {
    return {};
  }
  // "concern about the city taking away car lanes".
  if (v_.Is(object, GroupKind::kNoun) && v_.Is(object + 1, GroupKind::kVerb) &&
      v_.At(object + 1).form == VerbForm::kGerund &&
      v_.ClauseOf(object + 1).subject == object &&
      (v_.Head(object).Is(kProper | kNounPlural | kPronoun) ||
       ActsInGerund(object))) {
    return {TargetRef::Kind::kClause, object + 1};
  }
  // "called for the army to be sent in".
  if (c_.cue.sense == pb::SENSE_DEMAND && v_.Is(object, GroupKind::kNoun) &&
      v_.Is(object + 1, GroupKind::kVerb) &&
      v_.At(object + 1).form == VerbForm::kToInfinitive &&
      v_.ClauseOf(object + 1).subject == object &&
      !v_.Head(object).Reads(EntryKind::kCue)) {
    return {TargetRef::Kind::kClause, object + 1};
  }
  return NounOrVerb(object);
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
