// The words of a target: the minimal phrase that a reader would write down.

#ifndef STANCE_ENGINE_STANCE_TARGETS_H_
#define STANCE_ENGINE_STANCE_TARGETS_H_

#include "service/engine/sentence.h"

namespace stance {

// A target in the sentence, before it has words: a noun group, a verb phrase
// without its subject, or a whole clause.
struct TargetRef {
  enum class Kind : uint8_t { kNone, kNoun, kVerb, kClause };
  Kind kind = Kind::kNone;
  int32_t group = -1;  // the noun group, or the verb group
  // The group where another slot of the frame begins, which the words of the
  // target end before; -1 for none.
  int32_t limit = -1;
  // What the frame's other targets are set against: "prefers A to | B".
  bool contrary = false;

  explicit operator bool() const { return kind != Kind::kNone; }
};

// The target's tokens, half-open: head and the modifiers that identify it,
// without leading article and without adjuncts of time and place behind.
struct TokenSpan {
  uint32_t begin = 0;
  uint32_t end = 0;
};
TokenSpan TargetSpan(const SentenceView& view, const TargetRef& target);

// The noun group after a preposition, over quotes and possessors; -1 for none.
int32_t NounAfter(const SentenceView& view, int32_t preposition);

// The first group after the verb that can be its object: a noun group or a
// gerund; -1 for none.
int32_t ObjectOf(const SentenceView& view, int32_t verb);

}  // namespace stance

#endif  // STANCE_ENGINE_STANCE_TARGETS_H_
