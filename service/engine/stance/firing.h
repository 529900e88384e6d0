// What a filled frame comes to: its holders, which way it goes, and a stance on
// each of its targets.

#ifndef STANCE_ENGINE_STANCE_FIRING_H_
#define STANCE_ENGINE_STANCE_FIRING_H_

#include "service/engine/sentence.h"
#include "service/engine/stance/contrasts.h"
#include "service/engine/stance/ellipsis.h"
#include "service/engine/stance/emission.h"
#include "service/engine/stance/finder.h"
#include "service/engine/stance/holders.h"

namespace stance {

// Of one sentence.
class Firing {
 public:
  // Borrows everything.
  Firing(const SentenceView& view, const FinderOptions& options,
         FinderScratch& scratch, Emitter& emitter, HolderResolver& holders,
         Ellipses& ellipses, Discourse& discourse, Analysis& analysis)
      : v_(view),
        options_(options),
        scratch_(scratch),
        emitter_(emitter),
        holders_(holders),
        ellipses_(ellipses),
        d_(discourse),
        analysis_(analysis) {}

  // The stances of the frame, and those that its conditions and contrasts add.
  // What stands in its slots is marked in `scratch.consumed`. A holder who
  // cannot be told leaves a notice.
  void Fire(const FilledFrame& frame);

  // "Peru would join only if C": whatever it would do, it wants C.
  void FireConditions(const FilledFrame& frame);

 private:
  // Everything inside a slot has been said by this cue.
  void Consume(const FilledFrame& frame);
  void ConsumeTarget(const FilledFrame& frame, const TargetRef& target);
  // "backed by Peru but not by Chile", "Peru, not Chile, backs it": the other
  // does not.
  void EmitDenied(const FiredFrame& fired, lexicon::v1::Sense sense);
  // "backs a levy rather than a ban": the other side of it.
  void EmitContrast(const FiredFrame& fired, lexicon::v1::Sense sense,
                    const Contrast& contrast);
  // What the target of the frame is set against.
  Contrast ContrastOf(const FilledFrame& frame, const TargetRef& target) const;
  // The stances on all that the target comes down to.
  void Emit(const FiredFrame& fired, lexicon::v1::Sense sense,
            const TargetRef& target, Polarity polarity);
  void NoHolder(const FilledFrame& frame);
  // "would accept X provided that C": C is supported too; "but not if C": it is
  // opposed. False where there is no condition.
  bool Conditions(const FiredFrame& fired);

  const SentenceView& v_;
  const FinderOptions& options_;
  FinderScratch& scratch_;
  Emitter& emitter_;
  HolderResolver& holders_;
  Ellipses& ellipses_;
  Discourse& d_;
  Analysis& analysis_;
};

}  // namespace stance

#endif  // STANCE_ENGINE_STANCE_FIRING_H_
