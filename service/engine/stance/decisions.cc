#include "service/engine/stance/decisions.h"

#include <algorithm>
#include <string_view>

#include "absl/strings/ascii.h"

namespace stance {
namespace {

// How many groups behind the verb votes and times are looked for.
constexpr int32_t kVoteReach = 10;

// "7-2", "52–48": digits on both sides of a dash.
bool IsScore(std::string_view word) {
  const size_t dash = word.find_first_not_of("0123456789");
  return dash != std::string_view::npos && dash > 0 &&
         absl::ascii_isdigit(word.back()) && word[dash] != '.' &&
         word[dash] != ',';
}

bool EndsClause(const SentenceView& view, int32_t i) {
  return view.Is(i, GroupKind::kBreak) ||
         view.Is(i, GroupKind::kSubordinator) ||
         view.Is(i, GroupKind::kRelative) ||
         (view.Is(i, GroupKind::kVerb) && view.At(i).form == VerbForm::kFinite);
}

// "was dropped | without a vote", "after a vote": something to decide about.
bool IsByVote(const SentenceView& view, int32_t verb) {
  const int32_t vote = verb + 2;
  return view.Is(verb + 1, GroupKind::kPreposition) &&
         view.Is(vote, GroupKind::kNoun) &&
         view.FindCue(view.Head(vote), lexicon::v1::WORD_CLASS_NOUN,
                      [](const CueEntry& cue) {
                        return cue.sense == lexicon::v1::SENSE_ACTION &&
                               cue.polarity == lexicon::v1::POLARITY_SUPPORTS;
                      }) != nullptr;
}

}  // namespace

bool CountsVotes(const SentenceView& view, int32_t verb) {
  const int32_t limit = std::min(view.syntax.size(), verb + kVoteReach);
  int numbers = 0;
  for (int32_t i = verb + 1; i < limit && !EndsClause(view, i); ++i) {
    for (uint32_t u = view.At(i).begin; u < view.At(i).end; ++u) {
      const Unit& unit = view.units[u];
      if (!unit.Is(kNumberWord)) continue;
      if (IsScore(view.text.Of(view.text.tokens[unit.begin]))) return true;
      ++numbers;
    }
  }
  return numbers > 1;
}

bool TellsWhenBefore(const SentenceView& view, int32_t verb) {
  const int32_t limit = std::min(view.syntax.size(), verb + kVoteReach);
  for (int32_t i = verb + 1; i < limit && !EndsClause(view, i); ++i) {
    if (!view.Is(i, GroupKind::kNoun)) continue;
    const int32_t preposition = view.At(i).preposition;
    const bool in = preposition >= 0 &&
                    view.Head(preposition).Has(lexicon::v1::FUNCTION_ROLE_IN);
    if (view.Head(i).Is(kTime) || (in && view.Head(i).Is(kNumberWord))) {
      return true;
    }
  }
  return false;
}

bool IsDecided(const SentenceView& view, int32_t verb) {
  const Group& g = view.At(verb);
  return g.form == VerbForm::kFinite && !g.perfect && !g.modal &&
         view.ClauseOf(verb).kind == ClauseKind::kMain &&
         !TellsWhenBefore(view, verb) &&
         (CountsVotes(view, verb) || IsByVote(view, verb));
}

}  // namespace stance
