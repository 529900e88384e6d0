// Shares that surveys tell of: "71% of Finns", "the figure in Denmark".

#ifndef STANCE_ENGINE_STANCE_SHARES_H_
#define STANCE_ENGINE_STANCE_SHARES_H_

#include <cstdint>
#include <string_view>

#include "service/engine/sentence.h"

namespace stance {

// The name of a holder who is part of a group: "two-thirds of Swedes".
bool IsShare(const Lexicon& lexicon, std::string_view name);

// "48%", "83 percent".
bool IsPercentage(const SentenceView& view, int32_t group);

// "it", "the figure" stand for the share told last: the entry of the noun, -1
// for a pronoun, kNoShare for what is neither.
inline constexpr int32_t kNoShare = -2;
int32_t NamesShare(const SentenceView& view, int32_t group);

// "In Denmark | the figure is 48%", "the figure is 48% | among women": the noun
// group that tells whose share it is; -1 for none.
int32_t WhereShareIs(const SentenceView& view, int32_t subject, int32_t share);

}  // namespace stance

#endif  // STANCE_ENGINE_STANCE_SHARES_H_
