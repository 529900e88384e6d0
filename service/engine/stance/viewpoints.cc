#include "service/engine/stance/viewpoints.h"

#include "service/engine/stance/mention_parts.h"
#include "service/engine/stance/spokesmen.h"

namespace stance {

namespace pb = lexicon::v1;

int32_t OpensForSomebody(const SentenceView& view) {
  const int32_t first = view.Is(0, GroupKind::kQuote) ? 1 : 0;
  if (!view.Is(first, GroupKind::kPreposition) ||
      (!view.Head(first).Has(pb::FUNCTION_ROLE_SPOKEN_FOR) &&
       !view.Head(first).MayBe(kTo)) ||
      !view.Is(first + 1, GroupKind::kNoun)) {
    return -1;
  }
  const int32_t last = view.LastConjunct(first + 1);
  // "To him the text is sound": a subject of its own begins right behind.
  if (view.Is(last + 1, GroupKind::kComma) ||
      (view.Is(last + 1, GroupKind::kNoun) &&
       view.units[view.At(last + 1).begin].Is(kDeterminer) &&
       view.ClauseOf(last + 1).subject == last + 1)) {
    return first + 1;
  }
  return -1;
}

int32_t InWhoseView(const SentenceView& view, int32_t noun) {
  // "by the union's lights", too.
  const Unit& preposition = view.Head(view.At(noun).preposition);
  if (!preposition.Has(pb::FUNCTION_ROLE_IN) &&
      !preposition.Has(pb::FUNCTION_ROLE_PASSIVE_AGENT)) {
    return -1;
  }
  const int32_t whose = view.At(noun).possessor;
  return whose < 0 ? GenitiveOf(view, noun) : whose;
}

int32_t WhoseReplyIs(const SentenceView& view, int32_t noun) {
  const int32_t verb = view.FirstOfPossessors(noun) - 1;
  if (!view.Is(verb, GroupKind::kVerb) ||
      !view.Is(verb - 1, GroupKind::kQuote)) {
    return -1;
  }
  int32_t whose = view.At(noun).possessor;
  if (whose < 0 && view.Is(noun + 1, GroupKind::kPreposition) &&
      view.Head(noun + 1).Has(pb::FUNCTION_ROLE_HOLDER_PREPOSITION)) {
    whose = noun + 2;
  }
  return whose >= 0 && view.Is(whose, GroupKind::kNoun) ? whose : -1;
}

int32_t AccordingToWhom(const SentenceView& view, int32_t word) {
  int32_t noun = word + 1;
  while (view.Is(noun, GroupKind::kPreposition)) ++noun;
  return view.Is(noun, GroupKind::kNoun) ? Spokesman(view, noun) : -1;
}

}  // namespace stance
