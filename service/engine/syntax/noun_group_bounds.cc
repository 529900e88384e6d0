// Where a noun group goes on over a coordinator, and where it ends before a
// noun.

#include "service/engine/syntax/grouper.h"

namespace stance {

namespace pb = lexicon::v1;

// "called the fee | lunacy": behind a verb that calls things something, a noun
// of verdict that ends the clause.
bool Grouper::EndsVerdict(uint32_t begin, uint32_t i) const {
  if (free_ == first_ || free_[-1].kind != GroupKind::kVerb ||
      !units_[free_[-1].head].Takes(pb::SLOT_EVALUATED_OBJECT) ||
      !Is(begin, kDeterminer | kPossessivePronoun) || !Is(i, kNoun) ||
      Is(i, kProper)) {
    return false;
  }
  return units_[i].Takes(pb::SLOT_EVALUATED) &&
         (i + 1 >= size_ || units_[i + 1].tag == 0 || Is(i + 1, kCoordinator));
}

// "On Monday | several unions", "in Ohio | both senators", "At the meeting |
// two councillors": behind a time, a name or a phrase that opens the sentence a
// number in words begins a group of its own. "Boeing 737", "in May two years
// ago" go on.
bool Grouper::CountsAnew(uint32_t begin, uint32_t head, uint32_t i) const {
  const Unit& unit = units_[i];
  if (text_.tokens[unit.begin].kind != TokenKind::kWord ||
      (text_.tokens[unit.begin].shape & kCapitalised) != 0) {
    return false;
  }
  const bool behind_phrase =
      begin == 1 && Is(0, kPreposition) && Is(head, kAnyNoun);
  if (!units_[head].Is(kTime | kProper) && !behind_phrase) return false;
  // "hundreds of farmers", "more than 200 mayors".
  if (unit.Is(kAnyNoun)) {
    return unit.Is(kNounPlural)
               ? unit.Has(pb::FUNCTION_ROLE_QUANTITY)
               : unit.end - unit.begin > 1 && Is(i + 1, kNumberWord);
  }
  if (!unit.Is(kQuantifier | kNumberWord)) return false;
  return Is(i + 1, kNounPlural | kAdjective | kNumberWord) && !Is(i + 1, kTime);
}

// The clause has a verb besides the one at `verb`: before its noun group at
// `begin`, or after it.
bool Grouper::LeavesVerbs(uint32_t begin, uint32_t verb) const {
  for (uint32_t j = begin; j-- > 0 && j + 24 > begin;) {
    // "condemned it as a cover, an assertion Peru rejected".
    if (!IsComma(j) && Ends(j)) break;
    if (Is(j, kAnyVerb | kAuxiliary)) return true;
  }
  for (uint32_t j = verb + 1; j < size_ && j < verb + 12 && !Ends(j); ++j) {
    if (Is(j, kFiniteVerb | kModal)) return true;
  }
  return false;
}
bool Grouper::Ends(uint32_t i) const {
  return units_[i].tag == 0 ||
         units_[i].Is(kCoordinator | kRelative | kSubordinator);
}

// What stands before the coordinator is a bare singular, what follows a plural
// with a noun before it; the determiner is a plural's, or the plural is people.
bool Grouper::JoinsModifiers(uint32_t begin, uint32_t coordinator) const {
  const Unit& left = units_[coordinator - 1];
  if (!left.Is(kNoun) || left.Is(kProper) || left.Reads(EntryKind::kAgent) ||
      left.Reads(EntryKind::kActor)) {
    return false;
  }
  uint32_t right = coordinator + 1;
  while (Is(right, kNoun | kAdjective) && !Is(right, kProper)) ++right;
  if (right == coordinator + 1 || !Is(right, kNounPlural) ||
      Is(right + 1, kAnyNoun | kPossessiveClitic)) {
    return false;
  }
  if (Is(begin, kQuantifier | kNumberWord)) return coordinator == begin + 2;
  return coordinator == begin + 1 && units_[right].Reads(EntryKind::kAgent);
}

// "Author and activist Jane Doe", "Trade and industry minister Jane Doe": what
// is said of the one who is named behind it. "The mayor and councillor Jane
// Doe" are two.
bool Grouper::JoinsRoles(uint32_t begin, uint32_t coordinator) const {
  const auto role = [this](uint32_t i) {
    return Is(i, kNoun) && !Is(i, kProper) &&
           units_[i].Reads(EntryKind::kAgent);
  };
  const uint32_t left = coordinator - 1;
  // "told Health | and Welfare Minister Jane Doe": a common noun that is
  // written as part of a title.
  const bool titled =
      left == begin && Is(left, kProper) && units_[left].name &&
      !units_[left].Reads(EntryKind::kActor) &&
      units_[left].end - units_[left].begin == 1 &&
      (lexicon_.Word(text_.tokens[units_[left].begin].word).classes & kNoun) !=
          0;
  if (!titled && (!Is(left, kNoun) || Is(left, kProper))) return false;
  if (Is(begin, kOpensNoun)) return false;
  constexpr uint32_t kLongest = 4;
  const uint32_t limit = coordinator + 1 + kLongest;
  for (uint32_t i = coordinator + 1;
       i < limit && Is(i, kNoun | kProper | kAdjective | kTitle); ++i) {
    if ((role(i) || Is(i, kTitle)) && Is(i + 1, kProper)) {
      // "industry minister" may be one unit.
      const bool field =
          i > coordinator + 1 || units_[i].end - units_[i].begin > 1;
      return units_[i + 1].name && (role(left) || field);
    }
  }
  return false;
}

// "In a statement | President Ruiz condemned it": behind the phrase that the
// clause opens with, somebody who is named, and then the verb. The noun group
// so far stands behind a preposition, and an article or the like begins it.
bool Grouper::SubjectBehindPhrase(uint32_t begin, uint32_t i) const {
  const uint32_t head = i - 1;
  if (!Is(head, kNoun | kNounPlural) || Is(head, kProper) ||
      units_[head].Reads(EntryKind::kAgent) ||
      !(Is(i, kProper | kTitle) ||
        (units_[i].Reads(EntryKind::kAgent) && Is(i + 1, kProper)))) {
    return false;
  }
  if (begin > 1 && !Ends(begin - 2)) return false;
  while (Is(i, kAnyNoun | kTitle | kAdjective)) ++i;
  while (Is(i, kAdverb)) ++i;
  return Is(i, kFiniteVerb | kVerbBase | kVerbParticiple | kModal | kHave);
}

}  // namespace stance
