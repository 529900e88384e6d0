#include "service/engine/stance/enacting.h"

#include "service/engine/stance/mention_parts.h"

namespace stance {

bool HasSubject(const SentenceView& view) {
  for (const Clause& clause : view.syntax.clauses) {
    if (clause.verb >= 0 && clause.subject >= 0 &&
        clause.kind != ClauseKind::kRelative &&
        view.At(clause.verb).form == VerbForm::kFinite) {
      return true;
    }
  }
  return false;
}

void NoteEnacting(const SentenceView& view, SentenceMentions* mentions,
                  Discourse* discourse) {
  const uint32_t next = view.index + 1;
  if (next >= view.text.sentences.size() || view.sentence.bullet ||
      (view.text.sentences[next].paragraph == view.sentence.paragraph &&
       !view.text.sentences[next].bullet)) {
    return;
  }
  const Token& last = view.text.tokens[view.sentence.end - 1];
  const char mark = view.text.source[last.begin];
  if ((mark != ',' && mark != ':') || HasSubject(view)) return;
  int32_t group = 0;
  while (view.Is(group, GroupKind::kAdverb) ||
         view.Is(group, GroupKind::kComma)) {
    ++group;
  }
  // "We, the Heads of Government of the Community, meeting at Castries".
  if (view.Is(group, GroupKind::kNoun) && view.Head(group).Is(kPronoun) &&
      view.Is(group + 1, GroupKind::kComma)) {
    group += 2;
  }
  group = Possessed(view, group);
  if (!view.Is(group, GroupKind::kNoun) || !CanHold(view, group)) return;
  const Resolution who = mentions->Who(group, -1);
  if (!who.entities.empty()) discourse->enacting = who.entities;
}

}  // namespace stance
