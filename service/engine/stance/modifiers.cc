#include "service/engine/stance/modifiers.h"

#include "service/engine/stance/parentheticals.h"

namespace stance {
namespace {

namespace pb = lexicon::v1;

void Read(const SentenceView& view, uint32_t u, Modifiers* m) {
  const Unit& unit = view.units[u];
  bool modifier = false;
  view.ForEach(EntryKind::kModifier, unit, [&](const EntryRef& ref) {
    const ModifierEntry& entry = view.lexicon.modifiers[ref.index];
    modifier = true;
    switch (entry.effect) {
      case pb::MODIFIER_EFFECT_NEGATE:
        ++m->negations;
        break;
      case pb::MODIFIER_EFFECT_CEASE:
        m->cease = true;
        break;
      case pb::MODIFIER_EFFECT_POSSIBLE:
        if (!unit.Is(kModal)) m->possible = true;
        break;
      case pb::MODIFIER_EFFECT_SUPERSEDED:
        m->superseded = true;
        break;
      default:
        return;
    }
    m->unit = u;
    m->entry = entry.id;
  });
  if (!modifier && unit.Is(kNegation) && !unit.Is(kPronoun | kDeterminer)) {
    ++m->negations;
    m->unit = u;
  }
}

// "supports neither X nor Y", "called for not one but two": the negation
// stands between the verb and its object.
void ReadBeforeObject(const SentenceView& view, const FilledFrame& frame,
                      Modifiers* m) {
  for (int32_t i = frame.group + 1; i < view.syntax.size(); ++i) {
    if (view.Is(i, GroupKind::kPreposition)) continue;
    if (!view.Is(i, GroupKind::kAdverb) || !view.Head(i).Is(kNegation) ||
        !(view.Is(i + 1, GroupKind::kNoun) ||
          view.Is(i + 1, GroupKind::kPreposition))) {
      return;
    }
    ++m->negations;
    m->unit = view.At(i).head;
    return;
  }
}

// "would not, | however, | accept it": the auxiliary that stands before what is
// set in commas before its verb; -1 for none.
int32_t AuxiliaryBeforeInsertion(const SentenceView& view, int32_t verb) {
  if (!IsParentheticalMark(view, verb - 1)) return -1;
  constexpr int32_t kLongest = 12;
  for (int32_t i = verb - 2; i > 0 && i > verb - kLongest; --i) {
    if (!IsParentheticalMark(view, i)) continue;
    int32_t auxiliary = i - 1;
    while (view.Is(auxiliary, GroupKind::kAdverb)) --auxiliary;
    return view.Is(auxiliary, GroupKind::kVerb) &&
                   view.Head(auxiliary).Is(kModal | kDo | kHave | kBe) &&
                   EndOfParenthetical(view, i) == verb - 1
               ? auxiliary
               : -1;
  }
  return -1;
}

// "could hardly be | more | opposed to it": denied of a comparative it says
// that nobody is it more.
bool IsUtmost(const SentenceView& view, const FilledFrame& frame,
              int32_t verb) {
  if (frame.carrier != verb || frame.group != verb + 2 ||
      !view.Is(verb + 1, GroupKind::kAdjective) ||
      !view.Head(verb + 1).MayBe(kAdverb)) {
    return false;
  }
  return view.units[view.At(verb).begin].Has(pb::FUNCTION_ROLE_ABILITY_MODAL);
}

}  // namespace

Modifiers ReadModifiersAround(const SentenceView& view,
                              const FilledFrame& frame, int32_t verb) {
  Modifiers m;
  const Group& g = view.At(verb);
  for (uint32_t u = g.begin; u < g.end; ++u) Read(view, u, &m);
  if (m.negations % 2 == 1 && IsUtmost(view, frame, verb)) m.negations = 0;
  for (int32_t i = verb - 1; i >= 0 && view.Is(i, GroupKind::kAdverb); --i) {
    Read(view, view.At(i).begin, &m);
  }
  if (const int32_t i = view.ClauseOf(verb).auxiliary < 0
                            ? AuxiliaryBeforeInsertion(view, verb)
                            : -1;
      i >= 0) {
    for (int32_t j = i;
         view.Is(j, GroupKind::kVerb) || view.Is(j, GroupKind::kAdverb); ++j) {
      for (uint32_t u = view.At(j).begin; u < view.At(j).end; ++u)
        Read(view, u, &m);
    }
  }
  const Clause& clause = view.ClauseOf(verb);
  if (clause.auxiliary >= 0 && clause.verb == verb) {
    const int32_t before = clause.auxiliary - 1;
    const Group& auxiliary = view.At(clause.auxiliary);
    if (view.Is(before, GroupKind::kCoordinator)) {
      ++m.negations;
      m.unit = view.At(before).head;
    }
    const uint32_t first = view.Is(before, GroupKind::kAdverb)
                               ? view.At(before).begin
                               : auxiliary.begin;
    for (uint32_t u = first; u < auxiliary.end; ++u) Read(view, u, &m);
    // "will not, | however, support it".
    for (int32_t i = clause.auxiliary + 1; view.Is(i, GroupKind::kAdverb);
         ++i) {
      for (uint32_t u = view.At(i).begin; u < view.At(i).end; ++u) {
        Read(view, u, &m);
      }
    }
  }
  // "has neither backed nor opposed it".
  if (view.Is(verb - 1, GroupKind::kCoordinator) &&
      view.At(verb - 1).negative) {
    ++m.negations;
    m.unit = view.At(verb - 1).head;
  }
  if (frame.carrier == verb) ReadBeforeObject(view, frame, &m);
  // "is not in favour of", "are by no means happy with".
  const int32_t limit =
      frame.carrier == verb && frame.group > verb ? frame.group : verb + 1;
  for (int32_t i = verb + 1; i < limit; ++i) {
    // "are | less | happy with it".
    const bool graded = view.Is(i, GroupKind::kAdjective) &&
                        view.Head(i).Reads(EntryKind::kModifier);
    if (!view.Is(i, GroupKind::kAdverb) && !graded) continue;
    for (uint32_t u = view.At(i).begin; u < view.At(i).end; ++u)
      Read(view, u, &m);
  }
  return m;
}

Modifiers ModifiersBefore(const SentenceView& view, const FilledFrame& frame) {
  Modifiers m;
  if (frame.carrier >= 0) return m;
  ReadBeforeObject(view, frame, &m);
  // "once | the cap's | loudest critic".
  for (int32_t i = view.FirstOfPossessors(frame.group) - 1;
       i >= 0 && view.Is(i, GroupKind::kAdverb); --i) {
    for (uint32_t u = view.At(i).begin; u < view.At(i).end; ++u)
      Read(view, u, &m);
  }
  return m;
}

}  // namespace stance
