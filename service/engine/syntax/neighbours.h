// What the rules for word classes ask about the words around one.
//
// Units before the one in question have their tag; those after it, only the
// classes that they may have. Every question looks a bounded way ahead or back.

#ifndef STANCE_ENGINE_SYNTAX_NEIGHBOURS_H_
#define STANCE_ENGINE_SYNTAX_NEIGHBOURS_H_

#include <cstddef>
#include <cstdint>

#include "service/engine/syntax/units.h"

namespace stance {

inline constexpr uint32_t kNominal = kAnyNoun | kPronoun | kNumberWord;
// What stands before a noun and tells that a noun comes.
inline constexpr uint32_t kNounOpener = kDeterminer | kPossessivePronoun |
                                        kPossessiveClitic | kNumberWord |
                                        kQuantifier;

inline constexpr size_t kNoUnit = static_cast<size_t>(-1);

struct Neighbours {
  uint32_t Classes(size_t i) const {
    return i < units.size() ? units[i].classes : 0;
  }

  uint32_t Tag(size_t i) const { return units[i].tag; }

  bool IsPunctuation(size_t i) const {
    return i >= units.size() || units[i].classes == 0;
  }

  // The next unit that is no adverb.
  size_t SkipAdverbs(size_t i) const {
    while (i < units.size() && (Classes(i) & (kAdverb | kNegation)) &&
           !(Classes(i) & (kAnyVerb | kAnyNoun | kAdjective))) {
      ++i;
    }
    return i;
  }

  // Index of the last unit before i that is no adverb, or npos.
  size_t Before(size_t i) const {
    while (i > 0) {
      --i;
      // "nobody" is no mere negation.
      if ((units[i].tag & (kAdverb | kNegation)) &&
          !(units[i].tag & kPronoun)) {
        continue;
      }
      return i;
    }
    return kNoUnit;
  }

  bool IsQuote(size_t i) const {
    return i < units.size() && units[i].IsQuote();
  }

  // i, or the opening quotation mark before it where that stands inside a
  // clause: behind a word that opens a noun group, an auxiliary, a pronoun.
  size_t BeforeQuoteInClause(size_t i) const {
    constexpr uint32_t kGoesOn =
        kNounOpener | kPronoun | kTo | kBe | kHave | kDo | kModal;
    return i >= 2 && units[i - 1].IsQuote() && (Tag(i - 2) & kGoesOn) ? i - 1
                                                                      : i;
  }

  // The sentence stands behind a mark, as the items of lists do, or ends in a
  // semicolon.
  bool IsListItem() const;

  bool IsComma(size_t i) const {
    return i < units.size() && units[i].classes == 0 && units[i].mark == ',';
  }

  // False for most marks, at a glance: the one at i sets nothing apart.
  bool MayOpenParenthetical(size_t i) const {
    switch (units[i].mark) {
      case ',':
        return (Classes(i + 1) & (kNominal | kNounOpener | kTitle)) != 0;
      case '(':
      case '-':
      case '\xE2':  // of a dash
        return true;
      default:
        return false;
    }
  }

  // Of the mark at i, which opens it, the one that closes what is set apart
  // from the clause around it: in brackets, between dashes, ", he said,".
  // kNoUnit where it opens nothing.
  size_t ParentheticalEnd(size_t i) const;

  bool IsCapitalised(size_t i) const {
    return i > 0 && (text.tokens[units[i].begin].shape & kCapitalised) != 0;
  }

  // True for a form that can only be a finite verb.
  bool SurelyFinite(size_t i) const;

  // "a statement | saying the cuts would hurt": a gerund with a clause of what
  // is said, or with a noun group.
  bool SaysWhat(size_t i) const;

  // Whether a verb that can only be finite stands between i and the next
  // boundary.
  bool FiniteAhead(size_t i) const;

  // A phrase of several words, the last of them a preposition: "in favour of".
  bool EndsInPreposition(size_t i) const {
    return i != kNoUnit && units[i].end - units[i].begin > 1 &&
           lexicon.Word(text.tokens[units[i].end - 1].word).classes ==
               kPreposition;
  }

  // Right after a determiner, a preposition or an infinitive stands no finite
  // verb.
  bool AfterOpener(size_t i) const;

  // The same, and also past forms that are followed by an object or the like.
  bool VerbAhead(size_t i) const;

  // A past form that takes an object: "condemned the", not "condemned man".
  bool LikelyPast(size_t j) const;

  bool StartsNounGroup(size_t i) const;

  bool IsBoundary(size_t i) const {
    switch (units[i].mark) {
      case ';':
      case ':':
      case '(':
      case ')':
      case kOpeningMark:
        return true;
      default:
        return false;
    }
  }

  // An adjective-or-name with nothing after it that it could modify.
  bool StandsAlone(size_t i) const;

  // For noun-or-verb words after a name: a noun where a verb still follows.
  bool NounGroupContinues(size_t n) const { return VerbAhead(n + 1); }

  bool NounFollows(size_t i) const;

  // "groups that had backed the law | said": the words from i on hold a
  // relative clause and a verb behind it.
  bool VerbBehindRelative(size_t i) const;

  // True where the words from i on hold a clause with a verb of its own.
  bool ClauseFollows(size_t i) const;

  // The comma that closes the phrase which begins before i, where no verb of it
  // can only be finite; kNoUnit where there is none.
  size_t CommaAhead(size_t i) const;

  // "Speaking in Geneva, the minister …": a phrase that begins before i, a
  // comma, a clause.
  bool OpensClause(size_t i) const;

  // "(the delegate,) invited under rule 37, backed …": a phrase that begins
  // before i, a comma, a verb.
  bool InterruptsClause(size_t i) const;

  // "… and called": a past form behind the next coordinator.
  bool PastAfterCoordinator(size_t i) const;

  // A verb somewhere ahead, over commas too (long subjects).
  bool ClauseAheadLong(size_t i) const;

  uint32_t Usual(size_t i) const {
    return i < units.size() ? lexicon.Word(units[i].word).usual : 0;
  }

  // As many past forms as there are clauses that wait for their verb follow the
  // form at i - 1, which then is a reduced relative clause ("talks brokered in
  // May collapsed").
  bool VerbAheadAfterReduced(size_t i, int waiting) const;

  // "(until) rich countries | pay", "… | put money on it": a bare form behind a
  // plural, early in the clause that begins at i.
  bool BaseBehindPlural(size_t i) const;

  // "supports and will take part": a verb beside another.
  bool VerbFollowsCoordinator(size_t i) const;

  // The unit before the noun group that ends at b, over the "of" phrases that
  // it ends: "the minister of Fiji".
  size_t BeforeOfPhrases(size_t b) const;

  // The noun group that ends at b stands in the phrase with a preposition that
  // opens the sentence: it is nobody's subject.
  bool InOpeningPhrase(size_t b) const;

  // The noun group that ends at b follows a verb of saying or a "that" and can
  // be the subject of a clause of its own.
  bool SubjectOfNewClause(size_t i, size_t b) const;

  // A verb of saying that nothing is done to: "said", not "announced".
  bool SaysSomething(size_t i) const {
    return units[i].Reads(EntryKind::kReporting) &&
           !units[i].Takes(lexicon::v1::SLOT_OBJECT) &&
           !units[i].Takes(lexicon::v1::SLOT_OBJECT_INFINITIVE) &&
           !units[i].Takes(lexicon::v1::SLOT_EVALUATED_OBJECT);
  }

  // "Peru", "the mayor", "she", of the head of a noun group.
  bool MaySpeak(size_t b) const {
    return units[b].Is(kProper | kPronoun) || units[b].name ||
           units[b].Reads(EntryKind::kAgent) ||
           units[b].Reads(EntryKind::kActor);
  }

  // "said on Monday | it": the noun group that ends at b stands behind a phrase
  // that follows a verb of saying, and begins anew.
  bool SaidBeforePhrase(size_t b) const;

  // "urged parties | involved in it to stop": the noun group that ends at b is
  // told to do what the infinitive behind the form at i says.
  bool IsReducedAddressee(size_t i, size_t b) const;

  // "said the minister": the noun group that ends at b follows a verb of
  // saying.
  bool IsSaid(size_t b) const;

  // The unit before the noun group that ends at b; kNoUnit where there is none.
  size_t BeforeNounGroup(size_t b) const;

  // "is | something | Peru rejects", "is | one | that Peru rejects": a pronoun
  // behind a copula or a comma that a relative clause may follow.
  bool SumsUpAlone(size_t i) const;

  // "the deal Iran | signed", "a plan the mayor | backs": the noun before the
  // noun group that ends at b, where that group can be the subject of a
  // relative clause without a pronoun; else kNoUnit.
  size_t ContactAntecedent(size_t b) const;

  bool Coordinated(size_t b) const;

  // What the subject of a verb behind the noun group that ends at b may be.
  // "Voters in the region that borders Russia": either noun may be it.
  struct Number {
    bool singular = false;
    bool plural = false;
  };
  Number NumberOfSubject(size_t b) const;

  uint32_t LastVerbTag(size_t i) const;

  // The verb before i stands behind a form of "be".
  bool LastVerbIsPassive(size_t i) const;

  bool NextIsBy(size_t i) const {
    return i + 1 < units.size() &&
           units[i + 1].Has(lexicon::v1::FUNCTION_ROLE_PASSIVE_AGENT);
  }

  const Lexicon& lexicon;
  const Text& text;
  const UnitVector& units;
};

}  // namespace stance

#endif  // STANCE_ENGINE_SYNTAX_NEIGHBOURS_H_
