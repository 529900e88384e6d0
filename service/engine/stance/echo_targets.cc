// Targets that were said before: "echoed that criticism", "a view shared by
// Peru".

#include "service/engine/stance/mention_parts.h"
#include "service/engine/stance/shares.h"
#include "service/engine/stance/target_filler.h"

namespace stance {

namespace pb = lexicon::v1;

pb::Polarity TargetFiller::PolarityOfNoun(int32_t group) const {
  pb::Polarity polarity = pb::POLARITY_UNSPECIFIED;
  v_.ForEach(EntryKind::kCue, v_.Head(group), [&](const EntryRef& ref) {
    const CueEntry& cue = v_.lexicon.cues[ref.index];
    // A demand may be for something or against it.
    if (cue.word_class == pb::WORD_CLASS_NOUN &&
        cue.sense != pb::SENSE_DEMAND) {
      polarity = cue.polarity;
    }
  });
  return polarity;
}

int32_t TargetFiller::SharedBefore() const {
  if (!v_.Is(group_, GroupKind::kVerb) ||
      !v_.Head(group_).Has(pb::FUNCTION_ROLE_SHARE)) {
    return -1;
  }
  const Clause& clause = v_.ClauseOf(group_);
  const bool passive = v_.At(group_).passive;
  int32_t noun = clause.object_gap ? clause.antecedent : -1;
  if (passive) {
    noun = v_.At(group_).form == VerbForm::kFinite ? clause.subject
                                                   : clause.governor;
    if (noun < 0) noun = group_ - 1;
  }
  if (noun < 0 || !v_.Is(noun, GroupKind::kNoun) || CanHold(v_, noun)) {
    return -1;
  }
  const Unit& head = v_.Head(noun);
  if (!head.Reads(EntryKind::kCue) && !head.Has(pb::FUNCTION_ROLE_ANAPHOR) &&
      !head.Has(pb::FUNCTION_ROLE_SPEAKER_NOUN)) {
    return -1;
  }
  // A new noun sums up what stands before it: "a view shared by Peru".
  const Unit& first = s_.units[v_.At(noun).begin];
  if (first.Has(pb::FUNCTION_ROLE_INDEFINITE) ||
      v_.At(noun).end - v_.At(noun).begin == 1) {
    return v_.Is(noun - 1, GroupKind::kComma) ||
                   v_.Is(noun - 1, GroupKind::kBreak)
               ? noun
               : -1;
  }
  return noun;
}

bool TargetFiller::AgreesWithHolder() const {
  int32_t person = group_ + 1;
  if (v_.Is(person, GroupKind::kPreposition) &&
      v_.Head(person).Has(pb::FUNCTION_ROLE_INSTRUMENT)) {
    ++person;
  }
  if (!v_.Is(person, GroupKind::kNoun)) return false;
  const Unit& head = v_.Head(person);
  return head.Is(kPronoun) &&
         (head.Has(pb::FUNCTION_ROLE_MASCULINE) ||
          head.Has(pb::FUNCTION_ROLE_FEMININE)) &&
         EndsBeforeTime(person + 1);
}

bool TargetFiller::EndsStatement() const {
  if (SharedBefore() >= 0) return true;
  // "compared with 48% of Danes".
  if (c_.cue.word_class == pb::WORD_CLASS_PHRASE) {
    const int32_t object = ObjectOf(v_, group_);
    if (object < 0 || !v_.Is(object, GroupKind::kNoun)) return false;
    const int32_t whole = GenitiveOf(v_, object);
    return whole >= 0 && CanHold(v_, whole) && IsPercentage(v_, object);
  }
  // "urged others to follow suit", "the judge, concurring, said".
  if (!v_.Is(group_, GroupKind::kVerb) ||
      v_.At(group_).form != VerbForm::kFinite) {
    return false;
  }
  int32_t i = group_ + 1;
  // "echoed that criticism".
  if (v_.Head(group_).Has(pb::FUNCTION_ROLE_SHARE)) {
    const int32_t object = ObjectOf(v_, group_);
    if (object < 0 || !v_.Is(object, GroupKind::kNoun)) return false;
    const Unit& first = s_.units[v_.At(object).begin];
    const Unit& head = v_.Head(object);
    const bool taken_up =
        first.Has(pb::FUNCTION_ROLE_DEMONSTRATIVE) ||
        (first.Has(pb::FUNCTION_ROLE_DEFINITE) &&
         (head.Reads(EntryKind::kCue) || head.Has(pb::FUNCTION_ROLE_ANAPHOR)));
    if (!taken_up || CanHold(v_, object)) return false;
    i = object + 1;
  }
  while (v_.Is(i, GroupKind::kAdverb) || v_.Is(i, GroupKind::kQuote)) ++i;
  // "agreed with him", "concurred in a letter", "disagreed on Monday".
  const Unit& agrees = s_.units[v_.At(group_).head];
  if (agrees.end - agrees.begin > 1 && AgreesWithHolder()) return true;
  if (v_.Is(i, GroupKind::kPreposition)) {
    const int32_t noun = ObjectOf(v_, i);
    const bool beside =
        v_.Is(i + 1, GroupKind::kNoun) && v_.Head(i + 1).Is(kTime);
    const bool holder = noun >= 0 && v_.Is(noun, GroupKind::kNoun) &&
                        v_.Head(i).Has(pb::FUNCTION_ROLE_INSTRUMENT) &&
                        v_.Head(noun).Is(kPronoun) && CanHold(v_, noun);
    const bool statement = noun >= 0 && v_.Is(noun, GroupKind::kNoun) &&
                           v_.Head(noun).Has(pb::FUNCTION_ROLE_STATEMENT);
    return beside || holder || statement;
  }
  return EndsBeforeTime(i);
}

}  // namespace stance
