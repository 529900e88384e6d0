// Stage 4: cues and their frames. A cue names its slots; a frame holds when all
// of them are filled.

#ifndef STANCE_ENGINE_STANCE_FRAMES_H_
#define STANCE_ENGINE_STANCE_FRAMES_H_

#include "absl/container/inlined_vector.h"
#include "service/engine/sentence.h"
#include "service/engine/stance/targets.h"

namespace stance {

// Who holds, before it is resolved to an entity.
struct HolderRef {
  enum class Kind : uint8_t {
    kNone,
    kGroup,     // a noun group and its conjuncts
    kPronoun,   // a possessive pronoun inside a noun group: `unit`
    kModifier,  // a name or role before the noun, "Chinese opposition": `unit`
    kDocument,  // a document of a sentence before: whoever made it
    kSpeaker,   // whoever says it
    kBody,      // nobody is named: the body whose decisions the text reports
    kList,      // whoever said it of a whole list, in a sentence before
  };
  Kind kind = Kind::kNone;
  int32_t group = -1;
  uint32_t unit = 0;

  explicit operator bool() const { return kind != Kind::kNone; }
};

// A frame of a cue with all its slots filled.
struct FilledFrame {
  uint32_t cue = 0;    // in Lexicon::cues
  int32_t group = -1;  // the cue's group
  uint32_t unit = 0;   // the cue's unit
  HolderRef holder;
  absl::InlinedVector<TargetRef, 2> targets;
  bool context = false;  // the target is what the text is about
  bool echo = false;     // the targets are those of the stances found last
  // The polarity of those: "echoed that criticism"; unspecified for any.
  lexicon::v1::Polarity echoed{};
  // The target is the clause around the cue, a statement of its own.
  bool matrix = false;
  // The target is a clause beside, which stands for itself.
  bool event = false;
  // The targets are the items of the list that follows: see listed_targets.h.
  bool list = false;
  lexicon::v1::Polarity polarity{};
  // The verb group whose negation, mood and clause govern the cue: its own, or
  // the light verb or copula that carries it; -1 for none.
  int32_t carrier = -1;
  // The unit of the evaluative word of an EVALUATED_OBJECT frame, -1 if none.
  int32_t evaluation = -1;
  uint32_t evaluated_by = kNoCue;  // the entry of that word
  int score = 0;                   // more specific frames score higher

  // All but the cue as new, for a cue at `unit` of `group`.
  void Reset(int32_t at_group, uint32_t at_unit) {
    group = at_group;
    unit = at_unit;
    holder = {};
    targets.clear();
    context = false;
    echo = false;
    echoed = {};
    matrix = event = list = false;
    polarity = {};
    carrier = -1;
    evaluation = -1;
    evaluated_by = kNoCue;
    score = 0;
  }
};

// An issue, a proposal, a noun of stance, an act; "it" may be any of them.
bool CanBeContested(const SentenceView& view, const TargetRef& target);

// Fills the best frame of the cue readings of `unit` in `group`; false where no
// frame holds.
bool FillBestFrame(const SentenceView& view, int32_t group, uint32_t unit,
                   FilledFrame* filled);

// The same for a target that is looked through: only frames without holder.
// Returns the inner targets of the operator or cue at `group`.
bool FillTargets(const SentenceView& view, uint32_t cue, int32_t group,
                 FilledFrame* filled);

}  // namespace stance

#endif  // STANCE_ENGINE_STANCE_FRAMES_H_
