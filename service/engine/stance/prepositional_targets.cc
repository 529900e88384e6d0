// Targets behind a preposition of the frame: "objected to | the levy", "called
// for | the mayor to go".

#include "service/engine/stance/mention_parts.h"
#include "service/engine/stance/named_members.h"
#include "service/engine/stance/target_filler.h"

namespace stance {
namespace {

namespace pb = lexicon::v1;

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

}  // namespace stance
