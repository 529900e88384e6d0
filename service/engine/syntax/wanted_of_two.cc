// What somebody wants of two, or done to two: "urged ministers to act and
// mayors | to wait", "wants the levy scrapped and the fee | cut".

#include "service/engine/syntax/clause_builder.h"

namespace stance {
namespace {

namespace pb = lexicon::v1;

// Nothing follows that would be the object of verb i.
bool HasNoObject(const ClauseBuilder& b, int32_t i) {
  const int32_t next = b.After(i);
  if (b.Is(next, GroupKind::kAdjective)) return false;
  return !b.Is(next, GroupKind::kNoun) || b.IsTime(next);
}

bool IsSomebody(const Unit& noun) {
  return noun.Is(kProper | kPronoun) || noun.Reads(EntryKind::kAgent) ||
         noun.Has(pb::FUNCTION_ROLE_PERSON_SUFFIX);
}

// Verb i says what is wanted of the noun before it, or done to it.
bool IsWantedOf(const ClauseBuilder& b, int32_t i, const Unit& noun) {
  const Group& verb = b.groups[i];
  if (verb.form == VerbForm::kToInfinitive) {
    // "and a plan to close it", "and steps to cut costs".
    return verb.passive ||
           (IsSomebody(noun) && !noun.Takes(pb::SLOT_INFINITIVE));
  }
  // "wants it scrapped and miners | protested".
  return !IsSomebody(noun) && HasNoObject(b, i);
}

// The first verb that says what is wanted, before the mark in group `end`; -1
// for none.
int32_t WantedBefore(const ClauseBuilder& b, int32_t end) {
  constexpr int32_t kReach = 8;
  for (int32_t v = end - 1; v > 0 && v > end - kReach; --v) {
    if (!b.Is(v, GroupKind::kVerb)) {
      if (!StandsInPhrase(b.groups[v].kind)) return -1;
      continue;
    }
    const Clause& clause = b.clauses[b.groups[v].clause];
    if (clause.verb != v || clause.parent < 0 ||
        !b.Is(clause.governor, GroupKind::kNoun)) {
      return -1;
    }
    const int32_t wants = b.clauses[clause.parent].verb;
    if (wants < 0 || wants > clause.governor || b.groups[wants].passive) {
      return -1;
    }
    return b.Head(wants).Takes(b.groups[clause.governor].preposition < 0
                                   ? pb::SLOT_OBJECT_INFINITIVE
                                   : pb::SLOT_PREPOSITION_INFINITIVE)
               ? v
               : -1;
  }
  return -1;
}

}  // namespace

void LeaveList(ClauseBuilder& b, int32_t noun) {
  constexpr int32_t kReach = 8;
  const int32_t first = b.groups[noun].first_conjunct;
  if (first < 0) return;
  for (int32_t k = noun - 1; k >= 0 && k > noun - kReach; --k) {
    if (b.groups[k].next_conjunct == noun) b.groups[k].next_conjunct = -1;
  }
  b.groups[noun].first_conjunct = -1;
  // That of the list, where none of its own stands nearer.
  if (b.groups[noun].preposition < first) b.groups[noun].preposition = -1;
}

bool TakeWantedOfTwo(ClauseBuilder& b, int32_t i) {
  int32_t noun = i - 1;
  int32_t start = -1;
  while (b.Is(noun, GroupKind::kNoun) && b.groups[noun].preposition > 0) {
    const int32_t preposition = b.groups[noun].preposition;
    // "called on Peru to act and on Chile | to wait".
    if (b.Is(b.Before(preposition), GroupKind::kCoordinator)) {
      start = preposition;
      break;
    }
    noun = preposition - 1;
  }
  if (!b.Is(noun, GroupKind::kNoun) || !IsWantedOf(b, i, b.Head(noun))) {
    return false;
  }
  if (start < 0) {
    start = noun;
    start = b.FirstOfPossessors(start);
  }
  const int32_t mark = b.Before(start);
  // "wants it scrapped, a demand | echoed by Peru".
  if (!b.Is(mark, GroupKind::kCoordinator) &&
      (!b.Is(mark, GroupKind::kComma) ||
       b.Is(b.After(i), GroupKind::kPreposition))) {
    return false;
  }
  const int32_t comma = b.Before(mark);
  const int32_t first =
      WantedBefore(b, b.Is(comma, GroupKind::kComma) ? comma : mark);
  if (first < 0) return false;
  Group& verb = b.groups[i];
  const Group& before = b.groups[first];
  const bool infinitive = verb.form == VerbForm::kToInfinitive;
  if (infinitive ? before.form != verb.form || before.passive != verb.passive
                 : !before.passive) {
    return false;
  }
  if (!infinitive) {
    verb.form = VerbForm::kParticiple;
    verb.passive = true;
  }
  LeaveList(b, noun);
  b.Sibling(before.clause, i);
  b.Current().subject = noun;
  b.MarkGroups(start, i);
  return true;
}

}  // namespace stance
