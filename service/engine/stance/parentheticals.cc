#include "service/engine/stance/parentheticals.h"

#include <algorithm>

namespace stance {
namespace {

namespace pb = lexicon::v1;

// "by 26 votes in favour, | 6 against | and 15 abstentions".
bool IsCount(const SentenceView& view, int32_t group) {
  return view.Is(group, GroupKind::kNoun) &&
         view.units[view.At(group).begin].Is(kNumberWord);
}

}  // namespace

int32_t EndOfParenthetical(const SentenceView& view, int32_t opening) {
  if (!IsParentheticalMark(view, opening)) return -1;
  constexpr int32_t kLongest = 12;
  const int32_t limit = std::min(view.syntax.size(), opening + kLongest);
  const GroupKind mark = view.At(opening).kind;
  const auto reports = [&](int32_t i) {
    return view.Is(i, GroupKind::kVerb) &&
           view.Head(i).Reads(EntryKind::kReporting);
  };
  int32_t i = opening + 1;
  // "as | she put it".
  if (view.Is(i, GroupKind::kSubordinator) &&
      view.Head(i).Has(pb::FUNCTION_ROLE_AS)) {
    ++i;
  }
  if (view.Is(i, GroupKind::kNoun) && reports(i + 1)) {
    i += 2;
  } else if (reports(i) && view.Is(i + 1, GroupKind::kNoun)) {
    i += 2;  // "says the union"
  } else if (view.Is(i, GroupKind::kVerb) &&
             view.Head(i).Has(pb::FUNCTION_ROLE_ACCORDING)) {
    ++i;
  } else if (!view.Is(i, GroupKind::kAdverb) &&
             !view.Is(i, GroupKind::kPreposition)) {
    return -1;
  }
  for (; i < limit; ++i) {
    const GroupKind kind = view.At(i).kind;
    switch (kind) {
      case GroupKind::kAdverb:
      case GroupKind::kPreposition:
      case GroupKind::kNoun:
        continue;
      case GroupKind::kOther:
        // "in the union | 's view".
        if (view.Head(i).Is(kPossessiveClitic)) continue;
        return -1;
      case GroupKind::kComma:
      case GroupKind::kCoordinator:
        if (IsCount(view, i + 1)) continue;
        return kind == mark ? i : -1;
      case GroupKind::kBreak:
      case GroupKind::kParenthesis:
        return kind == mark ? i : -1;
      default:
        return -1;
    }
  }
  return -1;
}

int32_t EndOfRenaming(const SentenceView& view, int32_t opening,
                      const std::vector<WordId>& words) {
  constexpr int32_t kLongest = 14;
  if (!view.Is(opening, GroupKind::kComma) ||
      !view.Is(opening - 1, GroupKind::kNoun) ||
      !view.Is(opening + 1, GroupKind::kNoun)) {
    return -1;
  }
  const int32_t limit = std::min(view.syntax.size(), opening + kLongest);
  int32_t i = opening + 2;
  while (i < limit && StandsInPhrase(view.At(i).kind)) ++i;
  if (!view.Is(i, GroupKind::kComma) ||
      !view.Is(i + 1, GroupKind::kPreposition)) {
    return -1;
  }
  const WordId word = view.Head(i + 1).word;
  return std::find(words.begin(), words.end(), word) != words.end() ? i : -1;
}

int32_t StartOfParenthetical(const SentenceView& view, int32_t group) {
  constexpr int32_t kLongest = 8;
  int32_t closing = group - 1;
  // "is, | the mayor said, | “a mistake”".
  if (view.Is(closing, GroupKind::kQuote)) --closing;
  if (!IsParentheticalMark(view, closing)) return group;
  for (int32_t i = closing - 1; i > 0 && i > closing - kLongest; --i) {
    // "is, | the mayor said, | a mistake".
    if (view.Is(i, GroupKind::kVerb) &&
        !view.Head(i).Reads(EntryKind::kReporting) &&
        !view.Head(i).Has(pb::FUNCTION_ROLE_ACCORDING) &&
        // "is, | as the mayor put it, | a mistake".
        !(view.Is(i - 2, GroupKind::kSubordinator) &&
          view.Head(i - 2).Has(pb::FUNCTION_ROLE_AS))) {
      break;
    }
    if (view.At(i).kind == view.At(closing).kind &&
        view.Is(i - 1, GroupKind::kVerb)) {
      return EndOfParenthetical(view, i) == closing ? i : group;
    }
  }
  return group;
}

int32_t StartOfRelative(const SentenceView& view, int32_t comma) {
  constexpr int32_t kLongest = 12;
  for (int32_t i = comma - 1; i > 0 && i > comma - kLongest; --i) {
    if (view.Is(i, GroupKind::kBreak)) break;
    if (view.Is(i, GroupKind::kRelative)) {
      return view.Is(i - 1, GroupKind::kComma) ? i - 1 : comma;
    }
  }
  return comma;
}

int32_t StartOfSetOff(const SentenceView& view, int32_t comma) {
  const int32_t relative = StartOfRelative(view, comma);
  if (relative < comma) return relative;
  constexpr int32_t kLongest = 6;
  for (int32_t i = comma - 1; i > 1 && i > comma - kLongest; --i) {
    if (view.Is(i, GroupKind::kComma)) {
      return view.At(i - 1).apposition == i + 1 ? i : -1;
    }
    if (!view.Is(i, GroupKind::kNoun) && !view.Is(i, GroupKind::kPreposition)) {
      break;
    }
  }
  return -1;
}

}  // namespace stance
