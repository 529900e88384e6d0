#include "service/engine/stance/answers.h"

#include <utility>

#include "service/engine/stance/negation.h"
#include "service/engine/stance/operators.h"

namespace stance {
namespace {

namespace pb = lexicon::v1;

// What an answer begins with, and which unit says so.
struct Opening {
  enum class Kind : uint8_t { kNone, kYes, kNo } kind = Kind::kNone;
  uint32_t unit = 0;
};

bool EndsAnswer(const SentenceView& view, int32_t group) {
  return group >= view.syntax.size() || view.Is(group, GroupKind::kComma) ||
         view.Is(group, GroupKind::kBreak) || view.Is(group, GroupKind::kQuote);
}

Opening OpeningOf(const SentenceView& view) {
  using enum Opening::Kind;
  int32_t first = view.syntax.label_end + 1;
  if (view.Is(first, GroupKind::kQuote)) ++first;
  if (first >= view.syntax.size()) return {};
  const uint32_t unit = view.At(first).begin;
  Opening opening{kNone, unit};
  view.ForEach(EntryKind::kModifier, view.units[unit],
               [&](const EntryRef& ref) {
                 switch (view.lexicon.modifiers[ref.index].effect) {
                   case pb::MODIFIER_EFFECT_AFFIRM:
                     opening.kind = kYes;
                     break;
                   case pb::MODIFIER_EFFECT_NEGATE:  // "by no means"
                   case pb::MODIFIER_EFFECT_DENY:
                     opening.kind = kNo;
                     break;
                   default:
                     break;
                 }
               });
  if (opening.kind != kNone) {
    return EndsAnswer(view, first + 1) ? opening : Opening{};
  }
  // "No, we …".
  if (view.units[unit].Is(kNegation) && EndsAnswer(view, first + 1)) {
    return {kNo, unit};
  }
  // "We do.", "It does not.", "I am."
  const int32_t verb = first + 1;
  if (!view.Is(first, GroupKind::kNoun) || !view.Head(first).Is(kPronoun) ||
      !view.Is(verb, GroupKind::kVerb) ||
      !view.Head(verb).Is(kBe | kHave | kDo | kModal)) {
    return {};
  }
  bool negated = IsNegated(view, verb);
  int32_t end = verb + 1;
  for (; view.Is(end, GroupKind::kAdverb); ++end) {
    negated |= view.Head(end).Is(kNegation);
  }
  if (!EndsAnswer(view, end)) return {};
  return {negated ? kNo : kYes, view.At(verb).head};
}

// The interviewee, the body they speak for, or one that they may speak for:
// "Does Peru back it?" asked of a spokesperson of nobody in particular, "Is the
// government against it?" of a minister.
bool IsAsked(const SentenceView& view, const Discourse& discourse,
             int32_t holder) {
  if (discourse.interviewee < 0) return false;
  const int32_t body = discourse.entities[discourse.interviewee].represents;
  if (holder == discourse.interviewee || holder == body) return true;
  const Entity& entity = discourse.entities[holder];
  if (body >= 0 || entity.represents >= 0) return false;
  return entity.kind == pb::ACTOR_KIND_COUNTRY ||
         (entity.actor < 0 && entity.agent >= 0 &&
          view.lexicon.agents[entity.agent].role == pb::AGENT_ROLE_BODY);
}

}  // namespace

void AskFor(const SentenceView& view, size_t first, Discourse* discourse,
            std::vector<FoundStance>* stances) {
  discourse->asked.clear();
  for (size_t i = first; i < stances->size(); ++i) {
    FoundStance& stance = (*stances)[i];
    if (IsAsked(view, *discourse, stance.holder)) {
      discourse->asked.push_back(std::move(stance));
    }
  }
  stances->resize(first);
}

void Answer(const SentenceView& view, bool explain, Discourse* discourse,
            std::vector<FoundStance>* stances) {
  const Opening opening = OpeningOf(view);
  if (opening.kind != Opening::Kind::kNone) {
    for (FoundStance& answer : discourse->asked) {
      if (opening.kind == Opening::Kind::kNo) {
        // Not to oppose it is no praise of it.
        answer.polarity = answer.polarity == pb::POLARITY_SUPPORTS
                              ? Apply(pb::EFFECT_REVERSE, answer.polarity)
                              : Negate(answer.polarity);
      }
      answer.factuality = pb::FACTUALITY_ASSERTED;
      answer.sentence = view.Span(view.sentence.begin, view.sentence.end);
      answer.sentence_index = view.index;
      answer.cue = view.UnitSpan(opening.unit);
      answer.quoted = false;
      answer.speakers.clear();
      answer.speakers.push_back(
          {discourse->interviewee,
           discourse->entities[discourse->interviewee].first});
      answer.way = Way::kEcho;
      answer.sieve = Sieve::kContext;
      answer.uncertain = false;
      answer.derivation.clear();
      if (explain) {
        answer.derivation.push_back({"frame", "answer", answer.cue,
                                     "answers the question", answer.polarity});
      }
      stances->push_back(std::move(answer));
    }
  }
  discourse->asked.clear();
}

}  // namespace stance
