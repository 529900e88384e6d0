// What the frame's other targets are set against: "prefers A to | B", "would
// sooner resign than | sign it", "replaced A with | B".

#include <algorithm>

#include "service/engine/stance/target_filler.h"

namespace stance {
namespace {

namespace pb = lexicon::v1;

// How far the other side may stand from the cue, in groups.
constexpr int32_t kOtherSideReach = 14;

// Two noun groups that begin alike: "the tram to the bus", "coal to gas"; not
// "access to the sea".
bool BeginAlike(const SentenceView& view, int32_t a, int32_t b) {
  const Unit& first = view.units[view.At(view.FirstOfPossessors(a)).begin];
  const Unit& second = view.units[view.At(view.FirstOfPossessors(b)).begin];
  if (first.IsArticle() || second.IsArticle()) {
    return first.Has(pb::FUNCTION_ROLE_DEFINITE) ==
               second.Has(pb::FUNCTION_ROLE_DEFINITE) &&
           first.Has(pb::FUNCTION_ROLE_INDEFINITE) ==
               second.Has(pb::FUNCTION_ROLE_INDEFINITE);
  }
  return view.Head(a).Is(kProper) == view.Head(b).Is(kProper) &&
         !view.Head(b).Is(kTime | kNumberWord);
}

}  // namespace

TargetRef TargetFiller::SetAgainst(const Filler& filler,
                                   const FilledFrame& frame) const {
  const int32_t end = std::min(s_.size(), group_ + 1 + kOtherSideReach);
  for (int32_t i = group_ + 1; i < end; ++i) {
    switch (v_.At(i).kind) {
      case GroupKind::kPreposition: {
        if (!Contains(filler.prepositions, v_.Head(i).word)) continue;
        TargetRef other = AfterPreposition(i);
        // "than | sign the curfew".
        if (!other && v_.Is(i + 1, GroupKind::kVerb) &&
            v_.Head(i + 1).MayBe(kVerbBase)) {
          other = {TargetRef::Kind::kVerb, i + 1};
        }
        // "(see it in a school) than | in a den".
        if (!other && v_.Is(i + 1, GroupKind::kPreposition)) {
          other = AfterPreposition(i + 1);
        }
        if (!other || !v_.Head(i).MayBe(kTo) || frame.targets.empty()) {
          return other;
        }
        const TargetRef& one = frame.targets.front();
        if (one.kind == other.kind &&
            (one.kind != TargetRef::Kind::kNoun ||
             BeginAlike(v_, one.group, other.group))) {
          return other;
        }
        continue;
      }
      case GroupKind::kVerb:
        if (v_.At(i).form == VerbForm::kFinite) return {};
        continue;
      case GroupKind::kNoun:
      case GroupKind::kAdjective:
      case GroupKind::kAdverb:
      case GroupKind::kQuote:
      case GroupKind::kCoordinator:
      case GroupKind::kOther:
        continue;
      default:
        return {};
    }
  }
  return {};
}

}  // namespace stance
