// The object of a verb or preposition, over what stands between them.

#include "service/engine/stance/parentheticals.h"
#include "service/engine/stance/targets.h"

namespace stance {

namespace pb = lexicon::v1;

int32_t NounAfter(const SentenceView& view, int32_t preposition) {
  int32_t i = preposition + 1;
  while (view.Is(i, GroupKind::kQuote) || view.Is(i, GroupKind::kAdverb)) ++i;
  if (!view.Is(i, GroupKind::kNoun)) return -1;
  while (view.Is(i + 1, GroupKind::kOther) &&
         view.Head(i + 1).Is(kPossessiveClitic)) {
    int32_t possessed = i + 2;
    if (view.Is(possessed, GroupKind::kQuote)) ++possessed;
    if (!view.Is(possessed, GroupKind::kNoun)) return i;
    i = possessed;
  }
  return i;
}

namespace {

// "condemned in the strongest terms | the attack": the object behind a phrase
// that belongs to the verb; -1 for none.
int32_t AfterPhrase(const SentenceView& view, int32_t verb,
                    int32_t preposition) {
  if (!view.Is(verb, GroupKind::kVerb) || view.At(verb).passive) return -1;
  const int32_t noun = NounAfter(view, preposition);
  const bool as = view.Head(preposition).Has(pb::FUNCTION_ROLE_AS);
  if (noun < 0 && !as) return -1;
  // “in the strongest terms possible” | the overthrow; as “unjustified” | the
  // raid.
  int32_t object = (noun < 0 ? preposition : noun) + 1;
  while (view.Is(object, GroupKind::kQuote) ||
         view.Is(object, GroupKind::kAdjective)) {
    ++object;
  }
  // "adopted by a show | of hands | the motion", "rejected on Monday | as
  // absurd | the claim".
  bool more = false;
  for (int steps = 0; steps < 2 && view.Is(object, GroupKind::kPreposition);
       ++steps) {
    const int32_t inner = NounAfter(view, object);
    if (inner >= 0) {
      object = inner + 1;
    } else if (view.Head(object).Has(pb::FUNCTION_ROLE_AS) &&
               view.Is(object + 1, GroupKind::kAdjective)) {
      object += 2;
    } else {
      return -1;
    }
    more = true;
  }
  if (!view.Is(object, GroupKind::kNoun)) return -1;
  if (more && (view.ClauseOf(object).subject == object ||
               view.At(object).possessor >= 0)) {
    return -1;
  }
  // "Poland's withdrawal", "Monday's ruling".
  if (view.Is(object + 1, GroupKind::kOther) &&
      view.Head(object + 1).Is(kPossessiveClitic)) {
    return object;
  }
  if (view.Head(object).Is(kTime)) return -1;
  // "deplored on Monday Chile's exit": a time leaves no doubt.
  if (noun >= 0 && view.Head(noun).Is(kTime) &&
      view.ClauseOf(object).subject != object) {
    return object;
  }
  return view.units[view.At(object).begin].Is(kDeterminer | kPossessivePronoun)
             ? object
             : -1;
}

// "welcomed, but did not sign | , the accord": the comma closes what the verb
// was inserted with, and the object of both follows.
bool ClosesInsertion(const SentenceView& view, int32_t verb, int32_t comma) {
  if (!view.Is(comma, GroupKind::kComma)) return false;
  if (view.Is(verb, GroupKind::kPreposition)) --verb;
  if (!view.Is(verb, GroupKind::kVerb)) return false;
  // "supports, and Chile opposes, it".
  const int32_t subject = view.ClauseOf(verb).subject;
  const int32_t first = subject == verb - 1 ? subject : verb;
  if (!view.Is(first - 1, GroupKind::kCoordinator) ||
      !view.Is(first - 2, GroupKind::kComma)) {
    return false;
  }
  const int32_t object = comma + 1;
  return view.Is(object, GroupKind::kNoun) &&
         view.units[view.At(object).begin].Is(kDeterminer | kPossessivePronoun |
                                              kProper) &&
         view.ClauseOf(object).subject != object;
}

// "condemned | , in the strongest terms, | the raid": the object behind what
// the mark opens; -1 for none.
int32_t AfterParenthetical(const SentenceView& view, int32_t verb,
                           int32_t opening) {
  // "condemned by | , among others, | Chile".
  const bool by = view.Is(verb, GroupKind::kPreposition);
  if (!by && (!view.Is(verb, GroupKind::kVerb) || view.At(verb).passive)) {
    return -1;
  }
  const int32_t closing = EndOfParenthetical(view, opening);
  if (closing < 0) return -1;
  int32_t object = closing + 1;
  while (view.Is(object, GroupKind::kQuote)) ++object;
  if (!view.Is(object, GroupKind::kNoun) || view.Head(object).Is(kTime)) {
    return -1;
  }
  return view.ClauseOf(object).subject != object ? closing + 1 : -1;
}

// "rejected | last month | Ostra's bid": the noun group behind the time; the
// time itself where none is.
int32_t AfterTime(const SentenceView& view, int32_t verb, int32_t time) {
  const int32_t object = time + 1;
  return view.Is(verb, GroupKind::kVerb) && !view.At(verb).passive &&
                 view.Is(object, GroupKind::kNoun) &&
                 !view.Head(object).Is(kTime) &&
                 !view.Head(object).Is(kPronoun) &&
                 view.ClauseOf(object).subject != object
             ? object
             : time;
}

// The noun group or gerund that comes behind what may stand before an object;
// -1 for none.
int32_t FurtherBehind(const SentenceView& view, int32_t verb) {
  int32_t i = verb + 1;
  if (ClosesInsertion(view, verb, i)) ++i;
  if (IsParentheticalMark(view, i)) {
    const int32_t behind = AfterParenthetical(view, verb, i);
    if (behind >= 0) i = behind;
  }
  while (view.Is(i, GroupKind::kAdverb) || view.Is(i, GroupKind::kQuote)) ++i;
  // A temporal noun group may stand between: "backed on Monday", "said Monday".
  if (view.Is(i, GroupKind::kVerb) && view.At(i).form == VerbForm::kGerund) {
    return i;
  }
  // "rejected out of hand the offer", "declared void the vote".
  if (view.Is(i, GroupKind::kAdjective) && view.Is(i + 1, GroupKind::kNoun) &&
      view.Is(verb, GroupKind::kVerb) &&
      view.units[view.At(i + 1).begin].Is(kDeterminer | kPossessivePronoun)) {
    ++i;
  }
  if (view.Is(i, GroupKind::kPreposition)) i = AfterPhrase(view, verb, i);
  return view.Is(i, GroupKind::kNoun) ? i : -1;
}

}  // namespace

int32_t ObjectOf(const SentenceView& view, int32_t verb) {
  int32_t i = verb + 1;
  // Most objects stand right behind.
  if (!view.Is(i, GroupKind::kNoun)) {
    i = FurtherBehind(view, verb);
    if (i < 0 || view.Is(i, GroupKind::kVerb)) return i;
  }
  if (view.Head(i).Is(kTime)) i = AfterTime(view, verb, i);
  while (view.Is(i + 1, GroupKind::kOther) &&
         view.Head(i + 1).Is(kPossessiveClitic)) {
    int32_t possessed = i + 2;
    if (view.Is(possessed, GroupKind::kQuote)) ++possessed;
    if (!view.Is(possessed, GroupKind::kNoun) &&
        !view.Is(possessed, GroupKind::kVerb)) {
      return i;
    }
    i = possessed;
    if (view.Is(i, GroupKind::kVerb)) return i;
  }
  // "argued for months": no object.
  if (view.Head(i).Is(kTime)) return -1;
  return i;
}

}  // namespace stance
