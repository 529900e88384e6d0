#include "service/engine/stance/contrasts.h"

#include "service/engine/stance/mention_parts.h"
#include "service/engine/stance/phrase_ends.h"

namespace stance {
namespace {

namespace pb = lexicon::v1;

bool IsPlainNot(const SentenceView& view, int32_t group) {
  return view.Is(group, GroupKind::kAdverb) && view.Head(group).Is(kNegation) &&
         view.At(group).end - view.At(group).begin == 1;
}

bool IsAdversative(const SentenceView& view, int32_t group) {
  return view.Is(group, GroupKind::kCoordinator) &&
         view.Head(group).Has(pb::FUNCTION_ROLE_ADVERSATIVE);
}

// The noun group at `i` or behind the target's own preposition there,
// `governor` (0 for none), where no clause of its own begins with it; -1 for
// none.
int32_t NounAt(const SentenceView& view, int32_t i, WordId governor) {
  if (governor != 0 && view.Is(i, GroupKind::kPreposition) &&
      view.Head(i).word == governor) {
    ++i;
  }
  if (!view.Is(i, GroupKind::kNoun) ||
      view.Head(i).Is(kTime | kNumberWord | kPronoun)) {
    return -1;
  }
  i = Possessed(view, i);
  const Clause& clause = view.ClauseOf(i);
  const bool subject = clause.subject == i && clause.verb > i;
  return subject ? -1 : i;
}

// "would sooner", "would rather have", "would prefer": phrases of a modal verb.
bool Prefers(const SentenceView& view, const FilledFrame& frame) {
  const Unit& cue = view.units[frame.unit];
  return cue.end - cue.begin > 1 &&
         (view.lexicon.Word(view.text.tokens[cue.begin].word).classes &
          kModal) != 0;
}

// "rather than | a ban", "instead of | a ban", behind what `prefers` also "than
// | a ban": behind the preposition; -1 where none begins at `i`.
int32_t BehindInstead(const SentenceView& view, int32_t i,
                      bool prefers = false) {
  if (prefers && view.Is(i, GroupKind::kPreposition) &&
      view.Head(i).Has(pb::FUNCTION_ROLE_CONTRAST)) {
    return i + 1;
  }
  return view.Is(i, GroupKind::kAdverb) &&
                 view.Head(i).Has(pb::FUNCTION_ROLE_CONTRAST) &&
                 view.Is(i + 1, GroupKind::kPreposition)
             ? i + 2
             : -1;
}

// "would rather strike than | accept it", "to lease it rather than | sell it":
// of an infinitive.
Contrast ContrastToVerb(const SentenceView& view, const FilledFrame& frame,
                        int32_t verb) {
  int32_t i = VerbPhraseEnd(view, verb) + 1;
  while (view.Is(i, GroupKind::kQuote)) ++i;
  const bool prefers = Prefers(view, frame);
  int32_t other = BehindInstead(view, i, prefers);
  while (view.Is(other, GroupKind::kQuote)) ++other;
  if (other < 0 || !view.Is(other, GroupKind::kVerb) ||
      view.At(other).form == VerbForm::kFinite) {
    return {};
  }
  // "would sooner eat his hat", "would rather resign": whoever only wants it
  // more than what is out of the question; not "would rather raise taxes".
  const uint32_t last = view.units[frame.unit].end - 1;
  const WordInfo& word = view.lexicon.Word(view.text.tokens[last].word);
  const bool only = prefers && (word.classes & kAdverb) != 0 &&
                    (!word.Has(pb::FUNCTION_ROLE_CONTRAST) ||
                     VerbPhraseEnd(view, verb) == verb);
  return {.group = other, .only = only};
}

// "praised it for its reach | but none for | its cost": behind the preposition;
// -1 where nothing of the kind stands behind the phrases from `i` on.
int32_t BehindNone(const SentenceView& view, int32_t i) {
  constexpr int32_t kReach = 5;
  for (const int32_t end = i + kReach; i < end; ++i) {
    if (view.Is(i, GroupKind::kCoordinator)) {
      return view.Is(i + 1, GroupKind::kNoun) && view.At(i + 1).negative &&
                     view.Head(i + 1).Is(kPronoun) &&
                     view.Is(i + 2, GroupKind::kPreposition) &&
                     !view.Head(i + 2).Has(pb::FUNCTION_ROLE_GENITIVE)
                 ? i + 3
                 : -1;
    }
    if (!view.Is(i, GroupKind::kNoun) && !view.Is(i, GroupKind::kPreposition) &&
        !view.Is(i, GroupKind::kComma)) {
      return -1;
    }
  }
  return -1;
}

}  // namespace

Contrast ContrastTo(const SentenceView& view, const FilledFrame& frame,
                    const TargetRef& target) {
  if (target.group < frame.group || target.kind == TargetRef::Kind::kClause) {
    return {};
  }
  if (target.kind == TargetRef::Kind::kVerb) {
    return view.syntax.any.Has(pb::FUNCTION_ROLE_CONTRAST)
               ? ContrastToVerb(view, frame, target.group)
               : Contrast{};
  }
  if (!view.syntax.any.MayBe(kNegation) &&
      !view.syntax.any.Has(pb::FUNCTION_ROLE_CONTRAST)) {
    return {};
  }
  const int32_t preposition = view.At(target.group).preposition;
  const int32_t begin = preposition > frame.group ? preposition : target.group;
  // That of "gave its blessing to" is the last word of the cue.
  const WordId governor =
      preposition >= 0 && preposition != frame.group
          ? view.Head(preposition).word
          : view.text.tokens[view.units[frame.unit].end - 1].word;
  int32_t i = NounPhraseEnd(view, target.group, target.limit) + 1;
  while (view.Is(i, GroupKind::kQuote)) ++i;
  // "not a ban but a levy".
  if (IsPlainNot(view, begin - 1)) {
    if (view.Is(i, GroupKind::kComma)) ++i;
    if (!IsAdversative(view, i)) return {};
    return {NounAt(view, i + 1, governor), true};
  }
  if (const int32_t behind = BehindInstead(view, i, Prefers(view, frame));
      behind >= 0) {
    return {NounAt(view, behind, governor)};
  }
  if (const int32_t lacking = BehindNone(view, i); lacking >= 0) {
    return {NounAt(view, lacking, 0)};
  }
  // "Instead of a ban, Peru wants a levy".
  if (const int32_t behind = BehindInstead(view, 0); behind >= 0) {
    const int32_t noun = NounAt(view, behind, 0);
    if (noun >= 0 && view.Is(noun + 1, GroupKind::kComma) &&
        view.ClauseOf(frame.group).subject == noun + 2) {
      return {noun};
    }
  }
  // "a levy, not a ban", "for the cap but not for the delay".
  const bool comma = view.Is(i, GroupKind::kComma);
  if (comma) ++i;
  const bool but = IsAdversative(view, i);
  if (but) ++i;
  if ((!comma && !but) || !IsPlainNot(view, i)) return {};
  return {NounAt(view, i + 1, governor)};
}

namespace {

// "every member | except Hungary": who is left out; -1 for none.
int32_t ExceptedAt(const SentenceView& view, int32_t group) {
  if (!view.Is(group, GroupKind::kPreposition)) return -1;
  bool excepts = false;
  view.ForEach(EntryKind::kModifier, view.Head(group),
               [&](const EntryRef& ref) {
                 excepts |= view.lexicon.modifiers[ref.index].effect ==
                            pb::MODIFIER_EFFECT_EXCEPT;
               });
  if (!excepts) return -1;
  const int32_t other = ObjectOf(view, group);
  return other >= 0 && view.Is(other, GroupKind::kNoun) && CanHold(view, other)
             ? other
             : -1;
}

}  // namespace

int32_t DeniedBeside(const SentenceView& view, int32_t holder) {
  int32_t i = view.LastConjunct(holder) + 1;
  const bool comma = view.Is(i, GroupKind::kComma);
  if (comma) ++i;
  if (const int32_t other = ExceptedAt(view, i); other >= 0) return other;
  // "Except for Hungary, | every member backs it".
  if (const int32_t other = ExceptedAt(view, 0); other >= 0) {
    const int32_t behind = view.LastConjunct(other) + 1;
    if (view.Is(behind, GroupKind::kComma) &&
        view.FirstOfPossessors(holder) == behind + 1) {
      return other;
    }
  }
  const bool but = IsAdversative(view, i) && !comma;
  if (but) ++i;
  if ((!comma && !but) || !IsPlainNot(view, i)) return -1;
  const int32_t preposition = view.At(holder).preposition;
  const int32_t other =
      NounAt(view, i + 1, preposition >= 0 ? view.Head(preposition).word : 0);
  if (other < 0 || !CanHold(view, other)) return -1;
  // Behind the verb only with the preposition again: "praised by Peru, not
  // Chile" may be of whom it praised.
  return view.Is(other + 1, GroupKind::kVerb) ||
                 view.Is(other + 1, GroupKind::kComma) ||
                 (preposition >= 0 && view.At(other).preposition >= 0)
             ? other
             : -1;
}

}  // namespace stance
