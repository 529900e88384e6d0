// Words that may be verbs, behind a noun group: its verb, or part of it?

#include <algorithm>
#include <string_view>

#include "service/engine/syntax/tag_rules.h"

namespace stance {

namespace {

namespace pb = lexicon::v1;

// "the deal Iran | signed", "a plan the mayor | supports": the verb of a
// relative clause without a pronoun. Nothing follows that would be its object.
bool IsContactVerb(const Neighbours& at, size_t i, size_t b) {
  const size_t antecedent = at.ContactAntecedent(b);
  if (antecedent == kNoUnit) return false;
  // "told reporters the plan backed in May was dead": no antecedent.
  if (antecedent > 0 && (at.Tag(antecedent - 1) & kAnyVerb) &&
      at.units[antecedent - 1].Reads(EntryKind::kReporting)) {
    return false;
  }
  // "gave the council the police reports": somebody is given something.
  return !(at.Classes(i) & kAnyNoun) ||
         !(at.units[antecedent].Reads(EntryKind::kAgent) ||
           at.units[antecedent].Reads(EntryKind::kActor));
}

// The form that the auxiliary at j asks for.
uint32_t InvertedForm(const Neighbours& at, uint32_t c, size_t j) {
  if (at.Tag(j) & (kDo | kModal)) return c & kVerbBase;
  return (at.Tag(j) & kHave) ? c & kVerbParticiple : 0;
}

// "Nor does Peru | support it", "never has Peru | backed it": the form that the
// auxiliary before the subject asks for; 0 where there is none.
uint32_t AfterInversion(const Neighbours& at, uint32_t c, size_t b) {
  const size_t j = b == kNoUnit ? kNoUnit : at.BeforeNounGroup(b);
  if (j == kNoUnit) return 0;
  if (j == 0) return InvertedForm(at, c, j);
  const Unit& before = at.units[j - 1];
  // "Does Peru | back it?"
  const bool asks = at.IsPunctuation(j - 1);
  if (!asks && !before.MayDeny() &&
      !(before.Is(kCoordinator) && before.Has(pb::FUNCTION_ROLE_ECHO))) {
    return 0;
  }
  return InvertedForm(at, c, j);
}

// "did not at any point | back it": the form that the auxiliary before the
// phrase asks for, where that denies.
uint32_t AfterDeniedPhrase(const Neighbours& at, uint32_t c, size_t b) {
  const size_t preposition = b == kNoUnit ? kNoUnit : at.BeforeNounGroup(b);
  if (preposition == kNoUnit || preposition < 2 ||
      !(at.Tag(preposition) & kPreposition)) {
    return 0;
  }
  return at.units[preposition - 1].MayDeny()
             ? InvertedForm(at, c, preposition - 2)
             : 0;
}

// The noun group that ends at b stands first, but for an article.
bool OpensSentencePart(const Neighbours& at, size_t b) {
  const size_t j = at.BeforeNounGroup(b);
  return j == kNoUnit || (at.Tag(j) & (kCoordinator | kSubordinator)) != 0 ||
         at.IsPunctuation(j) ||
         (j == 0 && (at.Tag(j) & (kAdjective | kConnective)) != 0);
}

// "a tenants | group", "a savings | plan": of a plural behind "a" more follows.
bool IsHeadBehindPlural(const Neighbours& at, uint32_t p, size_t b) {
  if (!(p & kNounPlural)) return false;
  size_t j = b;
  while (j > 0 && (at.Tag(j) & (kAnyNoun | kAdjective))) --j;
  return j < b && at.units[j].Has(pb::FUNCTION_ROLE_INDEFINITE);
}

// "demanded that the mine | close by June": "that" opens the clause, and no
// other verb comes.
bool EndsSubjunctive(const Neighbours& at, size_t i, size_t b) {
  const size_t opener = b == kNoUnit ? kNoUnit : at.BeforeNounGroup(b);
  if (opener == kNoUnit || opener == 0 ||
      !at.units[opener].Has(pb::FUNCTION_ROLE_COMPLEMENTIZER) ||
      !at.units[opener - 1].Takes(pb::SLOT_THAT_CLAUSE)) {
    return false;
  }
  return (at.IsPunctuation(i + 1) || (at.Usual(i) & kAnyVerb) ||
          (at.Classes(i + 1) & kPreposition)) &&
         !at.VerbAhead(i + 1);
}

// "Colombia rebels halt talks": the people of that name, and what they do.
bool ArePeopleWithVerb(const Neighbours& at, size_t i, uint32_t p) {
  return (p & kProper) && at.units[i].Reads(EntryKind::kAgent) &&
         (at.Classes(i + 1) & kVerbBase) && at.StartsNounGroup(i + 2) &&
         !at.FiniteAhead(i + 2);
}

// "which Poland opposes and Sweden | backs, …": the noun group that ends at b
// is the second subject of a relative clause whose object is left out.
bool IsSecondInRelative(const Neighbours& at, size_t i, size_t b) {
  const size_t coordinator = at.BeforeNounGroup(b);
  if (coordinator == kNoUnit || coordinator < 3 ||
      !(at.Tag(coordinator) & kCoordinator) ||
      !(at.Tag(coordinator - 1) & (kFiniteVerb | kVerbBase)) ||
      !(at.IsPunctuation(i + 1) || at.SurelyFinite(i + 1))) {
    return false;
  }
  const size_t relative = at.BeforeNounGroup(coordinator - 2);
  return relative != kNoUnit && (at.Tag(relative) & kRelative) != 0;
}

// "the plan | leaves savers exposed", "lets banks off the hook": a phrase with
// its object inside begins with a verb, and goes on in the same clause.
bool GoesOnBehindObject(const Neighbours& at, size_t i) {
  constexpr size_t kFarthest = 6;
  if (!at.units[i].Reads(EntryKind::kCue)) return false;
  const size_t end = std::min(at.units.size(), i + kFarthest);
  for (size_t j = i + 2; j < end && !at.IsPunctuation(j); ++j) {
    if (at.units[j].resumes) return true;
  }
  return false;
}

bool EndsSentence(const Neighbours& at, size_t i) {
  return i + 1 == at.units.size() && at.IsPunctuation(i) &&
         at.text.tokens[at.units[i].begin].kind == TokenKind::kPunctuation;
}

// "ruled | by five to four that", "by a majority that": votes, nobody that it
// is done by.
bool RulesByVotes(const Neighbours& at, size_t i) {
  if (!at.units[i].Reads(EntryKind::kReporting) || !at.NextIsBy(i)) {
    return false;
  }
  size_t j = i + 2;
  if ((at.Classes(j) & kDeterminer) != 0) ++j;
  if (j >= at.units.size() || !((at.Classes(j) & kNumberWord) != 0 ||
                                at.units[j].Has(pb::FUNCTION_ROLE_QUANTITY))) {
    return false;
  }
  constexpr size_t kFarthest = 7;
  for (const size_t end = std::min(at.units.size(), j + kFarthest); j < end;
       ++j) {
    if (at.units[j].Has(pb::FUNCTION_ROLE_COMPLEMENTIZER)) return true;
    if (at.IsPunctuation(j)) return false;
  }
  return false;
}

// "the family | blame the hospital": one word for many people, which opens a
// statement. Of one person the verb would have its ending.
bool AreManyInOne(const Neighbours& at, size_t b) {
  return b != kNoUnit && at.units[b].Reads(EntryKind::kAgent) &&
         OpensSentencePart(at, b);
}

}  // namespace

uint32_t TagVerbAfterNoun(const Neighbours& at, size_t i, uint32_t c,
                          uint32_t p, size_t b, ClauseSoFar* clause) {
  if (clause->has_finite) {  // the auxiliary
    if (const uint32_t form = AfterInversion(at, c, b)) return form;
    if (const uint32_t form = AfterDeniedPhrase(at, c, b)) return form;
  }
  const uint32_t nouns = c & kAnyNoun;
  // "councillors | last night resisted it".
  if ((c & kAdjective) && (at.Classes(i + 1) & kTime)) return kAdjective;
  if ((nouns & kNoun) && IsHeadBehindPlural(at, p, b)) return kNoun;
  const uint32_t next = at.Classes(i + 1);
  const bool object_next =
      (next & (kDeterminer | kPossessivePronoun | kPronoun | kProper | kTo |
               kNumberWord | kQuantifier | kSubordinator)) != 0 ||
      (next & kPreposition) != 0;
  const bool strong_object = (next & (kDeterminer | kPossessivePronoun |
                                      kPronoun | kProper | kTitle)) != 0;
  // Inside a clause within one that waits for its verb the next verb is that.
  const bool expected = clause->owed > 0 && !clause->has_finite;
  // "voted by 402 votes to 177 to …" tells how many did.
  const bool counted = at.units[i].Takes(pb::SLOT_INFINITIVE)
                           ? (at.Classes(i + 2) & kNumberWord) != 0
                           : RulesByVotes(at, i);
  const bool by = at.NextIsBy(i) && !counted;
  const bool open = clause->Open();
  const bool contact = !by && !strong_object && IsContactVerb(at, i, b);
  const AfterNoun after{next, object_next, strong_object, expected,
                        by,   open,        contact};
  if (c & (kVerbPast | kVerbParticiple)) {
    if (const uint32_t tag = TagPastAfterNoun(at, i, c, b, after, *clause)) {
      return tag;
    }
  }
  if ((c & kVerbGerund) && !(c & kFiniteVerb)) {
    return TagGerundAfterNoun(at, i, c, p, b, *clause);
  }
  const bool owes = clause->Owes() && !contact;
  const bool many = !owes && ((p & kNounPlural) != 0 || at.Coordinated(b));
  // An object shows that there is a verb; its subject may stand further left:
  // "Most lawmakers in the party back the bill".
  const bool clause_next =
      i + 1 < at.units.size() &&
      at.units[i + 1].Has(pb::FUNCTION_ROLE_COMPLEMENTIZER) &&
      (at.units[i].Reads(EntryKind::kReporting) ||
       at.units[i].Takes(pb::SLOT_THAT_CLAUSE));
  const Neighbours::Number number =
      (strong_object || clause_next) && b != kNoUnit
          ? at.NumberOfSubject(b)
          : Neighbours::Number{!many, many};
  const bool plural =
      owes ? clause->OwedToPlural()
           : number.plural ||
                 ((c & kVerbBase) && open &&
                  (clause_next ||
                   (next & (kDeterminer | kPossessivePronoun | kPronoun))) &&
                  !clause->clause_had_finite && AreManyInOne(at, b));
  const bool singular = owes ? clause->OwedToSingular() : number.singular;
  // "demanded that the council scrap the system": the subjunctive.
  if ((c & kVerbBase) && clause->subjunctive && !clause->has_finite &&
      (strong_object || EndsSubjunctive(at, i, b)) && !at.FiniteAhead(i + 1)) {
    clause->finite_base = true;
    return kVerbBase;
  }
  if ((c & (kVerbThird | kVerbBase)) && b != kNoUnit &&
      at.units[i].Takes(pb::SLOT_OBJECT) && IsSecondInRelative(at, i, b)) {
    const uint32_t verb = c & ((p & kNounPlural) ? kVerbBase : kVerbThird);
    if (verb != 0) {
      clause->finite_base = true;
      return verb;
    }
  }
  // "the alliance, which the agency said Japan esteems, …": what is said has
  // its verb.
  if ((c & kVerbThird) && singular && b != kNoUnit && at.IsPunctuation(i + 1) &&
      clause->gap && at.units[i].Takes(pb::SLOT_OBJECT)) {
    const size_t said = at.BeforeNounGroup(b);
    if (said != kNoUnit && (at.Tag(said) & kFiniteVerb) &&
        at.units[said].Reads(EntryKind::kReporting)) {
      return kVerbThird;
    }
  }
  // "the plan that Russia backs.", "… opposes and Peru backs.": the relative
  // clause still lacks its verb.
  if (!clause->has_finite && b != kNoUnit) {
    const size_t opener = at.BeforeNounGroup(b);
    const uint32_t verb =
        c & ((singular ? kVerbThird : 0u) | (plural ? kVerbBase : 0u));
    const uint32_t opens = opener == kNoUnit ? 0 : at.Tag(opener);
    const bool relative =
        at.IsPunctuation(i + 1) &&
        (at.units[i].Takes(pb::SLOT_OBJECT) ||
         at.units[i].Takes(pb::SLOT_PREPOSITION)) &&
        ((opens & kRelative) ||
         ((opens & kCoordinator) && opener > 0 &&
          (at.Tag(opener - 1) & kFiniteVerb) && clause->clause_had_finite));
    // "unless the layoffs stop.", "until rich countries put money on it", "so
    // long as it frees six of them".
    const bool subordinate = (opens & kSubordinator) &&
                             (at.IsPunctuation(i + 1) || (next & kNumberWord) ||
                              (at.Usual(i) & kAnyVerb)) &&
                             !at.VerbAhead(i + 1);
    // "What Brazil objects to is the levy."
    const bool what =
        (opens & kInterrogative) && at.units[i].Takes(pb::SLOT_PREPOSITION) &&
        (at.Classes(i + 1) & kPreposition) && (at.Classes(i + 2) & kBe);
    if (verb != 0 && (relative || subordinate || what)) {
      clause->finite_base = true;
      return verb;
    }
  }
  if ((c & kVerbThird) && singular) {
    if (!nouns) return kVerbThird;
    if (ArePeopleWithVerb(at, i, p)) return nouns;
    // "The EU stands ready".
    if (open && at.units[i].Has(pb::FUNCTION_ROLE_COPULA) &&
        (next & kAdjective) && !at.NounFollows(i + 2)) {
      return kVerbThird;
    }
    if (contact || GoesOnBehindObject(at, i)) return kVerbThird;
    // After "and" a noun is likelier, unless an object shows the verb.
    const bool fresh =
        clause->Owes() || (!clause->has_finite && !clause->clause_had_finite);
    const bool new_clause = at.SubjectOfNewClause(i, b);
    // "hopes the levy | passes": it takes a clause, and no object.
    if (new_clause && !at.VerbAhead(i + 1)) {
      const Unit& governor = at.units[at.BeforeNounGroup(b)];
      if (governor.Takes(pb::SLOT_THAT_CLAUSE) &&
          !governor.Takes(pb::SLOT_OBJECT)) {
        return kVerbThird;
      }
    }
    if (fresh || strong_object || new_clause) {
      if ((fresh || open || new_clause) &&
          (strong_object || at.VerbFollowsCoordinator(i) ||
           (expected && at.SurelyFinite(at.SkipAdverbs(i + 1))) ||
           (!at.FiniteAhead(i + 1) && !(nouns && at.VerbAhead(i + 1)) &&
            (((fresh || new_clause) &&
              (object_next || at.StartsNounGroup(i + 1))) ||
             (at.Usual(i) & kAnyVerb))))) {
        return kVerbThird;
      }
    }
    return nouns;
  }
  // "Democrats back the pipeline", "Labour welcome the vote": the name of many.
  if ((c & kVerbBase) && (p & kProper) && open && strong_object &&
      !clause->clause_had_finite && !at.FiniteAhead(i + 1) &&
      !at.VerbAhead(i + 1) && OpensSentencePart(at, b)) {
    clause->finite_base = true;
    return kVerbBase;
  }
  if ((c & kVerbBase) && (plural || (p & kProper))) {
    if (plural && expected && at.SurelyFinite(at.SkipAdverbs(i + 1))) {
      clause->finite_base = true;
      return kVerbBase;
    }
    if (!nouns && !(c & kAdjective)) {
      clause->finite_base = true;
      return kVerbBase;
    }
    if (plural && contact) {
      clause->finite_base = true;
      return kVerbBase;
    }
    // "Farmers hope the levy will go".
    if (plural && open && (strong_object || clause_next) &&
        (at.units[i].Reads(EntryKind::kReporting) ||
         at.units[i].Takes(pb::SLOT_THAT_CLAUSE)) &&
        at.FiniteAhead(i + 1)) {
      clause->finite_base = true;
      return kVerbBase;
    }
    // "Voters object.": the sentence has no other verb.
    if ((p & kNounPlural) && !(c & kNounPlural) && open &&
        !clause->clause_had_finite && EndsSentence(at, i + 1)) {
      clause->finite_base = true;
      return kVerbBase;
    }
    // "40 per cent back it and 30 per cent want it changed".
    const size_t before = at.BeforeNounGroup(b);
    const bool joined = strong_object && before != kNoUnit &&
                        (at.Tag(before) & kCoordinator) != 0;
    if (plural && (open || joined || at.SubjectOfNewClause(i, b)) &&
        !at.FiniteAhead(i + 1) && (object_next || !at.IsPunctuation(i + 1))) {
      clause->finite_base = true;
      return kVerbBase;
    }
  }
  if (nouns) return nouns;
  if (c & kAdjective) return kAdjective;
  return AnyVerbTag(c, clause);
}

}  // namespace stance
