// Targets that are infinitives: "vowed to C", "urged A to C", "called on A to
// C", and what is wanted done, "wants A scrapped".

#include "service/engine/stance/parentheticals.h"
#include "service/engine/stance/target_filler.h"

namespace stance {
namespace {

namespace pb = lexicon::v1;

// "those involved", "all concerned", not "it".
bool MeansPeople(const SentenceView& view, int32_t noun) {
  const Unit& head = view.Head(noun);
  return head.Is(kPronoun | kQuantifier) && !head.Has(pb::FUNCTION_ROLE_NEUTER);
}

// "her amendment | capping rents", as "to cap rents": what a proposal would do.
// "her motion condemning the raid" tells what it thinks.
bool IsProvision(const SentenceView& view, int32_t noun, int32_t verb) {
  if (verb != noun + 1 || view.At(verb).form != VerbForm::kGerund ||
      !view.Is(noun, GroupKind::kNoun) ||
      !view.Head(noun).Has(pb::FUNCTION_ROLE_PROPOSAL) ||
      view.Head(verb).Takes(pb::SLOT_INFINITIVE) ||
      view.ClauseOf(verb).subject != noun || ObjectOf(view, verb) < 0) {
    return false;
  }
  return view.FindCue(view.Head(verb), pb::WORD_CLASS_VERB,
                      [](const CueEntry& cue) {
                        return cue.effect == pb::EFFECT_NEUTRALISE ||
                               (cue.polarity != pb::POLARITY_UNSPECIFIED &&
                                cue.sense != pb::SENSE_ACTION);
                      }) == nullptr;
}

}  // namespace

TargetRef TargetFiller::Infinitive() const {
  int32_t i = group_ + 1;
  int steps = 0;
  while (i < s_.size() && steps++ < 5) {
    const GroupKind kind = v_.At(i).kind;
    if (kind == GroupKind::kVerb) {
      return v_.At(i).form == VerbForm::kToInfinitive ||
                     IsProvision(v_, group_, i)
                 ? VerbOrCaused(i)
                 : TargetRef{};
    }
    // Time, counts, adverbs and short phrases may stand between: "vowed on
    // Monday to", "voted 52-48 to".
    if (kind == GroupKind::kAdverb || kind == GroupKind::kPreposition ||
        kind == GroupKind::kQuote ||
        (kind == GroupKind::kNoun &&
         (v_.Head(i).Is(kTime | kNumberWord) || v_.At(i).preposition >= 0))) {
      ++i;
      continue;
    }
    // "vowed, despite the storm, to".
    const int32_t closing = EndOfParenthetical(v_, i);
    if (closing < 0) return {};
    i = closing + 1;
  }
  return {};
}

TargetRef TargetFiller::VerbOrCaused(int32_t verb) const {
  const int32_t caused = CausedBy(v_, verb);
  return caused >= 0 ? TargetRef{TargetRef::Kind::kClause, caused}
                     : TargetRef{TargetRef::Kind::kVerb, verb};
}

TargetRef TargetFiller::ObjectInfinitive() const {
  if (v_.Is(group_, GroupKind::kVerb) && v_.At(group_).passive) {
    return Infinitive();
  }
  // "which Peru wants | scrapped".
  if (const int32_t antecedent = GapAntecedent();
      antecedent >= 0 && v_.Is(group_ + 1, GroupKind::kVerb) &&
      v_.At(group_ + 1).form == VerbForm::kParticiple &&
      v_.ClauseOf(group_ + 1).subject == antecedent) {
    return {TargetRef::Kind::kClause, group_ + 1};
  }
  const int32_t object = ObjectOf(v_, group_);
  if (object < 0 || !v_.Is(object, GroupKind::kNoun)) return {};
  const TargetRef act = InfinitiveAfter(object);
  if (!act || !c_.cue.only_through) return act;
  // "gave the council | a week | to drop it", not "the power to drop it".
  const int32_t given = act.group - 1;
  const bool second = given > object && v_.Is(given, GroupKind::kNoun) &&
                      v_.At(given).preposition < 0;
  return !second || v_.Head(given).Is(kTime) ? act : TargetRef{};
}

TargetRef TargetFiller::PrepositionInfinitive(const Filler& filler) const {
  const int32_t preposition = FindPreposition(v_, group_, filler.prepositions);
  if (preposition < 0) return {};
  const int32_t noun = ObjectOf(v_, preposition);
  if (noun < 0 || !v_.Is(noun, GroupKind::kNoun)) return {};
  return InfinitiveAfter(noun);
}

bool TargetFiller::IsReducedBeforeInfinitive(int32_t noun,
                                             int32_t participle) const {
  // "wants it scrapped to save money".
  if (v_.Head(noun).Has(pb::FUNCTION_ROLE_NEUTER)) return false;
  for (const Clause& clause : v_.ClausesAround(participle)) {
    if (clause.kind == ClauseKind::kInfinitive && clause.verb > participle &&
        clause.verb < participle + 7 &&
        (clause.governor == noun ||
         (clause.governor == participle && MeansPeople(v_, noun)))) {
      return true;
    }
  }
  return false;
}

TargetRef TargetFiller::InfinitiveAfter(int32_t noun) const {
  int steps = 0;
  bool renamed = false;  // "urged the minister, Ana Reyes, | to stop"
  for (int32_t i = noun + 1; i < s_.size() && steps++ < 9; ++i) {
    switch (v_.At(i).kind) {
      case GroupKind::kVerb:
        // "called for an inquiry after a decision | to close it".
        if (i - 1 > noun && v_.Is(i - 1, GroupKind::kNoun) &&
            v_.At(i - 1).preposition > noun &&
            !v_.Head(v_.At(i - 1).preposition)
                 .Has(pb::FUNCTION_ROLE_GENITIVE) &&
            v_.Head(i - 1).Takes(pb::SLOT_INFINITIVE)) {
          return {};
        }
        // "urged parties involved in it to stop".
        if (v_.At(i).form == VerbForm::kParticiple && i == noun + 1 &&
            IsReducedBeforeInfinitive(noun, i)) {
          continue;
        }
        // Also "wants it scrapped", "wants the filling suspended".
        if (v_.At(i).form == VerbForm::kToInfinitive ||
            (v_.At(i).form == VerbForm::kParticiple &&
             (i <= noun + 2 || v_.ClauseOf(i).subject == noun))) {
          if (!v_.At(i).passive) return VerbOrCaused(i);
          return {TargetRef::Kind::kClause, i};
        }
        return {};
      case GroupKind::kAdjective:
        if (i == noun + 1 && MeansPeople(v_, noun)) continue;
        return {};
      case GroupKind::kNoun:
      case GroupKind::kPreposition:
      case GroupKind::kAdverb:
      case GroupKind::kQuote:
      case GroupKind::kOther:
        continue;
      case GroupKind::kCoordinator:
      case GroupKind::kComma:
        // "called on Chile, which denies it, | to hand them over".
        if (const int32_t behind = BehindRelative(v_, i); behind > i) {
          if (!v_.Is(behind, GroupKind::kVerb)) return {};
          i = behind - 1;
          continue;
        }
        if (v_.Is(i + 1, GroupKind::kNoun) ||
            v_.Is(i + 1, GroupKind::kPreposition) ||
            v_.Is(i + 1, GroupKind::kCoordinator)) {
          renamed |=
              v_.Is(i, GroupKind::kComma) && v_.At(noun).apposition == i + 1;
          continue;
        }
        if (renamed && v_.Is(i + 1, GroupKind::kVerb) &&
            v_.At(i + 1).form == VerbForm::kToInfinitive) {
          continue;
        }
        return {};
      default:
        return {};
    }
  }
  return {};
}

}  // namespace stance
