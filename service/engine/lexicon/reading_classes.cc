#include "service/engine/lexicon/reading_classes.h"

namespace stance {
namespace {

namespace pb = lexicon::v1;

uint32_t VerbFormClasses(FormKind form) {
  switch (form) {
    case FormKind::kBase:
      return kVerbBase;
    case FormKind::kThird:
      return kVerbThird;
    case FormKind::kPast:
      return kVerbPast;
    case FormKind::kParticiple:
      return kVerbParticiple;
    case FormKind::kPastOrParticiple:
      return kVerbPast | kVerbParticiple;
    case FormKind::kGerund:
      return kVerbGerund;
    default:
      return 0;
  }
}

uint32_t CueClasses(const CueEntry& cue, FormKind form) {
  switch (cue.word_class) {
    case pb::WORD_CLASS_VERB:
      return VerbFormClasses(form);
    case pb::WORD_CLASS_NOUN:
      return form == FormKind::kPlural ? kNounPlural : kNoun;
    case pb::WORD_CLASS_ADJECTIVE:
      return kAdjective;
    case pb::WORD_CLASS_ADVERB:
      return kAdverb;
    default:
      return kPreposition;
  }
}

bool IsVerb(const Lexicon& lexicon, const EntryRef& ref) {
  return ref.kind == EntryKind::kLightVerb ||
         ref.kind == EntryKind::kReporting ||
         (ref.kind == EntryKind::kCue &&
          lexicon.cues[ref.index].word_class == pb::WORD_CLASS_VERB);
}

}  // namespace

uint32_t ReadingClasses(const Lexicon& lexicon, const EntryRef& ref) {
  switch (ref.kind) {
    case EntryKind::kActor:
      switch (ref.form) {
        case FormKind::kAdjective:
          return kAdjective | kProper;
        case FormKind::kDescription:
        case FormKind::kDemonym:
          return kNoun;
        case FormKind::kDemonymPlural:
          return kNounPlural;
        default:
          return kProper;
      }
    case EntryKind::kAgent:
      return ref.form == FormKind::kPlural ? kNounPlural : kNoun;
    case EntryKind::kIssue:
      return ref.form == FormKind::kPlural ? kNounPlural : kNoun;
    case EntryKind::kCue:
      return CueClasses(lexicon.cues[ref.index], ref.form);
    case EntryKind::kModifier:
      switch (lexicon.modifiers[ref.index].effect) {
        case pb::MODIFIER_EFFECT_CONDITIONAL:
        case pb::MODIFIER_EFFECT_HYPOTHETICAL:
        case pb::MODIFIER_EFFECT_AWAITED:
          return kSubordinator;
        case pb::MODIFIER_EFFECT_JOIN:
          return kCoordinator;
        case pb::MODIFIER_EFFECT_BESIDE:
        case pb::MODIFIER_EFFECT_EXCEPT:
          return kPreposition;
        default:
          return kAdverb;
      }
    case EntryKind::kLightVerb:
    case EntryKind::kReporting:
      return VerbFormClasses(ref.form);
    case EntryKind::kNull:
      return lexicon.nulls[ref.index].name ? kProper : kNoun;
  }
  return 0;
}

void Summarise(const Lexicon& lexicon, uint64_t mask, Phrase* phrase) {
  phrase->classes = 0;
  phrase->slots = 0;
  phrase->kinds = 0;
  phrase->person = false;
  phrase->addressee = false;
  phrase->cased = 0;
  phrase->verbal = true;
  for (; mask != 0; mask &= mask - 1) {
    const int reading = __builtin_ctzll(mask);
    const EntryRef& ref = lexicon.readings[phrase->first + reading];
    phrase->classes |= ref.classes;
    phrase->kinds |= static_cast<uint8_t>(1u << static_cast<int>(ref.kind));
    if (ref.kind == EntryKind::kCue) {
      phrase->slots |= lexicon.cues[ref.index].slots;
      phrase->person |= lexicon.cues[ref.index].person;
    }
    if (ref.kind == EntryKind::kReporting) {
      phrase->addressee |= lexicon.reporting_verbs[ref.index].addressee;
    }
    phrase->cased |= uint64_t{ref.case_sensitive} << reading;
    phrase->verbal &= IsVerb(lexicon, ref);
  }
}

}  // namespace stance
