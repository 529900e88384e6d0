// Who holds what stands behind a noun: "residents | against the plan", "rattled
// tins | against it", "signed a letter | against it".

#include "service/engine/stance/holder_filler.h"
#include "service/engine/stance/mention_parts.h"
#include "service/engine/stance/named_members.h"
#include "service/engine/stance/shares.h"

namespace stance {

namespace pb = lexicon::v1;

int32_t HolderFiller::BeforeList() const {
  if (!v_.Is(group_, GroupKind::kAdjective) ||
      !v_.Is(group_ - 1, GroupKind::kCoordinator)) {
    return group_;
  }
  constexpr int32_t kFarthest = 7;
  for (int32_t i = group_ - 2; i > 0 && i > group_ - kFarthest; --i) {
    if (v_.Is(i, GroupKind::kAdjective)) {
      return v_.Head(i).Reads(EntryKind::kCue) ? i : group_;
    }
    if (!v_.Is(i, GroupKind::kNoun) && !v_.Is(i, GroupKind::kPreposition)) {
      break;
    }
  }
  return group_;
}

// "lit flares against | the sale"; not "saw flares against | the sky", "played
// a match against | Peru".
static bool IsContested(const SentenceView& view, const FilledFrame& filled) {
  return !filled.targets.empty() && CanBeContested(view, filled.targets[0]);
}

// "Norway, | while wary of it, signed": what opens a clause without a verb.
static bool IsConcessive(const SentenceView& view, int32_t group) {
  return view.Is(group, GroupKind::kSubordinator) &&
         !view.Head(group).Has(pb::FUNCTION_ROLE_CONDITION);
}

HolderRef HolderFiller::Postnominal(const FilledFrame& filled) const {
  int32_t i = BeforeList() - 1;
  int steps = 0;
  while (i >= 0 && steps++ < 4) {
    const GroupKind kind = v_.At(i).kind;
    // "voted 7-2 in favour of it", not "found 52% in favour of it".
    const bool count = kind == GroupKind::kNoun && v_.Head(i).Is(kNumberWord) &&
                       v_.Is(i - 1, GroupKind::kVerb) && !IsPercentage(v_, i);
    if (kind == GroupKind::kComma || kind == GroupKind::kAdverb || count ||
        IsConcessive(v_, i)) {
      --i;
      continue;
    }
    if (kind == GroupKind::kNoun) {
      // "Among those against it are | farmers".
      if (v_.Head(i).Has(pb::FUNCTION_ROLE_DEMONSTRATIVE)) {
        if (const HolderRef members = Holding(EquatedMembers(v_, i))) {
          return members;
        }
      }
      // "signed a letter against it": whoever signed.
      if (v_.Head(i).Has(pb::FUNCTION_ROLE_STATEMENT) &&
          v_.At(i).preposition < 0) {
        const int32_t verb = v_.ClauseOf(i).verb;
        if (verb >= 0 && verb < i && ObjectOf(v_, verb) == i) {
          // "received a petition against it": not from its subject.
          return LightDirection(v_, verb) == pb::LIGHT_VERB_DIRECTION_RECEIVE
                     ? HolderRef{}
                     : ClauseSubject(verb);
        }
        // "A petition against it was handed in by residents".
        if (verb > i && v_.At(verb).passive && v_.ClauseOf(verb).subject == i) {
          return PassiveSubject(verb);
        }
      }
      // "blocked the port in protest against it": a phrase of action says
      // what is done for it, and is not the object's.
      if (c_.cue.word_class == pb::WORD_CLASS_PHRASE &&
          c_.cue.sense == pb::SENSE_ACTION) {
        const int32_t verb = VerbBefore();
        if (verb >= 0 && ObjectOf(v_, verb) == i) return ClauseSubject(verb);
      }
      // "rattled tins | against it": whoever does so with things.
      if (const int32_t verb = VerbBefore();
          verb >= 0 && c_.cue.word_class == pb::WORD_CLASS_PHRASE &&
          filled.polarity == pb::POLARITY_OPPOSES && !v_.At(verb).passive &&
          ObjectOf(v_, verb) == i && IsPlainThing(v_, i, v_.Head(i)) &&
          IsContested(v_, filled)) {
        return ClauseSubject(verb);
      }
      // "with Peru and Chile | against".
      const int32_t first = v_.At(i).first_conjunct;
      if (first >= 0 && filled.context && v_.At(first).preposition >= 0 &&
          v_.Head(v_.At(first).preposition).Has(pb::FUNCTION_ROLE_INSTRUMENT)) {
        return Holding(first);
      }
      // "with 20% against", "found 64% | of residents | against it".
      const int32_t preposition = v_.At(i).preposition;
      if (preposition >= 0 &&
          v_.Head(preposition).Has(pb::FUNCTION_ROLE_GENITIVE) &&
          v_.Is(preposition - 1, GroupKind::kNoun) &&
          v_.Head(preposition - 1).Has(pb::FUNCTION_ROLE_QUANTITY)) {
        return Holding(preposition - 1);
      }
      // "a petition | by students | in support of it": theirs.
      if (preposition > 0 &&
          v_.Head(preposition).Has(pb::FUNCTION_ROLE_HOLDER_PREPOSITION) &&
          !v_.Head(preposition).Has(pb::FUNCTION_ROLE_GENITIVE) &&
          v_.Is(preposition - 1, GroupKind::kNoun) &&
          v_.Head(preposition - 1).Has(pb::FUNCTION_ROLE_STATEMENT)) {
        return Holding(i);
      }
      // "gathered | outside parliament | against the reform".
      if (preposition > 0 && c_.cue.word_class == pb::WORD_CLASS_PHRASE &&
          filled.polarity == pb::POLARITY_OPPOSES &&
          v_.Is(preposition - 1, GroupKind::kVerb) &&
          !v_.At(preposition - 1).passive && !v_.At(preposition - 1).copula &&
          v_.Head(preposition).Has(pb::FUNCTION_ROLE_ADJUNCT_PREPOSITION) &&
          IsContested(v_, filled)) {
        return ClauseSubject(preposition - 1);
      }
      if (preposition >= 0 && c_.cue.word_class == pb::WORD_CLASS_PHRASE &&
          !(v_.Head(preposition).Has(pb::FUNCTION_ROLE_INSTRUMENT) &&
            filled.context)) {
        return {};
      }
      return Holding(i);
    }
    return {};
  }
  return {};
}

}  // namespace stance
