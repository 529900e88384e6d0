// What is set in between two marks inside a clause.

#ifndef STANCE_ENGINE_STANCE_PARENTHETICALS_H_
#define STANCE_ENGINE_STANCE_PARENTHETICALS_H_

#include <vector>

#include "service/engine/sentence.h"

namespace stance {

// A comma, dash or bracket.
inline bool IsParentheticalMark(const SentenceView& view, int32_t group) {
  return view.Is(group, GroupKind::kComma) ||
         view.Is(group, GroupKind::kBreak) ||
         view.Is(group, GroupKind::kParenthesis);
}

// "had qualms, | however, | about it", "were, she said, against it", "adopted
// (by 12 votes to 1) it": the mark that closes what the mark `opening` opens
// where that is an adverb, a phrase with a preposition, a count or who says so;
// -1 where it is something else, or `opening` no such mark.
int32_t EndOfParenthetical(const SentenceView& view, int32_t opening);

// "faulted the judge, | Rita Lowe, | for her silence": the comma that closes
// what renames the noun before the comma `opening`, in front of one of the
// prepositions; -1 for none.
int32_t EndOfRenaming(const SentenceView& view, int32_t opening,
                      const std::vector<WordId>& words);

// "was, | from the start, | against it": the first group of what is set in
// right before a phrase; the phrase itself where nothing is.
int32_t StartOfParenthetical(const SentenceView& view, int32_t group);

// "grateful to X, | which pays for it, | and full of praise": the comma that
// opens the relative clause which ends at `comma`; `comma` where none does.
int32_t StartOfRelative(const SentenceView& view, int32_t comma);

// "gave Ms Roe, | the librarian, | an ovation", or a relative clause: the
// comma that opens what ends at `comma`; -1 where nothing does.
int32_t StartOfSetOff(const SentenceView& view, int32_t comma);

}  // namespace stance

#endif  // STANCE_ENGINE_STANCE_PARENTHETICALS_H_
