#include "service/engine/stance/question_topics.h"

#include "service/engine/stance/mention_parts.h"
#include "service/engine/stance/targets.h"

namespace stance {
namespace {

namespace pb = lexicon::v1;

// "the baths", not "you", "Any second thoughts", "Last one".
bool NamesTopic(const SentenceView& view, int32_t noun) {
  if (noun < 0 || !view.Is(noun, GroupKind::kNoun)) return false;
  constexpr uint32_t kNone =
      kPronoun | kNumberWord | kQuantifier | kTime | kInterrogative;
  return noun > view.syntax.label_end && !view.Head(noun).Is(kNone) &&
         !view.units[view.At(noun).begin].Is(kQuantifier | kInterrogative) &&
         ActorOf(view, noun) < 0;
}

// "And the levy?", "What about closing it?": the first noun or gerund.
TargetRef OfFragment(const SentenceView& view) {
  constexpr int32_t kReach = 6;
  const int32_t first = view.syntax.label_end + 1;
  for (int32_t g = first; g < first + kReach && g < view.syntax.size(); ++g) {
    switch (view.At(g).kind) {
      case GroupKind::kVerb:
        return view.At(g).form == VerbForm::kGerund
                   ? TargetRef{TargetRef::Kind::kVerb, g}
                   : TargetRef{};
      case GroupKind::kNoun: {
        const int32_t noun = Possessed(view, g);
        if (NamesTopic(view, noun)) return {TargetRef::Kind::kNoun, noun};
        if (!view.Head(g).Has(pb::FUNCTION_ROLE_WHAT)) return {};
        continue;
      }
      default:
        continue;
    }
  }
  return {};
}

// "is itching | to switch | on cameras": the innermost of the verbs.
int32_t LastOfVerbs(const SentenceView& view, int32_t verb) {
  int32_t next = verb + 1;
  while (view.Is(next, GroupKind::kVerb) &&
         view.At(next).form == VerbForm::kToInfinitive) {
    verb = next++;
  }
  return verb;
}

TargetRef AskedAbout(const SentenceView& view) {
  int32_t verb = -1;
  for (const Clause& clause : view.syntax.clauses) {
    if (clause.kind != ClauseKind::kMain || clause.verb < 0) continue;
    verb = clause.verb;
    break;
  }
  if (verb < 0) return OfFragment(view);
  const int32_t subject = view.ClauseOf(verb).subject;
  const Group& group = view.At(verb);
  if (group.passive && NamesTopic(view, subject)) {
    return {TargetRef::Kind::kClause, verb};
  }
  if (group.copula && NamesTopic(view, subject)) {
    return {TargetRef::Kind::kNoun, subject};
  }
  const int32_t object = ObjectOf(view, LastOfVerbs(view, verb));
  if (NamesTopic(view, object)) return {TargetRef::Kind::kNoun, object};
  return {};
}

}  // namespace

void NoteQuestion(const SentenceView& view, Discourse* discourse) {
  if (view.syntax.clauses.empty()) return;
  Discourse::Topic& topic = discourse->asked_about;
  // Another question.
  if (view.syntax.label_end >= 0) topic = {};
  const TargetRef target = AskedAbout(view);
  if (target) {
    const TokenSpan span = TargetSpan(view, target);
    topic.mention = view.Span(span.begin, span.end);
    topic.issue =
        target.kind == TargetRef::Kind::kNoun
            ? view.FirstReading(EntryKind::kIssue, view.Head(target.group))
            : -1;
  }
  topic.sentence = view.index;
}

}  // namespace stance
