// What the rules that make clauses share: the clauses so far, and the one that
// is open while the groups are read from left to right.

#ifndef STANCE_ENGINE_SYNTAX_CLAUSE_BUILDER_H_
#define STANCE_ENGINE_SYNTAX_CLAUSE_BUILDER_H_

#include <cstdint>

#include "service/engine/syntax/syntax.h"

namespace stance {

struct ClauseBuilder {
  ClauseBuilder(const Lexicon& of_lexicon, const Text& of_text,
                Syntax* syntax_made)
      : lexicon(of_lexicon),
        text(of_text),
        syntax(*syntax_made),
        units(syntax.units.data()),
        groups(syntax_made->groups.data()),
        size(syntax.size()),
        possessives((syntax.any.classes & kPossessiveClitic) != 0),
        clauses(syntax_made->clauses.data()) {}

  // A clause inside the current one; it is the current one from here on. A
  // group opens one at most.
  int32_t Open(ClauseKind kind, int32_t governor);

  Clause& Current() { return clauses[current]; }

  // The current clause has its subject and waits for its verb.
  bool Waits() const {
    return clauses[current].verb < 0 && clauses[current].subject >= 0;
  }

  bool Possesses(int32_t i) const {
    return i + 1 < size && groups[i + 1].kind == GroupKind::kOther &&
           Head(i + 1).Is(kPossessiveClitic);
  }

  static bool IsPassedOver(GroupKind kind) {
    return kind == GroupKind::kAdverb || kind == GroupKind::kQuote;
  }

  const Unit& Head(int32_t i) const { return units[groups[i].head]; }

  bool Is(int32_t i, GroupKind kind) const {
    // No group is -1, which as a large number is none of the sentence's.
    return static_cast<uint32_t>(i) < static_cast<uint32_t>(size) &&
           groups[i].kind == kind;
  }

  // The group before i, over adverbs and quotes; before the one that is being
  // read it is `left`.
  int32_t Before(int32_t i) const {
    do {
      --i;
    } while (i >= 0 && IsPassedOver(groups[i].kind));
    return i;
  }

  // The group after i, likewise; -1 where there is none.
  int32_t After(int32_t i) const {
    do {
      ++i;
    } while (i < size && IsPassedOver(groups[i].kind));
    return i < size ? i : -1;
  }

  // "Peru's | farmers' | protest": the first of those whose the noun is, or
  // itself.
  int32_t FirstOfPossessors(int32_t noun) const {
    while (groups[noun].possessor >= 0) noun = groups[noun].possessor;
    return noun;
  }

  bool IsTime(int32_t i) const { return Head(i).Is(kTime); }

  // A common noun that nothing tells to be somebody.
  bool IsThing(int32_t noun) const;

  bool OpensQuote(int32_t group) const;
  bool TakesComplement(int32_t verb) const;
  // "told | the Echo": the object of a verb that says what to somebody.
  bool IsAddressee(int32_t noun) const;

  // Groups [from, to) of the clause that `from` was in are of this one.
  void MarkGroups(int32_t from, int32_t to) {
    const int32_t owner = groups[from].clause;
    for (int32_t j = from; j < to; ++j) {
      if (groups[j].clause == owner) groups[j].clause = current;
    }
  }

  int32_t Root(int32_t clause) const;

  // "closing the mine | would be wrong": the gerund that opens the clause and
  // takes the noun group as its object; -1 for none.
  int32_t GerundAround(int32_t noun) const;

  // The nearest noun group to the left that can be a subject, or a gerund.
  int32_t SubjectLeft(int32_t i) const;

  // The clause whose subject a verb after "and" or a comma shares.
  void ShareSubject(int32_t i);

  // "spoke of “a night on which Europe grew up” and | praised it": a quotation
  // that verb `verb` stands in is closed before verb i.
  bool SpeechEndsBetween(int32_t verb, int32_t i) const;

  // "said that he signs them and | vowed to stop": verb i goes with the clause
  // around `host`, by its tense or by what only somebody can do.
  bool BelongsFurtherOut(int32_t host, int32_t i) const;

  // A clause beside clause c, with its governor and subject.
  void Sibling(int32_t c, int32_t i);

  const Lexicon& lexicon;
  const Text& text;
  const Syntax& syntax;
  const Unit* const units;
  Group* const groups;
  const int32_t size;      // of `groups`
  const bool possessives;  // the sentence has a possessive clitic
  Clause* const clauses;   // with room for one more than there are groups
  // The last group that has been read and is no adverb or quote; -1 for none.
  int32_t left = -1;
  int32_t opened = 0;  // of `clauses`
  int32_t current = -1;
};

// Makes noun group i a conjunct of the one before `left`, the coordinator or
// comma beside it. False where it is none.
bool Coordinate(ClauseBuilder& b, int32_t i, int32_t left);

// Both are names, or neither; or the first is an adjective.
bool SameKind(const ClauseBuilder& b, int32_t one, int32_t other);
// The noun group, of those that end at `near`, that noun group i goes on: it
// prefers one whose head is of the same kind, name with name.
int32_t BestConjunct(const ClauseBuilder& b, int32_t near, int32_t i);
// The same by its preposition, which stands again behind a coordinator: "by A
// and by B".
void JoinPhrase(ClauseBuilder& b, int32_t i, int32_t preposition);
// Noun group i has been taken for one of a list with what stands before it.
void LeaveList(ClauseBuilder& b, int32_t noun);
// The coordinator right before group i, or with something set in commas
// between them: "and, | of late, | by Peru"; -1 for none.
int32_t CoordinatorBefore(const ClauseBuilder& b, int32_t i);
// "Ann Roe, | a Democrat from Ohio, and Tom Ash", "Ann Roe, | D-Ohio,": what
// the named one is, nobody else.
bool TellsOf(const ClauseBuilder& b, int32_t name, int32_t i);
// "Ann Roe (D-Ohio) | and": the group before the bracket that ends at
// `closing`; `closing` itself where none begins near it.
int32_t BeforeBracket(const ClauseBuilder& b, int32_t closing);
// "Ann Roe, a critic of the mayor, and Tom Ash", "the mayor, Ann Roe, and the
// bishop", "Ann Roe, of the Greens, and Tom Ash": the name or role before the
// commas that the noun group with all its phrases tells about, where i may join
// it; `noun` itself where there is none.
int32_t BeforeAside(const ClauseBuilder& b, int32_t noun, int32_t i);
// After a comma: the list goes on where a coordinator follows within it.
bool ListContinues(const ClauseBuilder& b, int32_t i);
// True where the noun group at i is followed by a finite verb of its own,
// and the clause before already has one.
bool NewSubject(const ClauseBuilder& b, int32_t i);
// "Peru backed it, and | Chile | and Brazil opposed it": the noun group, or the
// first of its list, stands behind a coordinator and goes with nothing before.
bool IsNewSubject(const ClauseBuilder& b, int32_t group);
// Makes noun group i rename the one before the comma or bracket `left`.
bool Appose(ClauseBuilder& b, int32_t i, int32_t left);
// "A former miner, | Ann Roe | backs it": makes noun group i the subject, which
// the one that opens the sentence renames.
bool AnswerOpening(ClauseBuilder& b, int32_t i, int32_t left);
// "Minister, | the council | opposes it": makes noun group i the subject, where
// the one that opens the sentence or the speech only says who is spoken to.
bool FollowAddress(ClauseBuilder& b, int32_t i, int32_t left);

// Each gives verb group i its clause.
void TakeFinite(ClauseBuilder& b, int32_t i);
void TakeBase(ClauseBuilder& b, int32_t i);
void TakeInfinitive(ClauseBuilder& b, int32_t i);
void TakeParticipial(ClauseBuilder& b, int32_t i);
// The clause of verb i after `subject`, which stands behind the current verb.
void NewClauseWithSubject(ClauseBuilder& b, int32_t i, int32_t subject);

// "The plan the mayor | supports would cost …": a relative clause without a
// pronoun inside a clause that waits for its verb. False where verb i is none.
// REQUIRES: b.Waits(); the subject stands before b.Before(i).
bool TakeContact(ClauseBuilder& b, int32_t i);

// "the board met, and Ann Roe, a farmer seeking office, | opposes it": of the
// noun behind the coordinator, which the aside parts from its verb.
bool TakeBehindAside(ClauseBuilder& b, int32_t i);

// "Peru said the minister who backed the plan | resigned": the noun that a
// relative clause hangs on is the subject of a clause of its own.
bool TakeAfterRelative(ClauseBuilder& b, int32_t i);

// "Peru said the decision to raise it | was unfair", "the levy proposed by
// Fiji | was": what a noun is for, or what was done to it, stands between it,
// behind a verb of saying, and its verb.
bool TakeAfterModifier(ClauseBuilder& b, int32_t i);

// "Closing the mine | would be wrong": the gerund with its object is the
// subject, of the clause around it or of one that a verb of saying governs.
bool TakeAfterGerund(ClauseBuilder& b, int32_t i);

// "…," Ana Roe, who lives nearby, | said: of whoever the aside is of.
bool TakeSaidBehindAside(ClauseBuilder& b, int32_t i);

// "The plan, the minister | said, is a mistake", "The plan, | said the
// minister, is …": somebody says so, between commas inside a clause that waits
// for its verb. False where verb i is none.
// REQUIRES: b.Waits(); the verb is one of saying.
bool TakeInserted(ClauseBuilder& b, int32_t i);
// "Peru opposes it, officials said, and | wants it moved": verb i goes with
// what was said, not with whoever was set in to say so.
bool GoesOnBehindSpeech(const ClauseBuilder& b, int32_t i);
// A comma or quotation mark stands between the groups.
bool CommaBetween(const ClauseBuilder& b, int32_t from, int32_t to);
// "could not | in good faith | support it", "had | in 2023 | supported it": the
// verb of an auxiliary that phrases keep from it.
bool TakeBehindPhrase(ClauseBuilder& b, int32_t i);
// "will not, however, | support": the verb of an auxiliary that something set
// in commas keeps from it.
bool TakeBehindInsertion(ClauseBuilder& b, int32_t i);

// The form of verb i may say what is wanted, or done: most do not.
inline bool MaySayWhatIsWanted(const ClauseBuilder& b, int32_t i) {
  const Group& verb = b.groups[i];
  if (verb.form == VerbForm::kToInfinitive) return true;
  const Unit& head = b.Head(i);
  return verb.end - verb.begin == 1 && head.MayBe(kVerbParticiple) &&
         head.Is(kVerbPast | kVerbParticiple) &&
         (head.Is(kVerbParticiple) || head.Takes(lexicon::v1::SLOT_OBJECT));
}
// For TakeBesideWanted(), of a verb of such a form.
bool TakeWantedOfTwo(ClauseBuilder& b, int32_t i);

// "urged ministers to act and mayors | to wait", "wants the levy scrapped and
// the fee | cut": verb i says what is wanted of another noun than the verb
// before. False where it does not.
inline bool TakeBesideWanted(ClauseBuilder& b, int32_t i) {
  return MaySayWhatIsWanted(b, i) && TakeWantedOfTwo(b, i);
}

// "The bill that the governor says she | will veto": verb i is of a clause
// inside the relative clause, which lacks what that one is about. False where
// it is not.
bool TakeInsideRelative(ClauseBuilder& b, int32_t i);
// "to have the sale | halted", "urged those | involved to stop": what looks
// like a finite verb is a participle that says something of the object.
bool IsDoneToObject(const ClauseBuilder& b, int32_t i);
// "The levy, which Peru wants | scrapped": the participle of what the relative
// clause lacks. False where verb i is none.
bool TakeWantedDone(ClauseBuilder& b, int32_t i);
// "The bill, which Peru backs and Chile | opposes, was dropped": verb i lacks
// what the verb of the relative clause before lacks. False where it does not.
bool TakeBesideRelative(ClauseBuilder& b, int32_t i);
// "The bill that he vowed | to veto": so does the infinitive clause that was
// opened last, under the verb of clause `host`.
void InheritGap(ClauseBuilder& b, int32_t host);

// "…, | said Qin": the subject of verb i, one of saying, stands after it.
bool IsBeforeSpeaker(const ClauseBuilder& b, int32_t i);
// "Nor | does Peru support it", "at no time | did Peru": behind a word that
// denies, the auxiliary stands before the subject.
// REQUIRES: verb i is an auxiliary with a noun group behind it.
bool TakeAuxiliary(ClauseBuilder& b, int32_t i);
// "will act | should the dam be built": a condition with its verb first.
// REQUIRES: the same.
bool TakeInvertedCondition(ClauseBuilder& b, int32_t i);

// Each opens the clause of its word.
void TakeRelative(ClauseBuilder& b, int32_t i);
void TakeSubordinator(ClauseBuilder& b, int32_t i);

}  // namespace stance

#endif  // STANCE_ENGINE_SYNTAX_CLAUSE_BUILDER_H_
