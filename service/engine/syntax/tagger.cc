// Decides the class of each unit from what it may be, what stands before it
// (already decided) and what may come after it. Rules, not weights: each can be
// read, and the same words give the same classes every time.

#include <cstddef>
#include <vector>

#include "service/engine/syntax/tag_rules.h"

namespace stance {
namespace {

namespace pb = lexicon::v1;

// "the vote", "in talks", "public support": right behind what a noun follows, a
// word that may be one is one, whatever verb it may be.
bool IsOpenedNoun(const Place& place) {
  constexpr uint32_t kBeforeNoun =
      kDeterminer | kPossessivePronoun | kAdjective | kPreposition;
  return (place.classes & kAnyNoun) != 0 &&
         (place.classes & (kAdjective | kVerbGerund)) == 0 &&
         (place.tag_beside & kBeforeNoun) != 0 &&
         (place.tag_beside & ~kBeforeNoun) == 0 &&
         place.tag_before == place.tag_beside;
}

// "the council | backed it": right behind a noun and nothing else.
bool IsBesideNoun(const Neighbours& at, const Place& place) {
  return (place.tag_beside & kAnyNoun) != 0 &&
         (place.tag_beside & ~kAnyNoun) == 0 &&
         place.tag_before == place.tag_beside &&
         !at.EndsInPreposition(place.before);
}

// "would rather strike than | share it", "than “ | share it”".
bool IsBehindThan(const Neighbours& at, const Place& place) {
  size_t before = place.unit;
  if (before > 0 && at.units[before - 1].mark == kOpeningMark) --before;
  return before > 0 && (at.Tag(before - 1) & kPreposition) != 0 &&
         at.units[before - 1].Has(pb::FUNCTION_ROLE_CONTRAST) &&
         IsSetAgainstVerb(at, before - 1);
}

// "The Genetic | Engineering | Appraisal Committee": between words with
// capitals, behind an article.
bool IsInsideName(const Neighbours& at, const Place& place) {
  const uint32_t token = at.units[place.unit].begin;
  if (token < 2 || token + 1 >= at.text.tokens.size()) return false;
  const auto capital = [&](uint32_t t) {
    return at.text.tokens[t].kind == TokenKind::kWord &&
           (at.text.tokens[t].shape & kCapitalised) != 0;
  };
  return capital(token - 1) && capital(token) && capital(token + 1) &&
         at.lexicon.Word(at.text.tokens[token - 2].word)
             .Has(pb::FUNCTION_ROLE_DEFINITE);
}

uint32_t TagContent(const Neighbours& at, const Place& place,
                    ClauseSoFar* clause) {
  if ((place.classes & kAnyVerb) == 0) {
    // "declared itself | content with it".
    if ((place.classes & kAdjective) && (place.classes & kNoun) &&
        (place.tag_beside & kPronoun) && clause->has_finite &&
        CueTakesNext(at, place.unit, pb::WORD_CLASS_ADJECTIVE)) {
      return kAdjective;
    }
    return TagNominal(at, place.unit, place.classes, place.tag_before);
  }
  if ((place.classes & kVerbBase) && IsBehindThan(at, place)) return kVerbBase;
  if ((place.classes & kVerbGerund) && IsInsideName(at, place)) return kNoun;
  if (IsOpenedNoun(place)) return place.classes & kAnyNoun;
  // "to | back it".
  if ((place.tag_before & kTo) && (place.classes & kVerbBase)) return kVerbBase;
  if (IsBesideNoun(at, place)) {
    return TagVerbAfterNoun(at, place.unit, place.classes, place.tag_before,
                            place.before, clause);
  }
  return TagVerb(at, place, clause);
}

// What the clause goes on around: "The bank (founded in 1993) opposes it".
struct Parenthetical {
  size_t begin = kNoUnit;  // its opening mark
  size_t end = kNoUnit;    // its closing mark
  ClauseSoFar around;      // the clause that it interrupts
};

// "has repeatedly | and loudly condemned it": the verb goes on.
bool JoinsAdverbs(const Neighbours& at, size_t i) {
  return i > 1 && (at.Tag(i - 1) & kAdverb) &&
         (at.Tag(i - 2) & (kHave | kBe | kModal)) &&
         at.Classes(i + 1) == kAdverb && (at.Classes(i + 2) & kAnyVerb);
}

// A word of these classes is what it is, whatever stands around it, and tells
// nothing of the clause; so is what is no word.
bool IsSure(uint32_t classes) {
  constexpr uint32_t kSure =
      kNoun | kNounPlural | kProper | kAdjective | kDeterminer;
  return (classes & ~kSure) == 0 && (classes & (classes - 1)) == 0;
}

// Nor do auxiliaries and pronouns depend on it that are nothing else.
bool IsClosed(const Unit& unit) {
  constexpr uint32_t kClosed =
      kPronoun | kPossessivePronoun | kModal | kTime | kTitle;
  constexpr uint32_t kForms = kBe | kHave | kDo;
  const uint32_t c = unit.classes;
  const bool closed = (c & ~kClosed) == 0 && (c & (c - 1)) == 0;
  const bool auxiliary = (c & ~(kForms | kAnyVerb)) == 0 && (c & kForms) != 0;
  return (closed || auxiliary) && !unit.Has(pb::FUNCTION_ROLE_COMPLEMENTIZER) &&
         !unit.Has(pb::FUNCTION_ROLE_BOTH);
}

// "Peru, | like Chile, has a coast", "works | like a charm": a preposition that
// is a verb only where a subject, "to" or an auxiliary asks for its verb.
bool IsRatherPreposition(const Neighbours& at, size_t i,
                         const ClauseSoFar& clause) {
  const size_t b = at.Before(i);
  if (b == kNoUnit || at.IsPunctuation(b)) return true;
  if (at.Tag(b) & (kTo | kModal | kDo)) return false;
  if (clause.has_finite || !(at.Tag(b) & (kNounPlural | kPronoun))) return true;
  // "countries | like Peru oppose it".
  for (size_t j = i + 1; j < i + 6 && !at.IsPunctuation(j); ++j) {
    const uint32_t c = at.Classes(j);
    if ((c & (kFiniteVerb | kVerbBase)) && !(c & (kAnyNoun | kAdjective)) &&
        !(at.Classes(j - 1) & kTo)) {
      return true;
    }
  }
  return false;
}

// "said the plan “| harms nurses”": what is quoted of it is its verb.
bool OpensQuotedVerb(const Neighbours& at, size_t i) {
  return (at.Classes(i) & kVerbThird) != 0 &&
         (at.Classes(i) & kNounPlural) != 0 && i >= 2 &&
         at.units[i - 1].mark == kOpeningMark && (at.Tag(i - 2) & kAnyNoun) &&
         at.SubjectOfNewClause(i, i - 2);
}

Place PlaceOf(const Neighbours& at, size_t i, const Parenthetical& aside) {
  const uint32_t c = at.units[i].classes;
  // Most words stand behind another that is no adverb.
  if (const uint32_t beside = i > 0 ? at.Tag(i - 1) : 0;
      beside != 0 &&
      ((beside & (kAdverb | kNegation)) == 0 || (beside & kPronoun) != 0)) {
    return {i, c, i - 1, beside, beside, false};
  }
  // its "balanced" position, it "strongly supports" it: the mark changes
  // nothing inside a clause.
  size_t before =
      i > 0 && i - 1 == aside.end ? aside.begin : at.BeforeQuoteInClause(i);
  if (OpensQuotedVerb(at, i)) before = i - 1;
  size_t b = at.Before(before);
  if (b != kNoUnit && at.BeforeQuoteInClause(b + 1) == b) b = at.Before(b);
  const bool at_start =
      b == kNoUnit || (at.units[b].tag == 0 && at.IsBoundary(b));
  const uint32_t p = at_start ? 0 : at.Tag(b);
  const uint32_t direct = before == 0 ? 0 : at.Tag(before - 1);
  return {i, c, b, p, direct, at_start};
}

uint32_t Decide(const Neighbours& at, size_t i, const Parenthetical& aside,
                ClauseSoFar* clause) {
  const Unit& unit = at.units[i];
  const uint32_t c = unit.classes;
  if (c & (kCoordinator | kPreposition | kNumberWord)) {
    if (c == kCoordinator) {
      return JoinsAdverbs(at, i) ? kAdverb : kCoordinator;
    }
    if ((c & kPreposition) && IsApproximate(at, i)) return kAdverb;
    if (c == kPreposition) return kPreposition;
    if ((c & kPreposition) && (c & kVerbBase) && !(c & kAnyNoun) &&
        unit.Reads(EntryKind::kCue) && IsRatherPreposition(at, i, *clause)) {
      return kPreposition;
    }
    if (c == kNumberWord) {
      if (CountsPhraseOfTime(at, i)) return kAdverb;
      return IsYear(at, i) || IsClock(at, i) ? kTime : kNumberWord;
    }
  }
  // Most words: nothing but a noun, an adjective, an adverb, a verb.
  constexpr uint32_t kContent =
      kNoun | kNounPlural | kAdjective | kAdverb | kAnyVerb | kConnective;
  const bool content = (c & ~kContent) == 0;
  if (!content && IsClosed(unit)) return c;
  const Place place = PlaceOf(at, i, aside);
  const uint32_t p = place.tag_before;
  const uint32_t direct = place.tag_beside;

  // "Look, …" at the start.
  if ((c & kConnective) && place.at_start && at.IsComma(i + 1))
    return kConnective;

  // "backs the pause yet resists the cap", "met them, then rejected it".
  if ((c & kAdverb) && !(c & kCoordinator) &&
      ((direct & kAnyNoun) || (i > 0 && at.IsComma(i - 1))) &&
      unit.Has(pb::FUNCTION_ROLE_ADVERSATIVE) &&
      (at.Classes(i + 1) & kFiniteVerb)) {
    return kCoordinator;
  }

  // "…, provided | the mayor takes no side"; else a form of the verb.
  if ((c & kSubordinator) && (c & kAnyVerb) && !(c & kPreposition)) {
    const bool opens = place.at_start || (i > 0 && at.IsPunctuation(i - 1)) ||
                       (direct & (kCoordinator | kNominal)) != 0;
    if (opens && !(p & kAuxiliary) && at.ClauseFollows(i + 1)) {
      return kSubordinator;
    }
    return TagContent(
        at, {i, c & ~kSubordinator, place.before, p, direct, place.at_start},
        clause);
  }
  if (content) return TagContent(at, place, clause);
  if (c & kPossessiveClitic) return TagClitic(at, place);
  if (c & kTo) return TagTo(at, i);
  if (unit.Has(pb::FUNCTION_ROLE_COMPLEMENTIZER)) return TagThat(at, place);
  if (c & kModal) {
    if ((c & kTime) && i > 0 &&
        (at.text.tokens[unit.begin].shape & kCapitalised)) {
      return kTime;
    }
    return kModal;
  }
  if (c & (kBe | kHave | kDo)) {
    // "Farmers | have backed it": a bare form that is finite.
    clause->finite_base = (p & (kNominal | kRelative)) != 0;
    return c & (kAuxiliary | kAnyVerb);
  }
  if (c & kTime) return kTime;
  if (c & kProper) {
    // An adjective of a country before a noun stays one.
    if ((c & kAdjective) && !at.StandsAlone(i)) return kAdjective;
    return kProper;
  }
  // "asked why | the council was pursuing it", "unhappy with how | it did so".
  if ((c & kInterrogative) && !unit.Has(pb::FUNCTION_ROLE_WHAT) &&
      ((direct & kAnyVerb) || ((direct & kPreposition) && !(c & kRelative))) &&
      !(direct & (kBe | kHave | kDo)) && at.ClauseFollows(i + 1)) {
    return kSubordinator;
  }
  if (c & kRelative) {
    return TagRelative(place);
  }
  // "including", "following": verbs only behind an auxiliary or the like.
  if ((c & kPreposition) && (c & kVerbGerund) &&
      !(p & (kBe | kPreposition | kSubordinator))) {
    return kPreposition;
  }
  if ((c & kSubordinator) && (c & (kPreposition | kAdverb))) {
    return TagSubordinator(at, place, *clause);
  }
  // "Kosovo and Serbia each accused": a quantity that floats to its verb.
  if (unit.Has(pb::FUNCTION_ROLE_BOTH) && (direct & kAnyNoun) &&
      (at.Classes(i + 1) & kAnyVerb) &&
      (!(at.Classes(i + 1) & kAnyNoun) ||
       (at.StartsNounGroup(i + 2) && at.Coordinated(place.before)))) {
    return kAdverb;
  }
  if ((c & (kNegation | kDeterminer | kQuantifier)) &&
      OpensCorrelation(at, place)) {
    return kAdverb | (c & kNegation);
  }
  if (c & kPossessivePronoun) {
    if ((c & kPronoun) && !at.NounFollows(i + 1)) return kPronoun;
    return kPossessivePronoun;
  }
  if (c & kNegation) {
    if ((c & kDeterminer) && at.NounFollows(i + 1))
      return kDeterminer | kNegation;
    return kNegation | (c & kPronoun);
  }
  if ((c & kDeterminer) && (c & kPronoun)) {
    // "such a pact".
    if (i + 1 < at.units.size() &&
        at.units[i + 1].Has(pb::FUNCTION_ROLE_INDEFINITE) &&
        !unit.Has(pb::FUNCTION_ROLE_DEMONSTRATIVE)) {
      return kDeterminer;
    }
    return at.NounFollows(i + 1) ? kDeterminer : kPronoun;
  }
  if (c & kDeterminer) return kDeterminer;
  if (c & kPronoun) {
    // "the mayor | himself said", "has | itself backed it".
    const bool within =
        (direct & kAnyNoun)
            ? (at.Classes(i + 1) & (kAnyVerb | kModal)) != 0
            : (direct & (kHave | kModal)) != 0 &&
                  (at.Classes(i + 1) & (kVerbParticiple | kVerbBase)) != 0;
    return (c & kAdverb) && within ? kAdverb : kPronoun;
  }
  if (c & kCoordinator) return kCoordinator;
  if (c & kQuantifier) {
    // "Much | to the dismay of growers".
    if (i == 0 && (at.Classes(1) & kTo) && !(c & kNounPlural) &&
        !unit.Has(pb::FUNCTION_ROLE_QUANTITY) && at.CommaAhead(1) != kNoUnit) {
      return kAdverb;
    }
    // "have both called for", "are all against"; "they all support".
    const bool many =
        (direct & (kNounPlural | kPronoun)) != 0 ||
        ((direct & kNominal) != 0 && at.Coordinated(place.before));
    const bool floats = ((p & (kBe | kHave | kModal)) != 0 || many) &&
                        (at.Classes(i + 1) & kAnyVerb) != 0;
    // "the regions | most hostile to it".
    const bool degree = (direct & kAnyNoun) != 0 && (direct & kTime) == 0 &&
                        (at.Classes(i + 1) & kAdjective) != 0 &&
                        (at.Classes(i + 2) & (kPreposition | kTo)) != 0;
    return floats || degree ? kAdverb : kQuantifier;
  }
  if (c & kNumberWord) return kNumberWord;
  if (c & kTitle) return kTitle;
  return TagContent(at, place, clause);
}

}  // namespace

void TagUnits(const Lexicon& lexicon, const Text& text, UnitVector* units) {
  const Neighbours at{lexicon, text, *units};
  ClauseSoFar clause;
  Parenthetical aside;
  Unit* const tagged = units->data();
  const size_t size = units->size();
  for (size_t i = 0; i < size; ++i) {
    Unit& unit = tagged[i];
    if (!IsSure(unit.classes)) {
      clause.finite_base = false;
      unit.tag = Decide(at, i, aside, &clause);
      clause.Note(at, i);
      continue;
    }
    unit.tag = unit.classes;
    if (unit.tag != 0) continue;
    // A mark.
    clause.Note(at, i);
    if (i == aside.end) {
      clause = aside.around;
    } else if ((aside.end == kNoUnit || i > aside.end) &&
               at.MayOpenParenthetical(i)) {
      if (const size_t end = at.ParentheticalEnd(i); end != kNoUnit) {
        aside = {i, end, clause};
        clause = {};
      }
    }
  }
}

}  // namespace stance
