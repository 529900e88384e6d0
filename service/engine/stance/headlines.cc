#include "service/engine/stance/headlines.h"

#include <algorithm>
#include <cstddef>
#include <iterator>

#include "absl/container/inlined_vector.h"
#include "service/engine/stance/content_words.h"

namespace stance {
namespace {

// Sentences that a headline sums up.
constexpr uint32_t kSummedUp = 2;
// Stances of a headline, and of those sentences, that are compared: no headline
// has more, and what is written to cost time is not to.
constexpr int kMost = 32;

bool IsOpen(const FoundStance& stance) {
  return stance.issue < 0 && stance.target_entity < 0 && !stance.reciprocal;
}

std::string_view TargetOf(const PartTexts& parts, const FoundStance& stance) {
  return stance.antecedent.empty() ? parts.Of(stance.target)
                                   : stance.antecedent;
}

bool ShareWord(const Lexicon& lexicon, std::string_view a, std::string_view b) {
  absl::InlinedVector<uint64_t, 16> words;
  ForEachContentWord(lexicon, a, [&](uint64_t word) { words.push_back(word); });
  bool shared = false;
  ForEachContentWord(lexicon, b, [&](uint64_t word) {
    shared |= std::find(words.begin(), words.end(), word) != words.end();
  });
  return shared;
}

// "Top court", "lawmakers": whoever they are, the first sentences say it.
bool IsUnnamed(const Entity& holder) {
  return holder.actor < 0 && !holder.person &&
         (holder.agent >= 0 || holder.kind == lexicon::v1::ACTOR_KIND_GROUP);
}

}  // namespace

void JoinHeadline(const Lexicon& lexicon, const PartTexts& parts,
                  const Discourse& discourse,
                  std::vector<FoundStance>* stances) {
  // The text was analysed first, in the order of its sentences.
  const auto lead_end = std::find_if(
      stances->begin(),
      stances->begin() + std::min<ptrdiff_t>(kMost, std::ssize(*stances)),
      [](const FoundStance& stance) {
        return stance.sentence.part != Part::kText ||
               stance.sentence_index >= kSummedUp;
      });
  int titles = 0;
  for (auto title = lead_end; title != stances->end(); ++title) {
    if (title->sentence.part != Part::kTitle) continue;
    if (++titles > kMost) return;
    if (!IsOpen(*title)) continue;
    const bool unnamed = IsUnnamed(discourse.entities[title->holder]);
    const std::string_view target = TargetOf(parts, *title);
    const auto same =
        std::find_if(stances->begin(), lead_end, [&](const FoundStance& lead) {
          return IsOpen(lead) && lead.polarity == title->polarity &&
                 lead.derived == title->derived &&
                 (unnamed || lead.holder == title->holder) &&
                 ShareWord(lexicon, target, TargetOf(parts, lead));
        });
    if (same == lead_end) continue;
    title->holder = same->holder;
    title->antecedent = TargetOf(parts, *same);
  }
}

}  // namespace stance
