#include "service/engine/stance/motions.h"

#include <algorithm>

#include "service/engine/stance/mention_parts.h"

namespace stance {
namespace {

namespace pb = lexicon::v1;

// It opens the sentence, follows another who does the same, or is followed by
// one: "Ann Roe moved, | seconded by Tom Ash, that".
bool StandsInMotion(const SentenceView& view, int32_t verb) {
  return view.Is(verb, GroupKind::kVerb) &&
         (verb == 0 || view.Is(verb - 1, GroupKind::kComma) ||
          view.Is(verb - 1, GroupKind::kCoordinator) || view.At(verb).passive ||
          view.Is(verb + 1, GroupKind::kComma));
}

// What may stand between the verb and the motion: who else, and how.
bool MayStandBefore(const SentenceView& view, int32_t group) {
  switch (view.At(group).kind) {
    case GroupKind::kNoun:
    case GroupKind::kComma:
    case GroupKind::kBreak:
    case GroupKind::kAdverb:
    case GroupKind::kCoordinator:
    case GroupKind::kParenthesis:
      return true;
    case GroupKind::kPreposition:
      return view.Head(group).Has(pb::FUNCTION_ROLE_PASSIVE_AGENT);
    case GroupKind::kVerb:
      return view.Head(group).Reads(EntryKind::kCue) &&
             StandsInMotion(view, group);
    default:
      return false;
  }
}

}  // namespace

int32_t MotionOf(const SentenceView& view, int32_t verb) {
  constexpr int32_t kFarthest = 16;
  if (!view.syntax.any.Has(pb::FUNCTION_ROLE_COMPLEMENTIZER) ||
      !StandsInMotion(view, verb)) {
    return -1;
  }
  const int32_t size = static_cast<int32_t>(view.group_count);
  const int32_t limit = std::min(size, verb + kFarthest);
  for (int32_t i = verb + 1; i < limit; ++i) {
    if (view.units[view.At(i).begin].Has(pb::FUNCTION_ROLE_COMPLEMENTIZER)) {
      // "That the toll | be scrapped".
      for (int32_t j = i + 1; j < std::min(size, i + kFarthest); ++j) {
        if (view.Is(j, GroupKind::kBreak)) return -1;
        if (view.Is(j, GroupKind::kVerb) && view.ClauseOf(j).verb == j &&
            view.ClauseOf(j).subject >= i) {
          return j;
        }
      }
      return -1;
    }
    if (!MayStandBefore(view, i)) return -1;
  }
  return -1;
}

int32_t MoverBehind(const SentenceView& view, int32_t verb) {
  const int32_t mover = verb + 1;
  return view.Is(mover, GroupKind::kNoun) && MotionOf(view, verb) >= 0 &&
                 CanHold(view, mover)
             ? mover
             : -1;
}

}  // namespace stance
