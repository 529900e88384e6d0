#include "service/engine/stance/undone_events.h"

#include <algorithm>

#include "service/engine/stance/implied_acts.h"
#include "service/engine/stance/mention_parts.h"
#include "service/engine/stance/negation.h"
#include "service/engine/stance/targets.h"

namespace stance {

namespace pb = lexicon::v1;

void NoteUndoing(const SentenceView& view, const Clause& clause,
                 Discourse* discourse) {
  const int32_t verb = clause.verb;
  if (clause.kind != ClauseKind::kMain || clause.subject < 0 ||
      !view.Head(verb).Reads(EntryKind::kCue) || view.At(verb).modal ||
      view.At(verb).form != VerbForm::kFinite || !UndoesObject(view, verb) ||
      IsNegated(view, verb) || view.InSpeech(view.FirstToken(verb))) {
    return;
  }
  // "the levy was scrapped"; of what somebody does only the act.
  const TokenSpan span =
      TargetSpan(view, {view.At(verb).passive ? TargetRef::Kind::kClause
                                              : TargetRef::Kind::kVerb,
                        verb});
  discourse->undone = view.TextOf(view.Span(span.begin, span.end));
  discourse->undone_sentence = view.index;
  if (view.At(verb).passive) {
    const TokenSpan thing =
        TargetSpan(view, {TargetRef::Kind::kNoun, clause.subject});
    discourse->undone_thing = view.TextOf(view.Span(thing.begin, thing.end));
    discourse->undone_thing_sentence = view.index;
  }
}

bool ReactsToEvents(const CueEntry& cue) {
  return std::any_of(
      cue.frames.begin(), cue.frames.end(), [](const Frame& frame) {
        return std::any_of(frame.targets.begin(), frame.targets.end(),
                           [](const Filler& target) {
                             return target.slot == pb::SLOT_THAT_CLAUSE &&
                                    !target.prepositions.empty();
                           });
      });
}

}  // namespace stance
