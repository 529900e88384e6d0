// Past forms, participles and gerunds behind a noun group: its verb, or what is
// told of it?

#include "service/engine/syntax/tag_rules.h"

namespace stance {
namespace {

namespace pb = lexicon::v1;

// A bare "be" before the next mark.
bool BeAhead(const Neighbours& at, size_t i) {
  for (const size_t end = i + 7; i < at.units.size() && i < end; ++i) {
    if (at.IsPunctuation(i) || (at.Classes(i) & kTo)) return false;
    if ((at.Classes(i) & kBe) && (at.Classes(i) & kVerbBase)) return true;
  }
  return false;
}

// "a water-sharing formula", "the AI labelling law alarms": no verb.
bool IsPartOfCompound(const Neighbours& at, size_t i,
                      const ClauseSoFar& clause) {
  const uint32_t next = at.Classes(i + 1);
  if (!(next & kNoun) || (next & kProper)) return false;
  if (at.text.Of(at.text.tokens[at.units[i].begin]).find('-') !=
      std::string_view::npos) {
    return true;
  }
  return !clause.has_finite && (at.Classes(i + 2) & kFiniteVerb) &&
         !(at.Classes(i + 2) & kVerbParticiple);
}

}  // namespace

uint32_t TagPastAfterNoun(const Neighbours& at, size_t i, uint32_t c, size_t b,
                          const AfterNoun& after, const ClauseSoFar& clause) {
  const uint32_t nouns = c & kAnyNoun;
  const uint32_t next = after.next;
  if (!(c & kVerbPast)) {
    if (c & kVerbParticiple && !nouns && !(c & kVerbBase)) {
      return kVerbParticiple;
    }
  } else if (!(c & kVerbParticiple)) {
    return kVerbPast;
  } else {
    if (after.contact) return kVerbPast;
    // "…, with Roe and Ash | opposed".
    if (at.IsPunctuation(i + 1) && at.units[i].Reads(EntryKind::kCue) &&
        StandsInAbsolute(at, b)) {
      return kVerbParticiple;
    }
    // "thought the bonus | justified": the verdict of a verb of thinking.
    if ((c & kAdjective) && at.units[i].Reads(EntryKind::kCue) &&
        (i + 1 == at.units.size() || at.IsPunctuation(i + 1))) {
      const size_t thinks = at.BeforeOfPhrases(b);
      if (thinks != kNoUnit && (at.Tag(thinks) & kAnyVerb) &&
          at.units[thinks].Takes(pb::SLOT_EVALUATED_OBJECT)) {
        return kAdjective;
      }
    }
    // "demanded that the rise announced in May be scrapped".
    if (clause.subjunctive && !clause.has_finite && BeAhead(at, i + 1)) {
      return kVerbParticiple;
    }
    // "Lavrov said Russia has …": of saying, not said of.
    if (at.units[i].Reads(EntryKind::kReporting) && !after.by &&
        (after.strong_object || (next & kSubordinator) ||
         ((at.StartsNounGroup(i + 1) || (next & kVerbGerund)) &&
          at.VerbAhead(i + 2))) &&
        after.open) {
      return kVerbPast;
    }
    // "blocks bid to buy it", "for a rate cut".
    if (nouns && (!after.object_next || (!after.open && (next & kTo))) &&
        (!after.open || !at.IsPunctuation(i + 1))) {
      return nouns;
    }
    // "rejected the offer made in May": a participle has no object.
    if (after.open && !after.by && after.strong_object &&
        (after.expected || !at.FiniteAhead(i + 1))) {
      return kVerbPast;
    }
    // "condemned | what the paper called it", "criticised | how it was run".
    if (after.open && !after.by && i + 1 < at.units.size() &&
        (at.units[i + 1].Has(pb::FUNCTION_ROLE_WHAT) ||
         ((next & kInterrogative) && !(next & kRelative) &&
          at.units[i].Takes(pb::SLOT_OBJECT)))) {
      return kVerbPast;
    }
    // "Delegations expressed frustration at …".
    if (after.open && !after.by && at.units[i].Reads(EntryKind::kLightVerb) &&
        (next & kAnyNoun) && at.units[i + 1].Reads(EntryKind::kCue)) {
      return kVerbPast;
    }
    // "Residents opposed to the plan | worry".
    if (after.open && TagTo(at, i + 1) == kPreposition &&
        CueTakesNext(at, i, pb::WORD_CLASS_ADJECTIVE) &&
        !CueTakesNext(at, i, pb::WORD_CLASS_VERB)) {
      return kVerbParticiple;
    }
    // "In a letter signed in July, Peru …".
    if (at.InOpeningPhrase(b) && !after.strong_object) return kVerbParticiple;
    // "negotiators voted against starting talks".
    if (after.open && !after.by && (next & kPreposition) &&
        at.units[i].TakesNoObject()) {
      return kVerbPast;
    }
    // "voted for it, Chile abstained and Fiji voted against".
    if (!after.by && !(c & kAdjective) && at.units[i].TakesNoObject() &&
        (i + 1 == at.units.size() || at.IsPunctuation(i + 1) ||
         (next & kCoordinator))) {
      return kVerbPast;
    }
    if (!after.by && at.SaysSomething(i) && at.MaySpeak(b)) return kVerbPast;
    if (after.by || !after.open ||
        at.VerbAheadAfterReduced(i + 1, after.expected ? 2 : 1)) {
      // "said Russia vetoed the text": a new clause after a verb of
      // saying; its noun group is a subject.
      if (!after.by && !after.open && at.SubjectOfNewClause(i, b) &&
          !at.IsReducedAddressee(i, b)) {
        return kVerbPast;
      }
      return kVerbParticiple;
    }
    return kVerbPast;
  }
  return 0;
}

uint32_t TagGerundAfterNoun(const Neighbours& at, size_t i, uint32_t c,
                            uint32_t p, size_t b, const ClauseSoFar& clause) {
  const uint32_t nouns = c & kAnyNoun;
  const uint32_t next = at.Classes(i + 1);
  // "the Genetic | Engineering | Appraisal Committee".
  if (b + 1 == i && b > 0 && (p & kProper) && at.IsCapitalised(i) &&
      i + 1 < at.units.size() && at.IsCapitalised(i + 1) &&
      at.units[b - 1].Has(pb::FUNCTION_ROLE_DEFINITE)) {
    return kProper;
  }
  // "left farmers feeling betrayed".
  if (at.units[i].Has(pb::FUNCTION_ROLE_COPULA) &&
      (next & (kAdjective | kVerbParticiple)) && !(next & kAnyNoun)) {
    return kVerbGerund;
  }
  // "with six Liberals | voting against it".
  if (IsAbsolute(at, i, b)) return kVerbGerund;
  if (nouns && (at.Usual(i) & kAnyNoun) &&
      !(next & (kDeterminer | kProper | kPossessivePronoun))) {
    return nouns;
  }
  if (nouns && at.IsPunctuation(i + 1)) return nouns;
  // "a court ruling that voided it", not "a letter warning that banks …".
  if (nouns && i + 2 < at.units.size() &&
      at.units[i + 1].Has(pb::FUNCTION_ROLE_COMPLEMENTIZER) &&
      (at.Classes(i + 2) & kFiniteVerb) && !(at.Classes(i + 2) & kAnyNoun)) {
    return nouns;
  }
  if (IsPartOfCompound(at, i, clause)) return kAdjective;
  return at.StartsNounGroup(i + 1) ||
                 (next & (kPreposition | kTo | kCoordinator)) ||
                 at.IsPunctuation(i + 1)
             ? kVerbGerund
             : (nouns ? nouns : kAdjective);
}

}  // namespace stance
