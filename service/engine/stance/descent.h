// Stage 5, inside targets: from what a cue takes down to the innermost targets,
// through coordination and operators ("an end to the ban", "stop and undo X").

#ifndef STANCE_ENGINE_STANCE_DESCENT_H_
#define STANCE_ENGINE_STANCE_DESCENT_H_

#include <vector>

#include "absl/container/inlined_vector.h"
#include "service/engine/sentence.h"
#include "service/engine/stance/composition.h"
#include "service/engine/stance/frames.h"

namespace stance {

// An innermost target, and how the polarity reached it.
struct InnerTarget {
  InnerTarget(const TargetRef& innermost, Polarity reached)
      : target(innermost), polarity(reached) {}

  TargetRef target;
  Polarity polarity;
  absl::InlinedVector<OperatorStep, 2> steps;
  // Follows from what an act does to its object, and is not said: who condemns
  // the blocking of a deal is for the deal. The last step made it so.
  bool derived = false;
};

// Calls visit(conjunct) for the target and those coordinated with it, in order.
template <typename Visitor>
void ForEachConjunct(const SentenceView& view, TargetRef target,
                     Visitor visit) {
  if (target.kind == TargetRef::Kind::kNoun) {
    for (int32_t g = target.group; g >= 0; g = view.At(g).next_conjunct) {
      visit(TargetRef{TargetRef::Kind::kNoun, g, target.limit});
    }
    return;
  }
  visit(target);
  // "to stop X and to find Y": clauses of one governor.
  const Clause& c = view.ClauseOf(target.group);
  if (c.governor < 0 && c.kind != ClauseKind::kComplement) return;
  for (const Clause& other : view.ClausesAround(target.group)) {
    if (&other > &c && other.verb > target.group && other.kind == c.kind &&
        other.governor == c.governor && other.parent == c.parent &&
        // "would rather strike than | accept it".
        !(view.Is(other.verb - 1, GroupKind::kPreposition) &&
          view.Head(other.verb - 1).Has(lexicon::v1::FUNCTION_ROLE_CONTRAST))) {
      visit(TargetRef{target.kind, other.verb});
    }
  }
}

// Appends the innermost targets of `target`, one of `frame`'s and taken alone,
// with the polarity that they have when the target itself has `polarity`.
// `sense` says what is looked through: a demand looks through nouns and
// clauses, an evaluation through verb phrases only. `passed` takes the frames
// of the operators on the way. `derive`: also what follows from evaluated acts.
void FindInnerTargets(const SentenceView& view, const FilledFrame& frame,
                      lexicon::v1::Sense sense, const TargetRef& target,
                      Polarity polarity, std::vector<InnerTarget>* inner,
                      std::vector<FilledFrame>* passed, bool derive = false);

}  // namespace stance

#endif  // STANCE_ENGINE_STANCE_DESCENT_H_
