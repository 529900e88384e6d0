// Words that may be verbs, by what stands before them.

#include <algorithm>

#include "service/engine/syntax/tag_rules.h"

namespace stance {

namespace pb = lexicon::v1;

bool CueTakesNext(const Neighbours& at, size_t i, pb::WordClass word_class) {
  const Unit& unit = at.units[i];
  if (!unit.Reads(EntryKind::kCue) || unit.end - unit.begin > 1 ||
      (at.Classes(i + 1) & kPreposition) == 0) {
    return false;
  }
  const WordId preposition = at.units[i + 1].word;
  const Phrase& phrase = at.lexicon.phrases[at.lexicon.Word(unit.word).phrase];
  for (uint32_t r = phrase.first; r < phrase.first + phrase.count; ++r) {
    const EntryRef& ref = at.lexicon.readings[r];
    if (ref.kind != EntryKind::kCue || ref.word_class != word_class) continue;
    for (const Frame& frame : at.lexicon.cues[ref.index].frames) {
      for (const Filler& target : frame.targets) {
        if (std::find(target.prepositions.begin(), target.prepositions.end(),
                      preposition) != target.prepositions.end()) {
          return true;
        }
      }
    }
  }
  return false;
}

bool AgentAhead(const Neighbours& at, size_t i) {
  for (const size_t end = i + 7; i < at.units.size() && i < end; ++i) {
    if (at.units[i].Has(pb::FUNCTION_ROLE_PASSIVE_AGENT)) return true;
    if (at.IsPunctuation(i) || (at.Classes(i) & kAuxiliary)) return false;
  }
  return false;
}

uint32_t AnyVerbTag(uint32_t c, ClauseSoFar* clause) {
  clause->finite_base = true;
  if (c & kVerbPast) return kVerbPast;
  if (c & kVerbThird) return kVerbThird;
  if (c & kVerbBase) return kVerbBase;
  return c & kAnyVerb;
}

namespace {

// "voiced | growing | anger", "has | overwhelming | public support": a gerund
// that is an adjective too is one before a noun of stance, and where it mostly
// is one, before any.
bool IsGerundBeforeNoun(const Neighbours& at, size_t i) {
  const uint32_t c = at.Classes(i);
  // "kept | encouraging | transparency".
  if (!(c & kVerbGerund) || !(c & kAdjective) ||
      at.units[i].Takes(pb::SLOT_OBJECT)) {
    return false;
  }
  const uint32_t next = at.Classes(i + 1);
  if ((next & kAnyNoun) && !(next & (kDeterminer | kPossessivePronoun)) &&
      at.units[i + 1].Reads(EntryKind::kCue)) {
    return true;
  }
  return (at.Usual(i) & kAdjective) && (next & (kAnyNoun | kAdjective)) &&
         !(next & kProper) && at.NounFollows(i + 1);
}

// "was heard | grumbling about it", "kept | lobbying for it": what the verb at
// b takes is no noun.
bool IsDoingSo(const Neighbours& at, size_t i, size_t b) {
  if (at.units[b].Reads(EntryKind::kLightVerb) ||
      !CueTakesNext(at, i, pb::WORD_CLASS_VERB)) {
    return false;
  }
  const size_t auxiliary = at.Before(b);
  return !at.units[b].Takes(pb::SLOT_OBJECT) ||
         (auxiliary != kNoUnit && (at.Tag(auxiliary) & kBe));
}

}  // namespace

bool IsSetAgainstVerb(const Neighbours& at, size_t i) {
  constexpr size_t kReach = 12;
  const bool rather = i > 0 && at.units[i - 1].Has(pb::FUNCTION_ROLE_CONTRAST);
  for (size_t j = i; j-- > 0 && j + kReach > i;) {
    const Unit& unit = at.units[j];
    if (!(at.Tag(j) & kVerbBase)) continue;
    if (rather) return true;
    if (unit.end - unit.begin > 1 && unit.Takes(pb::SLOT_INFINITIVE) &&
        (at.Tag(j + 1) & kVerbBase) != 0) {
      return true;
    }
  }
  return false;
}

uint32_t TagVerb(const Neighbours& at, const Place& place,
                 ClauseSoFar* clause) {
  const size_t i = place.unit;
  const uint32_t c = place.classes;
  const size_t b = place.before;
  const uint32_t p = place.tag_before;
  const uint32_t direct = place.tag_beside;
  const bool at_start = place.at_start;
  const uint32_t nouns = c & kAnyNoun;
  const uint32_t other = c & (kAnyNoun | kAdjective | kAdverb | kPreposition);
  const uint32_t next = at.Classes(i + 1);
  const auto nominal = [&]() -> uint32_t {
    if (nouns && !(c & kAdjective)) return nouns;
    if (other) return TagNominal(at, i, c & ~kAnyVerb, p);
    if (c & (kVerbParticiple | kVerbGerund)) return kAdjective;
    return kNoun;
  };
  if ((p & (kModal | kDo)) && (c & kVerbBase)) {
    clause->finite_base = true;
    return kVerbBase;
  }
  // "| Following | an outcry, the fee was cut", "resigned | following | it".
  if ((c & kPreposition) && (c & kVerbGerund) && at.StartsNounGroup(i + 1) &&
      (at_start || direct == 0 || (direct & kVerbParticiple) ||
       at.units[i - 1].TakesNoObject())) {
    return kPreposition;
  }
  // "a resident who declined to be named | said", "| told reporters".
  if ((direct & (kVerbParticiple | kVerbBase)) && !(direct & kAuxiliary) &&
      (c & kVerbPast) && !(next & kTo) && !at.NextIsBy(i) &&
      (at.SaysSomething(i) || (at.units[i].Reads(EntryKind::kReporting) &&
                               at.StartsNounGroup(i + 1)))) {
    return kVerbPast;
  }
  // "backed by Peru and | opposed | by Chile".
  if ((c & kAdjective) && (c & kVerbParticiple) && i + 1 < at.units.size() &&
      at.units[i + 1].Has(pb::FUNCTION_ROLE_PASSIVE_AGENT) &&
      at.units[i].Takes(pb::SLOT_OBJECT) &&
      !CueTakesNext(at, i, pb::WORD_CLASS_ADJECTIVE)) {
    return kVerbParticiple;
  }
  // "who | milks 80 cows", "who | lives in Leeds".
  if ((direct & kRelative) && (c & kVerbThird) && nouns &&
      ((at.StartsNounGroup(i + 1) && !(next & kAnyVerb)) ||
       (!at.units[b].Has(pb::FUNCTION_ROLE_NEUTER) &&
        !at.units[b].Has(pb::FUNCTION_ROLE_COMPLEMENTIZER) &&
        !at.units[b].Has(pb::FUNCTION_ROLE_RELATIVE_POSSESSIVE) &&
        (next & (kPreposition | kAdverb | kTo)) && !at.units[i].person &&
        !at.units[i].Reads(EntryKind::kAgent)))) {
    return AnyVerbTag(c & kVerbThird, clause);
  }
  // "which | last | year opposed it".
  if ((c & kAdjective) && (next & kTime) && (direct & kRelative) &&
      (at.Classes(i + 2) & (kAnyVerb | kAuxiliary))) {
    return kAdjective;
  }
  // "would rather | wait": a phrase that begins with a modal.
  if ((p & kVerbBase) && (c & kVerbBase) &&
      at.units[b].end - at.units[b].begin > 1 &&
      (at.lexicon.Word(at.text.tokens[at.units[b].begin].word).classes &
       kModal) &&
      at.units[b].Takes(pb::SLOT_INFINITIVE)) {
    return kVerbBase;
  }
  if ((p & kHave) && (c & kVerbParticiple) && direct != kDeterminer) {
    if (!(direct & kNounOpener)) return kVerbParticiple;
  }
  if ((p & kBe) && !(direct & kNounOpener)) {
    // "the trend is worrying", "the delay is justified": nothing follows that
    // a verb would take.
    const size_t modal = at.Before(b);
    const bool done = (c & kVerbParticiple) && modal != kNoUnit &&
                      (at.Tag(modal) & kModal) &&
                      at.units[i].Takes(pb::SLOT_OBJECT);  // "must be opposed"
    if (!done && (c & (kVerbGerund | kVerbParticiple)) && (c & kAdjective) &&
        ((at.Usual(i) & kAdjective) || at.units[i].Reads(EntryKind::kCue)) &&
        (at.IsPunctuation(i + 1) ||
         (next & (kCoordinator | kSubordinator | kTime))) &&
        !AgentAhead(at, i + 1)) {
      return kAdjective;
    }
    if (c & kVerbParticiple) return kVerbParticiple;
    if (c & kVerbGerund) {
      return nouns && (at.Usual(i) & kAnyNoun) && !at.StartsNounGroup(i + 1) &&
                     !(next & kTo) && !CueTakesNext(at, i, pb::WORD_CLASS_VERB)
                 ? nouns
                 : kVerbGerund;
    }
    return nominal();
  }
  // "The two met in Bonn", "39% opposed the plan": a number that is a noun
  // group by itself.
  if ((direct & (kNumberWord | kQuantifier)) &&
      (c & (kFiniteVerb | kVerbBase)) && !(c & kVerbGerund)) {
    constexpr uint32_t kObject =
        kDeterminer | kPossessivePronoun | kPronoun | kProper;
    if ((next & kObject) && !(next & kAnyVerb)) {
      const uint32_t verb = c & (kVerbPast | kVerbBase);
      if (verb & kVerbPast) return kVerbPast;
      if (verb) {
        clause->finite_base = true;
        return kVerbBase;
      }
    }
    if (!other && !((c & kVerbParticiple) && at.NounFollows(i + 1))) {
      return TagVerbAfterNoun(at, i, c, kNounPlural, b, clause);
    }
  }
  if (direct & (kNounOpener | kDeterminer)) {
    // "with six | voting against it".
    if ((direct & kNumberWord) && (c & kVerbGerund) && IsAbsolute(at, i, b)) {
      return kVerbGerund;
    }
    if ((c & (kVerbParticiple | kVerbGerund)) && !nouns &&
        at.NounFollows(i + 1))
      return kAdjective;
    if (c & kVerbGerund && !nouns) {
      return (direct & kPossessiveClitic) && at.StartsNounGroup(i + 1)
                 ? kVerbGerund
                 : kNoun;
    }
    return nominal();
  }
  // "a widely | praised bursary".
  if ((direct & kAdverb) && b != kNoUnit && at.units[b].IsArticle() &&
      (c & (kVerbParticiple | kVerbGerund)) && at.NounFollows(i + 1)) {
    return kAdjective;
  }
  // "half of those polled | opposed the toll".
  if ((direct & kAdjective) && (c & kVerbPast) && b != kNoUnit && b > 0 &&
      at.units[b].MayBe(kVerbParticiple) &&
      at.units[b - 1].Has(pb::FUNCTION_ROLE_DEMONSTRATIVE) &&
      (next & (kDeterminer | kPossessivePronoun))) {
    return kVerbPast;
  }
  if (direct & kAdjective) {
    if (nouns) return nouns;
    if ((c & kVerbGerund) && !at.StartsNounGroup(i + 1)) return kNoun;
    if ((c & (kVerbParticiple | kVerbGerund)) && at.NounFollows(i + 1))
      return kAdjective;
  }
  if ((direct & kPreposition) || at.EndsInPreposition(b)) {
    // "would sooner resign than | sign it".
    if ((c & kVerbBase) && (direct & kPreposition) &&
        at.units[b].Has(pb::FUNCTION_ROLE_CONTRAST) &&
        (next & (kDeterminer | kPossessivePronoun | kPronoun | kProper))) {
      return kVerbBase;
    }
    if ((c & kVerbGerund)) {
      if (!at.units[b].Has(pb::FUNCTION_ROLE_GENITIVE) &&
          IsGerundBeforeNoun(at, i)) {
        return kAdjective;
      }
      if (!nouns) return kVerbGerund;
      // "for | failing to act".
      if ((next & kTo) && at.units[i].Takes(pb::SLOT_INFINITIVE)) {
        return kVerbGerund;
      }
      // "went on | fighting the bill".
      if (((next & (kDeterminer | kPossessivePronoun)) &&
           !(next & (kPronoun | kRelative | kSubordinator))) ||
          ((p & kAnyVerb) && next == kPronoun)) {
        return kVerbGerund;
      }
      // "in favour of calling on Peru".
      if (CueTakesNext(at, i, pb::WORD_CLASS_VERB) &&
          !CueTakesNext(at, i, pb::WORD_CLASS_NOUN)) {
        return kVerbGerund;
      }
      return at.StartsNounGroup(i + 1) && !(at.Usual(i) & kAnyNoun)
                 ? kVerbGerund
                 : nouns;
    }
    if ((c & kVerbParticiple) && !nouns && at.NounFollows(i + 1))
      return kAdjective;
    return nominal();
  }
  // "whose request was heard": a possessor opens a noun group.
  if ((p & kRelative) && other &&
      at.units[b].Has(pb::FUNCTION_ROLE_RELATIVE_POSSESSIVE)) {
    return nominal();
  }
  if (p & (kRelative | kInterrogative)) {
    // "which | doctors | criticised".
    if ((nouns & kNounPlural) && at.units[i].Reads(EntryKind::kAgent) &&
        (next & kAnyVerb)) {
      return nouns;
    }
    if (c & (kFiniteVerb | kVerbBase)) {
      if (!nouns || at.StartsNounGroup(i + 1) || !at.FiniteAhead(i + 1)) {
        clause->finite_base = true;
        return c & (kVerbPast | kVerbThird | kVerbBase);
      }
    }
  }
  // "declared itself | opposed to it".
  if ((direct & kPronoun) && (c & kAdjective) && (c & kVerbParticiple) &&
      clause->has_finite && !at.units[b].Has(pb::FUNCTION_ROLE_DEMONSTRATIVE) &&
      CueTakesNext(at, i, pb::WORD_CLASS_ADJECTIVE)) {
    return kAdjective;
  }
  if ((p & kPronoun) && (c & (kFiniteVerb | kVerbBase)) &&
      (!clause->has_finite || at.SubjectOfNewClause(i, b) ||
       at.ContactAntecedent(b) != kNoUnit)) {
    clause->finite_base = true;
    return c & (kVerbPast | kVerbThird | kVerbBase);
  }
  if (p & kNominal) {
    return TagVerbAfterNoun(at, i, c, p, b, clause);
  }
  if (p & kTime) return TagVerbAfterNoun(at, i, c, kNoun, b, clause);
  if (p & kCoordinator) return TagVerbAfterCoordinator(at, i, c, b, clause);
  if (p & (kAnyVerb | kAuxiliary)) {
    if (clause->Owes()) {
      if (const uint32_t verb = TagOwedVerb(at, i, c, clause)) return verb;
    }
    // "help rebuild", "helped build"; else what a verb takes.
    if (!(p & kBe) && IsGerundBeforeNoun(at, i)) return kAdjective;
    if ((c & kVerbGerund) && !nouns) return kVerbGerund;
    if ((c & kVerbGerund) && at.StartsNounGroup(i + 1) && !(next & kAnyNoun))
      return kVerbGerund;
    if ((c & kVerbGerund) && IsDoingSo(at, i, b)) return kVerbGerund;
    if (other) return nominal();
    if (c & kVerbBase) return kVerbBase;
    if (c & (kVerbParticiple)) {
      return at.NounFollows(i + 1) && !(next & kDeterminer) ? kAdjective
                                                            : kVerbParticiple;
    }
    return c & kAnyVerb;
  }
  if (at_start || p == 0) return TagVerbAtStart(at, i, c, b, clause);
  if (p & kSubordinator) {
    // "provided that existing licences were honoured".
    if ((c & (kVerbGerund | kVerbParticiple)) &&
        (at.Classes(i + 1) & (kNounPlural)) && at.VerbAhead(i + 2)) {
      return kAdjective;
    }
    if ((c & kVerbGerund) && (!nouns || at.StartsNounGroup(i + 1)))
      return kVerbGerund;
    if (c & kVerbParticiple && !nouns) return kVerbParticiple;
  }
  return other ? nominal() : AnyVerbTag(c, clause);
}

}  // namespace stance
