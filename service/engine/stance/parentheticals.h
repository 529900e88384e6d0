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

}  // namespace stance

#endif  // STANCE_ENGINE_STANCE_PARENTHETICALS_H_
