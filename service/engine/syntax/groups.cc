#include <string_view>

#include "service/engine/syntax/grouper.h"

namespace stance {
namespace {

namespace pb = lexicon::v1;

// Without one of these no verb group and no noun group begins.
constexpr uint32_t kOpensVerb =
    kTo | kAuxiliary | kAnyVerb | kAdverb | kNegation;
constexpr uint32_t kInNoun =
    kOpensNoun | kPronoun | kNegation | kTime | kAnyNoun | kAdjective | kAdverb;

// Of a word that is no part of a verb group or noun group.
GroupKind KindOfWord(const Unit& unit) {
  if (unit.Is(kPossessiveClitic)) return GroupKind::kOther;
  if (unit.Is(kTo | kPreposition)) return GroupKind::kPreposition;
  if (unit.Is(kCoordinator)) return GroupKind::kCoordinator;
  if (unit.Is(kSubordinator)) return GroupKind::kSubordinator;
  if (unit.Is(kRelative)) return GroupKind::kRelative;
  if (unit.Is(kInterrogative)) return GroupKind::kInterrogative;
  if (unit.Is(kAdjective)) return GroupKind::kAdjective;
  if (unit.Is(kAdverb | kNegation | kConnective)) return GroupKind::kAdverb;
  return GroupKind::kOther;
}

}  // namespace

GroupKind Grouper::KindOfMark(const Unit& unit) {
  switch (unit.mark) {
    case kOpeningMark:
    case kClosingMark:
      return GroupKind::kQuote;
    case ',':
      return GroupKind::kComma;
    case '(':
    case ')':
    case '[':
    case ']':
      return GroupKind::kParenthesis;
    case '-':
      dashes_ += IsDash(unit);
      return GroupKind::kBreak;
    case '.':
    case '?':
    case '!':
    case ';':
    case ':':
      return GroupKind::kBreak;
    default:
      // Dashes and ellipses are not ASCII; a footnote's star breaks nothing.
      if (unit.mark >= 0 ||
          text_.tokens[unit.begin].kind != TokenKind::kPunctuation) {
        return GroupKind::kOther;
      }
      dashes_ += IsDash(unit);
      return GroupKind::kBreak;
  }
}

bool Grouper::IsDash(const Unit& unit) const {
  const std::string_view mark = text_.Of(text_.tokens[unit.begin]);
  return mark == "\u2014" || mark == "\u2013" || mark == "--" || mark == "-";
}

// "The levy — which Peru opposes — is new": two dashes in a sentence set
// something apart, as commas do.
void Grouper::PairDashes() const {
  for (Group* group = first_; group != free_; ++group) {
    if (group->kind == GroupKind::kBreak && IsDash(units_[group->begin])) {
      group->kind = GroupKind::kComma;
    }
  }
}

size_t Grouper::Run() {
  for (uint32_t i = 0; i < size_;) {
    const Unit& unit = units_[i];
    uint32_t end = 0;
    if (unit.Is(kOpensVerb)) {
      end = PlainVerbGroup(i);
      if (end == 0) end = VerbGroup(i);
    }
    if (end == 0 && unit.Is(kInNoun)) end = PlainNounGroup(i);
    if (end == 0 && (unit.tag == 0 ? OpensNounGroup(i) : unit.Is(kInNoun))) {
      end = NounGroup(i);
    }
    if (end == 0) {
      end = i + 1;
      Group& group =
          Add(unit.tag == 0 ? KindOfMark(unit) : KindOfWord(unit), i, end, i);
      // "nor opposed it".
      group.negative = group.kind == GroupKind::kCoordinator &&
                       unit.Has(pb::FUNCTION_ROLE_ECHO);
    }
    i = end;
  }
  if (dashes_ == 2) PairDashes();
  return static_cast<size_t>(free_ - first_);
}

void FindGroups(const Lexicon& lexicon, const Text& text, Syntax* syntax) {
  syntax->groups.MakeRoom(syntax->units.size());
  syntax->groups.resize(Grouper(lexicon, text, *syntax).Run());
}

}  // namespace stance
