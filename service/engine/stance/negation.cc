#include "service/engine/stance/negation.h"

namespace stance {

namespace pb = lexicon::v1;

bool Denies(const SentenceView& view, int32_t verb) {
  const int32_t entry =
      view.FirstReading(EntryKind::kReporting, view.Head(verb));
  return entry >= 0 && view.lexicon.reporting_verbs[entry].denies;
}

bool HoldsNegation(const SentenceView& view, int32_t verb) {
  const Group& g = view.At(verb);
  int negations = 0;
  for (uint32_t u = g.begin; u < g.end; ++u) {
    const Unit& unit = view.units[u];
    if (unit.Is(kNegation)) {
      ++negations;
      continue;
    }
    view.ForEach(EntryKind::kModifier, unit, [&](const EntryRef& ref) {
      if (view.lexicon.modifiers[ref.index].effect ==
          pb::MODIFIER_EFFECT_NEGATE) {
        ++negations;
      }
    });
  }
  return negations % 2 == 1;
}

bool IsAfterNeither(const SentenceView& view, int32_t group) {
  group = view.FirstOfPossessors(group);
  return view.Is(group - 1, GroupKind::kAdverb) &&
         view.Head(group - 1).Is(kNegation) &&
         (view.Head(group - 1).Has(pb::FUNCTION_ROLE_ECHO) ||
          (view.units[view.At(group).begin].Is(kNumberWord) &&
           !view.At(group).plural));
}

bool IsNoneOfThem(const SentenceView& view, const Clause& clause) {
  const int32_t of = clause.opener - 1;
  return clause.kind == ClauseKind::kRelative &&
         view.Is(of, GroupKind::kPreposition) &&
         view.Head(of).Has(pb::FUNCTION_ROLE_GENITIVE) &&
         view.Is(of - 1, GroupKind::kNoun) && view.At(of - 1).negative;
}

bool DeniesOpposite(const SentenceView& view, int32_t verb) {
  int32_t other = -1;
  if (view.Is(verb - 1, GroupKind::kCoordinator)) {
    if (!view.At(verb - 1).negative) return false;
    for (other = verb - 2; other >= 0 && other > verb - 8; --other) {
      if (view.Is(other, GroupKind::kVerb)) break;
    }
  } else {
    for (int32_t i = verb + 1; i < view.syntax.size() && i < verb + 8; ++i) {
      if (view.Is(i, GroupKind::kCoordinator) && view.At(i).negative) {
        other = i + 1;
        break;
      }
    }
  }
  if (!view.Is(other, GroupKind::kVerb)) return false;
  return view.FindCue(view.Head(other), pb::WORD_CLASS_VERB,
                      [](const CueEntry& cue) {
                        return cue.polarity == pb::POLARITY_OPPOSES;
                      }) != nullptr;
}

}  // namespace stance
