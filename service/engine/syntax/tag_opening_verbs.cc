// Words that may be verbs where a clause or a part of it begins: at the start,
// behind a comma or "and", where a clause around waits for its verb.

#include "service/engine/syntax/tag_rules.h"

namespace stance {

namespace pb = lexicon::v1;

namespace {

// "said that the talks had failed and | condemned the raid": a thing condemns
// nobody.
bool HappenedToThing(const Neighbours& at, size_t b) {
  size_t j = b;
  while (j > 0 && !(at.Tag(j) & kHave)) {
    if (at.Tag(j) & (kRelative | kSubordinator)) return false;
    --j;
  }
  if (j == 0) return false;
  const size_t subject = at.Before(j);
  return subject != kNoUnit && (at.Tag(subject) & kAnyNoun) &&
         !(at.Tag(subject) & kProper) &&
         !at.units[subject].Reads(EntryKind::kAgent) &&
         !at.units[subject].Reads(EntryKind::kActor) &&
         !at.units[subject].Has(pb::FUNCTION_ROLE_PERSON_SUFFIX);
}

// "was pleased but | called for a vote": a verb that takes its preposition and
// no object has no passive; "was praised but criticised for it" has.
bool IsActive(const Neighbours& at, size_t i, uint32_t next) {
  return (next & kPreposition) && !at.NextIsBy(i) &&
         (at.units[i].TakesNoObject() ||
          (!at.units[i].Takes(pb::SLOT_OBJECT) &&
           CueTakesNext(at, i, pb::WORD_CLASS_VERB)));
}

// "has kept silent but | praised the plan", "had been wary, yet | backed it":
// the verb before the coordinator has its adjective, and is no passive.
bool BehindPredicate(const Neighbours& at, size_t b) {
  constexpr size_t kFarthest = 8;
  for (size_t j = b, steps = 0; j-- > 0 && steps++ < kFarthest;) {
    if (!(at.Tag(j) & kAnyVerb)) continue;
    // "kept silent" may be one phrase.
    const Unit& verb = at.units[j];
    if (verb.end - verb.begin > 1 &&
        (at.lexicon.Word(at.text.tokens[verb.end - 1].word).classes &
         kAdjective)) {
      return true;
    }
    size_t after = j + 1;
    while (after < b && (at.Tag(after) & kAdverb)) ++after;
    return after < b && (at.Tag(after) & kAdjective);
  }
  return false;
}

}  // namespace

uint32_t TagVerbAfterCoordinator(const Neighbours& at, size_t i, uint32_t c,
                                 size_t b, ClauseSoFar* clause) {
  const uint32_t nouns = c & kAnyNoun;
  const uint32_t next = at.Classes(i + 1);
  const bool object_next =
      (next & (kDeterminer | kPossessivePronoun | kProper | kPronoun |
               kNumberWord | kQuantifier)) != 0 ||
      ((next & kVerbGerund) != 0 && !(next & kAnyNoun));
  if (c & kVerbGerund && !(c & kFiniteVerb)) {
    if (nouns && !object_next) return nouns;
    return kVerbGerund;
  }
  if (nouns == 0 && !(c & kAdjective)) {
    if ((c & kVerbParticiple) && (c & kVerbPast)) {
      // "thanked those | affected | and | appealed for calm".
      if (b >= 2 && (at.Tag(b - 1) & kVerbParticiple) &&
          (at.Tag(b - 2) & (kPronoun | kQuantifier)) &&
          clause->clause_had_finite &&
          CueTakesNext(at, i, pb::WORD_CLASS_VERB)) {
        return kVerbPast;
      }
      const uint32_t before = b > 0 ? at.LastVerbTag(b) : 0;
      // "who was held, and | demanded the return": a passive has no object.
      if (before == kVerbParticiple && !IsActive(at, i, next) &&
          !(object_next && (at.LastVerbIsPassive(b) || HappenedToThing(at, b) ||
                            BehindPredicate(at, b)))) {
        return kVerbParticiple;
      }
      if (at.NounFollows(i + 1) && !object_next && !clause->clause_had_finite)
        return kAdjective;
      return kVerbPast;
    }
    return AnyVerbTag(c, clause);
  }
  // "the interests and concerns of all".
  if (nouns && i + 1 < at.units.size() &&
      at.units[i + 1].Has(pb::FUNCTION_ROLE_GENITIVE)) {
    return nouns;
  }
  const uint32_t last = b > 0 ? at.LastVerbTag(b) : 0;
  if ((c & kVerbThird) && clause->clause_had_finite &&
      (object_next || !(at.Usual(i) & kAnyNoun)) && last != kVerbBase) {
    return kVerbThird;
  }
  // "wants to scrap the levy and | backs the dam", not "roads and schools this
  // year", "costs and benefits the board had named".
  if ((c & kVerbThird) && clause->clause_had_finite &&
      (next & (kDeterminer | kPossessivePronoun)) &&
      !(at.Classes(i + 2) & kTime) && !at.VerbAhead(i + 1)) {
    return kVerbThird;
  }
  if ((c & kVerbBase) && object_next && (last & kVerbBase)) return kVerbBase;
  if ((c & kVerbPast) && clause->clause_had_finite && object_next)
    return kVerbPast;
  // "promised a vote and | pledged to go".
  if ((c & kVerbPast) && clause->clause_had_finite && (next & kTo) &&
      (last & kVerbPast) && !(last & (kBe | kHave)) &&
      at.units[i].Takes(pb::SLOT_INFINITIVE)) {
    return kVerbPast;
  }
  // "is backed by Peru and | opposed by Chile".
  if ((c & kVerbParticiple) && at.NextIsBy(i) && at.LastVerbIsPassive(b)) {
    return kVerbParticiple;
  }
  if (c & (kAnyNoun | kAdjective)) {
    return TagNominal(at, i, c & ~kAnyVerb, kCoordinator);
  }
  return AnyVerbTag(c, clause);
}

uint32_t TagOwedVerb(const Neighbours& at, size_t i, uint32_t c,
                     ClauseSoFar* clause) {
  if (at.VerbAhead(i + 1)) return 0;
  if (c & kVerbPast) return at.NextIsBy(i) ? 0u : kVerbPast;
  const bool noun = (c & (kAnyNoun | kAdjective)) != 0;
  if (noun && (at.IsPunctuation(i + 1) ||
               (at.Classes(i + 1) & (kCoordinator | kTime)) != 0)) {
    return 0;
  }
  if ((c & kVerbThird) && clause->OwedToSingular()) return kVerbThird;
  if ((c & kVerbBase) && clause->OwedToPlural()) {
    clause->finite_base = true;
    return kVerbBase;
  }
  return 0;
}

namespace {

// "…," said fishermen: right behind a quotation, somebody after it.
bool SaysWhatWasQuoted(const Neighbours& at, size_t i) {
  if (i == 0 || !at.units[i].Reads(EntryKind::kReporting) || at.NextIsBy(i) ||
      !at.StartsNounGroup(i + 1)) {
    return false;
  }
  const Token* token = &at.text.tokens[at.units[i].begin - 1];
  if (i > 1 && at.text.source[token->begin] == ',') --token;
  return token->kind == TokenKind::kQuote;
}

// "It is unfair, | said residents"; but not "the plan, announced Monday".
bool SaysBehindComma(const Neighbours& at, size_t i) {
  return i > 0 && at.IsComma(i - 1) &&
         at.units[i].Reads(EntryKind::kReporting) &&
         !(at.Classes(i + 1) & (kTime | kPreposition)) &&
         at.StartsNounGroup(i + 1);
}

// "…, Ana Costa, who lives nearby, | said on Monday", "Ana Costa, 54, | said":
// behind somebody and what is told of them between commas.
bool SaysBehindAside(const Neighbours& at, size_t i) {
  if (i == 0 || !at.IsComma(i - 1) || at.NextIsBy(i) ||
      !at.units[i].Reads(EntryKind::kReporting)) {
    return false;
  }
  constexpr size_t kLongest = 14;
  size_t begin = i - 1;
  while (begin > 0 && begin + kLongest > i && !at.IsPunctuation(begin - 1)) {
    --begin;
  }
  return begin > 1 && at.IsComma(begin - 1) && at.MaySpeak(begin - 2) &&
         (at.Tag(begin) & (kRelative | kNumberWord)) != 0;
}

// "…," the editor, Ana Costa, | said on Monday: behind somebody and an
// apposition, both of them without a verb.
bool SaysBehindApposition(const Neighbours& at, size_t i) {
  if (!at.units[i].Reads(EntryKind::kReporting) || at.NextIsBy(i)) return false;
  constexpr size_t kLongest = 12;
  size_t end = i;
  for (int part = 0; part < 2; ++part) {
    if (end == 0 || !at.IsComma(end - 1)) return false;
    size_t begin = end - 1;
    while (begin > 0 && begin + kLongest > end &&
           !at.IsPunctuation(begin - 1)) {
      --begin;
      if (at.Tag(begin) & (kAnyVerb | kAuxiliary)) return false;
    }
    if (begin + 1 >= end || !(at.Tag(end - 2) & kAnyNoun)) return false;
    end = begin;
  }
  return true;
}

}  // namespace

// "Fears | that the tower would fall were dismissed": a clause behind "that",
// and a second verb for what opens the sentence.
static bool IsWhatIsSaid(const Neighbours& at, size_t i) {
  if (i + 1 >= at.units.size() ||
      !at.units[i + 1].Has(pb::FUNCTION_ROLE_COMPLEMENTIZER)) {
    return false;
  }
  int verbs = 0;
  bool within = false;
  for (size_t j = i + 2; j < at.units.size() && !at.IsPunctuation(j); ++j) {
    const bool verb = (at.Classes(j) & (kModal | kBe | kHave)) != 0 ||
                      at.SurelyFinite(j) || at.LikelyPast(j);
    const bool goes_on =
        within && (at.Classes(j) & (kAnyVerb | kAdverb | kNegation)) != 0;
    // "should resign | have been rejected".
    const bool anew = within && (at.Classes(j) & (kBe | kHave)) != 0 &&
                      (at.Classes(j - 1) & kAnyVerb) != 0 &&
                      (at.Classes(j - 1) & kAuxiliary) == 0;
    if (verb && (!within || anew)) ++verbs;
    within = verb || goes_on;
  }
  return verbs > 1;
}

uint32_t TagVerbAtStart(const Neighbours& at, size_t i, uint32_t c, size_t b,
                        ClauseSoFar* clause) {
  const uint32_t nouns = c & kAnyNoun;
  const uint32_t next = at.Classes(i + 1);
  const bool object_next = (next & (kDeterminer | kPossessivePronoun | kProper |
                                    kPronoun | kTitle)) != 0;
  const bool after_comma = b != kNoUnit;
  if (c & kVerbGerund) {
    // "urging certain countries": after a comma an object shows the verb.
    const bool taken =
        object_next || (after_comma && at.StartsNounGroup(i + 1)) ||
        (!after_comma && (next & kPreposition) && at.OpensClause(i + 1)) ||
        // "Ann Lowe, voting against it, said".
        (after_comma && !(at.Usual(i) & kAnyNoun) &&
         CueTakesNext(at, i, pb::WORD_CLASS_VERB));
    if (nouns && !taken) return nouns;
    return kVerbGerund;
  }
  if (c & (kVerbParticiple | kVerbPast)) {
    if ((c & kVerbPast) && SaysWhatWasQuoted(at, i)) return kVerbPast;
    // "- welcomed the pact;", "- called for talks;" in a list.
    if ((c & kVerbPast) && !after_comma && !at.NextIsBy(i) &&
        ((i == 0 && at.IsListItem()) ||
         (at.CommaAhead(i + 1) == kNoUnit && !at.VerbAhead(i + 1) &&
          (object_next ||
           ((next & kPreposition) && at.units[i].TakesNoObject()))))) {
      return kVerbPast;
    }
    // "…, the union's leader, Ana Costa, said."
    if (after_comma && (c & kVerbPast) &&
        ((at.IsPunctuation(i + 1) &&
          at.units[i].Reads(EntryKind::kReporting)) ||
         SaysBehindApposition(at, i) ||
         (at.SaysSomething(i) && SaysBehindAside(at, i)))) {
      return kVerbPast;
    }
    // "Her son, | jailed poet Colin Frayne, said".
    if (after_comma && (c & kVerbParticiple) && !clause->has_finite &&
        (next & kNoun) && i + 3 < at.units.size() && at.units[i + 2].name &&
        at.IsPunctuation(i + 3)) {
      return kAdjective;
    }
    if (after_comma && clause->Open() && (c & kVerbParticiple) &&
        !object_next && at.InterruptsClause(i + 1)) {
      return kVerbParticiple;
    }
    // "the plan, branded a disgrace by the mayor, …".
    if (after_comma && (c & kVerbParticiple) &&
        at.units[i].Takes(pb::SLOT_EVALUATED_OBJECT) && AgentAhead(at, i + 1)) {
      return kVerbParticiple;
    }
    if (after_comma && clause->Open() && (c & kVerbPast) &&
        !(next & kPreposition)) {
      return kVerbPast;
    }
    if (after_comma && clause->Open() && (c & kVerbPast) &&
        !at.FiniteAhead(i + 1) && !at.NextIsBy(i)) {
      return kVerbPast;
    }
    if (after_comma && clause->has_finite && (c & kVerbPast) &&
        (object_next || SaysBehindComma(at, i))) {
      return kVerbPast;
    }
    // "welcomed the pact, expressed concern at delays and called for talks".
    if (after_comma && clause->has_finite && (c & kVerbPast) &&
        !at.NextIsBy(i) && at.StartsNounGroup(i + 1) &&
        at.LastVerbTag(b) == kVerbPast && at.PastAfterCoordinator(i + 1)) {
      return kVerbPast;
    }
    if (nouns == 0 && at.NounFollows(i + 1) && !object_next && !after_comma)
      return kAdjective;
    return c & kVerbParticiple ? kVerbParticiple : kVerbPast;
  }
  // "The mayor, Maria Santos, | fears the levy will hurt".
  if (after_comma && (c & kVerbThird) &&
      (SaysBehindApposition(at, i) || SaysBehindAside(at, i))) {
    return kVerbThird;
  }
  if (after_comma && clause->Owes()) {
    if (const uint32_t verb = TagOwedVerb(at, i, c, clause)) return verb;
  }
  if (i == 0 && (nouns & kNounPlural) && IsWhatIsSaid(at, i)) return nouns;
  // "Deplores the raid;", "Calls upon all States to …" in a communiqué.
  if ((c & kVerbThird) && !after_comma && !at.VerbAhead(i + 1) &&
      (object_next || (next & kQuantifier) ||
       (i == 0 && (next & kPreposition) && at.IsListItem()) ||
       (at.units[i].end - at.units[i].begin > 1 &&
        at.StartsNounGroup(i + 1)))) {
    return kVerbThird;
  }
  const bool had_finite = clause->has_finite || clause->clause_had_finite;
  if ((c & kVerbThird) && after_comma && !at.FiniteAhead(i + 1) &&
      (!nouns || object_next || (!had_finite && !(at.Usual(i) & kAnyNoun)))) {
    return kVerbThird;
  }
  // "Chair Ann Roe said".
  if (nouns && (next & kProper) && at.units[i].Reads(EntryKind::kAgent)) {
    return nouns;
  }
  // "Germany, long a supporter of it", "long the supporters of it": no
  // imperative.
  const bool adverb =
      (c & kAdverb) && !at.units[i].Reads(EntryKind::kCue) &&
      (i == 0 || after_comma) &&
      (at.units[i + 1].IsArticle() || (next & kPossessivePronoun) != 0);
  if ((c & kVerbBase) && object_next && !adverb &&
      !(nouns && (at.Usual(i) & kAnyNoun)) &&
      !(after_comma && (c & (kAdjective | kAdverb)) &&
        at.units[i + 1].Has(pb::FUNCTION_ROLE_INDEFINITE))) {
    clause->finite_base = true;
    return kVerbBase;
  }
  if (nouns) return nouns;
  if (c & (kAdjective | kAdverb | kPreposition))
    return TagNominal(at, i, c & ~kAnyVerb, 0);
  return AnyVerbTag(c, clause);
}

}  // namespace stance
