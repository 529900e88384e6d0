// Noun groups: from the determiner to the head.

#include <algorithm>

#include "service/engine/syntax/grouper.h"

namespace stance {

namespace pb = lexicon::v1;

// determiner? (adverb* adjective | number | noun)* noun; a possessive clitic
// after it makes it the possessor of the next one.
uint32_t Grouper::NounGroup(uint32_t begin) {
  uint32_t i = begin;
  uint32_t head = size_;
  bool negative = false;
  bool quoted = false;
  if (Is(i, kPronoun)) return Pronoun(i);
  bool opened = units_[begin].IsQuote();
  // "little enthusiasm", but not "a little".
  if (units_[i].Has(pb::FUNCTION_ROLE_NEGATIVE_DETERMINER)) negative = true;
  // "not every union", "not all members", "not one of them".
  // "neither | the mayor nor the guild" is of both.
  if (Is(i, kNegation) && !Is(i, kPronoun | kDeterminer) &&
      !units_[i].Has(pb::FUNCTION_ROLE_ECHO) &&
      (Is(i + 1, kDeterminer | kQuantifier) ||
       (begin == 0 && Is(i + 1, kNumberWord))) &&
      (begin == 0 || units_[begin - 1].tag == 0)) {
    negative = true;
    ++i;
  }
  // "wanted a law, | not | a vote": only at the start does it go with the noun.
  const uint32_t opening = begin == 0 ? i : begin;
  const bool in_phrase = begin > 0 && Is(begin - 1, kPreposition) &&
                         Is(begin, kDeterminer | kPossessivePronoun);
  while (i < size_) {
    const Unit& unit = units_[i];
    if (unit.tag == 0 ? !unit.IsQuote() && unit.mark != ','
                      : !unit.Is(kGoesOnNoun)) {
      break;
    }
    // "on Monday | Mayor Roe", "in May | most unions".
    if (i == begin + 1 && head == begin && units_[begin].Is(kTime) &&
        begin > 0 && Is(begin - 1, kPreposition) &&
        (text_.tokens[units_[begin].begin].shape & kCapitalised) != 0 &&
        (unit.Is(kTitle | kQuantifier) || unit.Reads(EntryKind::kAgent))) {
      break;
    }
    // "gave the coach | free rein".
    if (unit.resumes && i > begin) break;
    if (in_phrase && head != size_ && head + 1 == i &&
        SubjectBehindPhrase(begin, i)) {
      break;
    }
    if (unit.Is(kOpensNoun)) {
      if (i > opening && unit.Is(kDeterminer | kPossessivePronoun) &&
          !Is(i - 1, kQuantifier) &&
          !(Is(i - 1, kDeterminer) && unit.Is(kDeterminer) &&
            !unit.IsArticle() && !unit.Is(kNegation)) &&
          !(i == begin + 1 && unit.Has(pb::FUNCTION_ROLE_INDEFINITE) &&
            Is(begin, kDeterminer))) {
        break;
      }
      // "in the poll | 17 per cent", not "resolution 2254".
      if (unit.Is(kNumberWord) && head != size_ &&
          units_[head].Is(kNoun | kNounPlural) &&
          !units_[head].Reads(EntryKind::kNull) &&
          units_[i + 1 < size_ ? i + 1 : i].Has(pb::FUNCTION_ROLE_QUANTITY)) {
        break;
      }
      if (head != size_ && head + 1 == i && CountsAnew(begin, head, i)) break;
      if (unit.Is(kNegation)) negative = true;
      opened = true;
      // Numbers and quantities can head a group: "four of them", "most".
      // "more than | half".
      if (unit.Is(kNumberWord | kQuantifier) &&
          (head == size_ || !units_[head].Is(kAnyNoun) ||
           // "the other | two".
           (head == begin + 1 &&
            units_[head].Has(pb::FUNCTION_ROLE_INCLUSIVE)) ||
           (units_[head].Reads(EntryKind::kNull) &&
            units_[head].end - units_[head].begin > 1))) {
        head = i;
      }
      ++i;
      // "two in three voters".
      if (unit.Is(kNumberWord) && i + 1 < size_ &&
          units_[i].Has(pb::FUNCTION_ROLE_IN) && Is(i + 1, kNumberWord)) {
        ++i;
      }
      // "nine out of ten voters".
      if (unit.Is(kNumberWord) && i + 2 < size_ &&
          units_[i].Is(kAdverb | kPreposition) &&
          units_[i + 1].Has(pb::FUNCTION_ROLE_GENITIVE) &&
          Is(i + 2, kNumberWord)) {
        i += 2;
      }
      continue;
    }
    if (unit.Is(kTime)) {
      // "Monday night", "last year": its own group unless it modifies.
      if (head != size_ && units_[head].Is(kAnyNoun)) break;
      head = i++;
      continue;
    }
    if (unit.Is(kAnyNoun)) {
      // "the plan Russia backs": a relative clause without its pronoun.
      if (unit.Is(kProper) && head != size_ && head + 1 == i &&
          units_[head].Is(kNoun | kNounPlural) &&
          !units_[head].Reads(EntryKind::kAgent) &&
          !units_[head].Reads(EntryKind::kActor) &&
          (Is(begin, kDeterminer) ||
           (head == begin && units_[head].Is(kNounPlural))) &&
          Is(i + 1, kFiniteVerb | kVerbBase) && LeavesVerbs(begin, i + 1)) {
        break;
      }
      if (head != size_ && EndsVerdict(begin, i)) break;
      if (head != size_ && head + 1 == i && CountsAnew(begin, head, i)) break;
      // "in May | workers voted", "Last night | councillors met", not "night
      // markets".
      if (head != size_ && units_[head].Is(kTime) && !opened &&
          (unit.Is(kProper) ||
           (begin == 0 && (head > begin || unit.Reads(EntryKind::kAgent))) ||
           ((text_.tokens[units_[head].begin].shape & kCapitalised) != 0 &&
            unit.Is(kNounPlural) && unit.Reads(EntryKind::kAgent)))) {
        break;
      }
      head = i++;
      continue;
    }
    if (unit.Is(kAdjective)) {
      if (head != size_ && units_[head].Is(kAnyNoun)) {
        // "called the walkout reckless": an adjective after the noun ends
        // the group, unless another noun follows.
        uint32_t after = i + 1;
        while (Is(after, kAdjective)) ++after;
        if (!Is(after, kAnyNoun)) break;
      }
      ++i;
      continue;
    }
    // "about 200 residents", but not "yet | some residents".
    if (unit.Is(kAdverb) && i == begin &&
        Is(i + 1, kNumberWord | kQuantifier) && !unit.Is(kNegation) &&
        !unit.Has(lexicon::v1::FUNCTION_ROLE_ADVERSATIVE)) {
      ++i;
      continue;
    }
    if (unit.Is(kAdverb) && !unit.Is(kNegation) && Is(i + 1, kAdjective) &&
        (opened || head != size_ || i > begin || FollowedByNoun(i + 1))) {
      if (head != size_ && units_[head].Is(kAnyNoun)) break;
      ++i;
      continue;
    }
    // "objective and impartial position"; countries are told apart below.
    if ((unit.Is(kCoordinator) || IsComma(i)) && i > begin &&
        Is(i - 1, kAdjective) && head == size_ &&
        !units_[i - 1].Reads(EntryKind::kActor) && Is(i + 1, kAdjective) &&
        FollowedByNoun(i + 1)) {
      ++i;
      continue;
    }
    // an “incoherent” and “dangerous” draft.
    if (unit.Is(kCoordinator) && quoted && head == size_ && IsQuote(i - 1) &&
        IsQuote(i + 1) && Is(i + 2, kAdjective) && IsQuote(i + 3)) {
      i += 4;
      continue;
    }
    // "several conservation and citizen groups": two nouns before one head.
    if (unit.Is(kCoordinator) && i > begin &&
        (JoinsModifiers(begin, i) || JoinsRoles(begin, i))) {
      ++i;
      continue;
    }
    // Scare quotes inside a group: a "balanced" proposal, potential “spot
    // zoning,”.
    const uint32_t last =
        IsQuote(i) ? std::max(LastQuoted(i), QuotedAdjectives(i)) : i;
    if (!quoted && (opened || head != size_ || i > begin) && last > i) {
      if (head != size_ && units_[head].Is(kAnyNoun)) break;
      quoted = true;
      if (units_[last].Is(kAnyNoun)) head = last;
      i = last + 1;
      if (!IsQuote(i)) break;
      ++i;
      continue;
    }
    // its “courage”: the mark opens inside the group.
    if (unit.tag == 0 && opened && head == size_ && !quoted && unit.IsQuote() &&
        Is(i + 1, kAdjective | kAnyNoun)) {
      ++i;
      quoted = false;
      continue;
    }
    break;
  }
  if (head == size_ && i > begin && Is(i - 1, kAdjective) && SharesNoun(i)) {
    // "Russian and Belarusian officials": the first noun is left out.
    Add(GroupKind::kNoun, begin, i, i - 1);
    return i;
  }
  if (head == size_) {
    // "those | wary of the plan".
    if (i > begin + 1 && units_[begin].Has(pb::FUNCTION_ROLE_DEMONSTRATIVE)) {
      Group& group = Add(GroupKind::kNoun, begin, begin + 1, begin);
      group.plural = true;
      return begin + 1;
    }
    // A determiner or adjectives alone: "the former", "the rich".
    if (i > begin && Is(begin, kDeterminer) && i - begin >= 1) {
      Group& group = Add(GroupKind::kNoun, begin, i, i - 1);
      group.negative = negative;
      return i;
    }
    if (i > begin && Is(begin, kPossessivePronoun)) {
      Add(GroupKind::kNoun, begin, i, i - 1);
      return i;
    }
    return 0;
  }
  // Trailing adjectives that found no noun are not in the group.
  if (i > head + 1 && !quoted) i = head + 1;
  Group& group = Add(GroupKind::kNoun, begin, i, head);
  group.negative = negative;
  group.plural = units_[head].Is(kNounPlural | kQuantifier) ||
                 (units_[head].Is(kNumberWord));
  return i;
}

bool Grouper::IsComma(uint32_t i) const {
  return i < size_ && units_[i].tag == 0 && units_[i].mark == ',';
}

// The last of up to three nouns and adjectives between the mark at i and the
// one that closes, perhaps with a comma before it; i where there is none.
uint32_t Grouper::LastQuoted(uint32_t i) const {
  uint32_t last = i;
  while (last < i + 3 && Is(last + 1, kAdjective | kAnyNoun)) ++last;
  const bool closed =
      IsQuote(last + 1) || (IsComma(last + 1) && IsQuote(last + 2));
  return closed ? last : i;
}

// Of a “full, transparent and independent” inquiry: the last of the adjectives
// in a list between the mark at i and the one that closes, where a noun
// follows; i where there is none.
uint32_t Grouper::QuotedAdjectives(uint32_t i) const {
  if (!IsQuote(i)) return i;
  constexpr uint32_t kLongest = 10;
  const auto adjective = [this](uint32_t j) {
    return Is(j, kAdjective) || (Is(j, kNoun) && IsQuote(j + 1) &&
                                 IsQuote(j - 1) && units_[j].MayBe(kAdjective));
  };
  for (uint32_t j = i + 1; j < i + kLongest; ++j) {
    while (Is(j, kAdverb) && !Is(j, kNegation)) ++j;
    if (!adjective(j)) return i;
    while (adjective(j + 1)) ++j;
    if (IsQuote(j + 1)) return FollowedByNoun(j + 2) ? j : i;
    ++j;
    if (IsComma(j) && Is(j + 1, kCoordinator)) ++j;
    if (!IsComma(j) && !Is(j, kCoordinator)) return i;
  }
  return i;
}

// "British | , French and German ministers": behind the coordinator or comma at
// i adjectives in a list, and then their noun.
bool Grouper::SharesNoun(uint32_t i) const {
  const bool list = IsComma(i) && units_[i - 1].Reads(EntryKind::kActor);
  if (!list && !Is(i, kCoordinator)) return false;
  while (Is(i + 1, kAdjective)) {
    if (FollowedByNoun(i + 1)) return true;
    do {
      ++i;
    } while (Is(i, kAdjective));
    if (!list || (!IsComma(i) && !Is(i, kCoordinator))) return false;
    if (IsComma(i) && Is(i + 1, kCoordinator)) ++i;
  }
  return false;
}

bool Grouper::FollowedByNoun(uint32_t i) const {
  while (Is(i, kAdjective)) ++i;
  return Is(i, kAnyNoun);
}

}  // namespace stance
