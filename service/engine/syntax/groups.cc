#include <algorithm>
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

}  // namespace

uint32_t Grouper::Next(uint32_t i) {
  const Unit& unit = units_[i];
  if (unit.tag == 0) {
    // India's "balanced" intervention: the mark opens the group.
    if (OpensAfterPossessor(i) || QuotedAdjectives(i) > i) {
      if (uint32_t end = NounGroup(i)) return end;
    }
    return Punctuation(i);
  }
  if (unit.Is(kOpensVerb)) {
    if (uint32_t end = VerbGroup(i)) return end;
  }
  if (unit.Is(kInNoun)) {
    if (uint32_t end = NounGroup(i)) return end;
  }
  if (unit.Is(kPossessiveClitic)) return Single(GroupKind::kOther, i);
  if (unit.Is(kTo | kPreposition)) return Single(GroupKind::kPreposition, i);
  if (unit.Is(kCoordinator)) {
    // "nor opposed it".
    Single(GroupKind::kCoordinator, i);
    groups_.back().negative = unit.Has(pb::FUNCTION_ROLE_ECHO);
    return i + 1;
  }
  if (unit.Is(kSubordinator)) return Single(GroupKind::kSubordinator, i);
  if (unit.Is(kRelative)) return Single(GroupKind::kRelative, i);
  if (unit.Is(kInterrogative)) return Single(GroupKind::kInterrogative, i);
  if (unit.Is(kAdjective)) return Single(GroupKind::kAdjective, i);
  if (unit.Is(kAdverb | kNegation | kConnective))
    return Single(GroupKind::kAdverb, i);
  return Single(GroupKind::kOther, i);
}

uint32_t Grouper::Punctuation(uint32_t i) {
  const Token& token = text_.tokens[units_[i].begin];
  if (token.kind == TokenKind::kQuote) return Single(GroupKind::kQuote, i);
  switch (Character(i)) {
    case ',':
      return Single(GroupKind::kComma, i);
    case '(':
    case ')':
    case '[':
    case ']':
      return Single(GroupKind::kParenthesis, i);
    case '.':
    case '?':
    case '!':
    case ';':
    case ':':
    case '-':
      return Single(GroupKind::kBreak, i);
    default:
      // Dashes and ellipses are not ASCII; a footnote's star breaks nothing.
      return Single(token.kind == TokenKind::kPunctuation && Character(i) < 0
                        ? GroupKind::kBreak
                        : GroupKind::kOther,
                    i);
  }
}

bool Grouper::IsDash(const Group& group) const {
  if (group.kind != GroupKind::kBreak) return false;
  const Token& token = text_.tokens[units_[group.begin].begin];
  const std::string_view mark = text_.Of(token);
  return mark == "\u2014" || mark == "\u2013" || mark == "--" || mark == "-";
}

// "The levy — which Peru opposes — is new": two dashes in a sentence set
// something apart, as commas do.
void Grouper::PairDashes() {
  const auto dash = [this](const Group& group) { return IsDash(group); };
  if (std::count_if(groups_.begin(), groups_.end(), dash) != 2) return;
  for (Group& group : groups_) {
    if (IsDash(group)) group.kind = GroupKind::kComma;
  }
}

void FindGroups(const Lexicon& lexicon, const Text& text, Syntax* syntax) {
  syntax->groups.clear();
  Grouper(lexicon, text, *syntax).Run();
}

}  // namespace stance
