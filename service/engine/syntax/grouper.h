// Units -> groups, from left to right: what the kinds of groups share. See
// FindGroups in syntax.h.

#ifndef STANCE_ENGINE_SYNTAX_GROUPER_H_
#define STANCE_ENGINE_SYNTAX_GROUPER_H_

#include <cstdint>
#include <vector>

#include "service/engine/syntax/syntax.h"

namespace stance {

inline constexpr uint32_t kOpensNoun =
    kDeterminer | kPossessivePronoun | kNumberWord | kQuantifier | kTitle;

// A word without one of these ends a noun group.
inline constexpr uint32_t kGoesOnNoun =
    kOpensNoun | kTime | kAnyNoun | kAdjective | kAdverb | kCoordinator;

class Grouper {
 public:
  Grouper(const Lexicon& lexicon, const Text& text, Syntax& syntax)
      : lexicon_(lexicon),
        text_(text),
        units_(syntax.units.data()),
        size_(static_cast<uint32_t>(syntax.units.size())),
        first_(syntax.groups.data()),
        free_(first_),
        resumes_(syntax.any.resumes) {}

  // Returns how many groups there are. Needs room for as many as units.
  size_t Run();

 private:
  bool Is(uint32_t i, uint32_t bits) const {
    return i < size_ && units_[i].Is(bits);
  }

  Group& Add(GroupKind kind, uint32_t begin, uint32_t end, uint32_t head) {
    // One by one: an initialiser would clear the rest of the cache line, too.
    Group& group = *free_++;
    group.kind = kind;
    group.negative = false;
    group.plural = false;
    group.form = VerbForm::kFinite;
    group.passive = false;
    group.copula = false;
    group.perfect = false;
    group.modal = false;
    group.begin = begin;
    group.end = end;
    group.head = head;
    group.clause = -1;
    group.possessor = -1;
    group.next_conjunct = -1;
    group.first_conjunct = -1;
    group.apposition = -1;
    group.preposition = -1;
    return group;
  }

  // Each makes the group that begins at unit i, and answers with its end; 0
  // where none of its kind begins there.
  uint32_t VerbGroup(uint32_t i);
  uint32_t NounGroup(uint32_t i);
  uint32_t Pronoun(uint32_t i) {
    const Unit& unit = units_[i];
    Group& group = Add(GroupKind::kNoun, i, i + 1, i);
    group.negative = unit.Is(kNegation);
    group.plural = unit.Has(lexicon::v1::FUNCTION_ROLE_THIRD_PLURAL) ||
                   unit.Has(lexicon::v1::FUNCTION_ROLE_FIRST_PLURAL);
    return i + 1;
  }
  // The same for a noun with nothing but an article or the like and adjectives
  // before it and nothing behind it that could belong to it, as most are; 0 for
  // others.
  uint32_t PlainNounGroup(uint32_t begin) {
    constexpr uint32_t kMore = kOpensNoun | kTime | kPronoun | kNegation;
    const Unit& first = units_[begin];
    if (first.tag == kPronoun) return Pronoun(begin);
    if (resumes_) return 0;
    const bool opened =
        first.tag == kDeterminer || first.tag == kPossessivePronoun;
    uint32_t head = opened ? begin + 1 : begin;
    while (head < size_ && units_[head].tag == kAdjective) ++head;
    if (!Is(head, kAnyNoun) || Is(head, kMore)) return 0;
    const uint32_t end = head + 1;
    if (end < size_ && (units_[end].IsQuote() || Is(end, kGoesOnNoun))) {
      return 0;
    }
    Group& group = Add(GroupKind::kNoun, begin, end, head);
    group.negative = first.Has(lexicon::v1::FUNCTION_ROLE_NEGATIVE_DETERMINER);
    group.plural = units_[head].Is(kNounPlural);
    return end;
  }
  // The same for a verb that is no auxiliary, with none before it; 0 for
  // others.
  uint32_t PlainVerbGroup(uint32_t i) {
    constexpr uint32_t kMore = kTo | kAuxiliary | kAdverb | kNegation;
    const Unit& unit = units_[i];
    if (unit.Is(kMore) || unit.Has(lexicon::v1::FUNCTION_ROLE_TO_MODAL)) {
      return 0;
    }
    Group& group = Add(GroupKind::kVerb, i, i + 1, i);
    group.copula = unit.Has(lexicon::v1::FUNCTION_ROLE_COPULA);
    if (unit.Is(kFiniteVerb)) {
      group.form = VerbForm::kFinite;
    } else if (unit.Is(kVerbGerund)) {
      group.form = VerbForm::kGerund;
    } else if (unit.Is(kVerbParticiple)) {
      group.form = VerbForm::kParticiple;
      group.passive = true;
    } else {
      group.form = VerbForm::kBase;
    }
    return i + 1;
  }
  GroupKind KindOfMark(const Unit& unit);

  bool IsDash(const Unit& unit) const;
  void PairDashes() const;
  // Over "to" and the adverbs that a verb group begins with.
  uint32_t SkipToVerb(uint32_t begin, bool* to) const;
  // "has to", "needs to" before a verb.
  bool IsQuote(uint32_t i) const;
  bool IsOpeningQuote(uint32_t i) const;
  bool IsToModal(uint32_t i) const;
  bool Continues(uint32_t i, bool be, bool have, bool has_do, bool modal,
                 bool to, bool first) const;
  bool LeavesVerbs(uint32_t begin, uint32_t verb) const;
  bool Ends(uint32_t i) const;
  bool CountsAnew(uint32_t begin, uint32_t head, uint32_t i) const;
  bool EndsVerdict(uint32_t begin, uint32_t i) const;
  bool IsComma(uint32_t i) const;
  bool JoinsModifiers(uint32_t begin, uint32_t coordinator) const;
  bool JoinsRoles(uint32_t begin, uint32_t coordinator) const;
  bool SubjectBehindPhrase(uint32_t begin, uint32_t i) const;
  uint32_t LastQuoted(uint32_t i) const;
  uint32_t QuotedAdjectives(uint32_t i) const;
  bool SharesNoun(uint32_t i) const;
  bool FollowedByNoun(uint32_t i) const;

  // India's "balanced" intervention, a "full and independent" inquiry: a noun
  // group begins with the mark at i.
  bool OpensNounGroup(uint32_t i) const {
    return units_[i].IsQuote() &&
           ((i > 0 && units_[i - 1].Is(kPossessiveClitic)) ||
            QuotedAdjectives(i) > i);
  }

  bool IsAdverbial(uint32_t i) const {
    return Is(i, kAdverb | kNegation) && !Is(i, kPronoun | kDeterminer);
  }

  const Lexicon& lexicon_;
  const Text& text_;
  const Unit* const units_;
  const uint32_t size_;
  Group* const first_;
  Group* free_;
  const bool resumes_;  // a phrase goes on at some unit
  int dashes_ = 0;
};

}  // namespace stance

#endif  // STANCE_ENGINE_SYNTAX_GROUPER_H_
