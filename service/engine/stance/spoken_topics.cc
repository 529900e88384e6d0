#include "service/engine/stance/spoken_topics.h"

#include "service/engine/stance/mention_parts.h"
#include "service/engine/stance/phrase_ends.h"
#include "service/engine/stance/targets.h"

namespace stance {
namespace {

namespace pb = lexicon::v1;

// The quotation mark before the verdict; -1 where it does not open one, or
// where words follow in it that are no part of its phrase.
int32_t OpeningOf(const SentenceView& view, int32_t verdict) {
  int32_t opening = verdict - 1;
  while (view.Is(opening, GroupKind::kAdverb)) --opening;
  if (!view.Is(opening, GroupKind::kQuote)) return -1;
  // "A disgrace to the town", "unfair on the poor".
  int32_t end = verdict + 1;
  while (view.Is(end, GroupKind::kPreposition) ||
         (view.Is(end, GroupKind::kNoun) &&
          view.Is(end - 1, GroupKind::kPreposition))) {
    ++end;
  }
  if (view.Is(end, GroupKind::kComma) || view.Is(end, GroupKind::kBreak)) {
    ++end;
  }
  return end >= view.syntax.size() || view.Is(end, GroupKind::kQuote) ? opening
                                                                      : -1;
}

// Behind the preposition at `i`; -1 for a time, a pronoun, or no noun.
int32_t NounBehind(const SentenceView& view, int32_t i) {
  const int32_t noun = ObjectOf(view, i);
  return noun >= 0 && view.Is(noun, GroupKind::kNoun) &&
                 !view.Head(noun).Is(kTime | kPronoun)
             ? noun
             : -1;
}

// "said of | the levy", "said Ms Roe of | the levy".
int32_t SaidOf(const SentenceView& view, int32_t quotation_end) {
  for (int32_t i = quotation_end + 1; i < view.syntax.size(); ++i) {
    if (!view.Is(i, GroupKind::kVerb) ||
        !view.Head(i).Reads(EntryKind::kReporting)) {
      continue;
    }
    int32_t of = i + 1;
    const bool inverted =
        view.Is(of, GroupKind::kNoun) && view.ClauseOf(i).subject == of;
    if (inverted) ++of;
    if (!view.Is(of, GroupKind::kPreposition) ||
        !view.Head(of).Has(pb::FUNCTION_ROLE_GENITIVE)) {
      return -1;
    }
    const int32_t topic = NounBehind(view, of);
    // "said Ms Roe of | the miners' union": whose she is.
    return inverted && topic >= 0 && CanHold(view, topic) ? -1 : topic;
  }
  return -1;
}

// "Her verdict on | the levy |:", "said of | the levy |:".
int32_t BeforeMark(const SentenceView& view, int32_t opening) {
  if (!view.Is(opening - 1, GroupKind::kBreak) &&
      !view.Is(opening - 1, GroupKind::kComma)) {
    return -1;
  }
  for (int32_t i = opening - 2; i >= 0 && i > opening - 8; --i) {
    if (view.Is(i, GroupKind::kVerb) || view.Is(i, GroupKind::kComma)) break;
    if (!view.Is(i, GroupKind::kPreposition)) continue;
    // "told the council of the levy": of what was told.
    const int32_t before = i - 1;
    const bool said = view.Is(before, GroupKind::kVerb) &&
                      view.Head(before).Reads(EntryKind::kReporting) &&
                      view.Head(i).Has(pb::FUNCTION_ROLE_GENITIVE);
    // "her verdict on | the levy |", "the union's answer to it".
    const bool judged =
        view.Is(before, GroupKind::kNoun) &&
        (view.At(before).possessor >= 0 ||
         view.units[view.At(before).begin].Is(kPossessivePronoun)) &&
        view.Head(i).Has(pb::FUNCTION_ROLE_TARGET_PREPOSITION) &&
        !view.Head(i).Has(pb::FUNCTION_ROLE_GENITIVE);
    const bool felt = view.Is(before, GroupKind::kAdjective) &&
                      view.Is(before - 1, GroupKind::kVerb) &&
                      view.At(before - 1).copula;
    if (said || judged || felt) return NounBehind(view, i);
  }
  return -1;
}

// "Asked about | the levy |, she said: …", "Of | the levy |, she said: …".
int32_t Fronted(const SentenceView& view, int32_t opening) {
  int32_t preposition = 0;
  if (view.Is(0, GroupKind::kVerb) &&
      view.At(0).form == VerbForm::kParticiple &&
      view.Head(0).Reads(EntryKind::kReporting)) {
    preposition = 1;
  }
  const bool opens_speech = view.Is(opening - 1, GroupKind::kBreak) ||
                            view.Is(opening - 1, GroupKind::kComma);
  if (!opens_speech || !view.Is(preposition, GroupKind::kPreposition) ||
      !view.Head(preposition).Has(pb::FUNCTION_ROLE_TARGET_PREPOSITION) ||
      (preposition == 0 && view.Head(0).Has(pb::FUNCTION_ROLE_IN))) {
    return -1;
  }
  const int32_t noun = NounBehind(view, preposition);
  if (noun < 0 || noun > opening) return -1;
  const int32_t comma = NounPhraseEnd(view, noun) + 1;
  return comma < opening && view.Is(comma, GroupKind::kComma) ? noun : -1;
}

}  // namespace

int32_t TopicOfSpeech(const SentenceView& view, int32_t verdict) {
  const int32_t opening = OpeningOf(view, verdict);
  if (opening < 0) return -1;
  if (opening == 0) return SaidOf(view, verdict);
  const int32_t before = BeforeMark(view, opening);
  return before >= 0 ? before : Fronted(view, opening);
}

}  // namespace stance
