#include "service/engine/stance/companions.h"

#include <algorithm>

#include "service/engine/stance/mention_parts.h"
#include "service/engine/stance/phrase_ends.h"
#include "service/engine/stance/targets.h"

namespace stance {
namespace {

namespace pb = lexicon::v1;

bool ReadsBeside(const SentenceView& view, int32_t group,
                 pb::Direction direction) {
  bool beside = false;
  view.ForEach(EntryKind::kModifier, view.Head(group),
               [&](const EntryRef& ref) {
                 const ModifierEntry& m = view.lexicon.modifiers[ref.index];
                 beside |= m.effect == pb::MODIFIER_EFFECT_BESIDE &&
                           (m.direction == pb::DIRECTION_BACKWARD) ==
                               (direction == pb::DIRECTION_BACKWARD);
               });
  return beside;
}

bool IsBeside(const SentenceView& view, int32_t group) {
  return view.Is(group, GroupKind::kPreposition) &&
         ReadsBeside(view, group, pb::DIRECTION_FORWARD);
}

// Somebody in particular: "like the mayor", not "like many others".
bool IsParticular(const SentenceView& view, int32_t group) {
  if (!CanHold(view, group) || view.Head(group).Is(kPronoun)) return false;
  const Group& g = view.At(group);
  if (view.Head(group).Has(pb::FUNCTION_ROLE_QUANTITY)) return false;
  for (uint32_t u = g.begin; u < g.end; ++u) {
    if (view.units[u].Is(kQuantifier | kPossessivePronoun) ||
        view.units[u].Has(pb::FUNCTION_ROLE_INCLUSIVE)) {
      return false;
    }
  }
  return view.Head(group).Is(kProper) || g.plural ||
         view.units[view.At(view.FirstOfPossessors(group)).begin].Has(
             pb::FUNCTION_ROLE_DEFINITE) ||
         g.possessor >= 0;
}

// Of the words at `group`, "including Peru" or "among them Peru": some of a
// plural; -1 for none.
int32_t NamedMember(const SentenceView& view, int32_t group) {
  if (group >= view.syntax.size()) return -1;
  const Unit& head = view.Head(group);
  int32_t noun = -1;
  if (head.Has(pb::FUNCTION_ROLE_INCLUDING)) {
    noun = ObjectOf(view, group);
  } else if (view.Is(group, GroupKind::kPreposition) &&
             head.Has(pb::FUNCTION_ROLE_HOLDER_PREPOSITION) &&
             view.Is(group + 1, GroupKind::kNoun) &&
             view.Head(group + 1).Has(pb::FUNCTION_ROLE_THIRD_PLURAL)) {
    noun = ObjectOf(view, group + 1);
  }
  return noun >= 0 && view.Is(noun, GroupKind::kNoun) &&
                 IsParticular(view, noun)
             ? noun
             : -1;
}

// Of the words at `group`, "along with" or "joined by": the noun group that
// they name, also of a part where `plural`; -1 for none.
int32_t NamedBeside(const SentenceView& view, int32_t group,
                    bool plural = false) {
  int32_t preposition = group;
  if (plural) {
    if (const int32_t member = NamedMember(view, group); member >= 0) {
      return member;
    }
  }
  if (view.Is(group, GroupKind::kVerb)) {
    if (!view.Head(group).Has(pb::FUNCTION_ROLE_JOIN) ||
        view.At(group).form != VerbForm::kParticiple ||
        !view.Is(group + 1, GroupKind::kPreposition) ||
        !view.Head(group + 1).Has(pb::FUNCTION_ROLE_PASSIVE_AGENT)) {
      return -1;
    }
    ++preposition;
  } else if (!IsBeside(view, group)) {
    return -1;
  }
  const int32_t noun = ObjectOf(view, preposition);
  return noun >= 0 && view.Is(noun, GroupKind::kNoun) &&
                 IsParticular(view, noun)
             ? noun
             : -1;
}

// "(Norway opposes it), | Sweden too", "(most) | , Sweden included": the noun
// group behind the comma, where words behind it say that it holds the same, and
// nothing follows them; -1 for none.
int32_t NamedToo(const SentenceView& view, int32_t comma) {
  int32_t noun = comma + 1;
  // "with Sweden | in tow", "and Sweden | too".
  if (view.Is(noun, GroupKind::kCoordinator) ||
      (view.Is(noun, GroupKind::kPreposition) &&
       view.Head(noun).Has(pb::FUNCTION_ROLE_INSTRUMENT))) {
    ++noun;
  }
  while (view.Is(noun + 1, GroupKind::kOther)) noun += 2;
  if (!view.Is(noun, GroupKind::kNoun) || !IsParticular(view, noun)) return -1;
  const int32_t too = view.LastConjunct(noun) + 1;
  if (too >= view.syntax.size()) return -1;
  if (!ReadsBeside(view, too, pb::DIRECTION_BACKWARD)) return -1;
  const int32_t after = too + 1;
  return after >= view.syntax.size() || view.Is(after, GroupKind::kBreak) ||
                 view.Is(after, GroupKind::kComma) ||
                 view.Is(after, GroupKind::kQuote)
             ? noun
             : -1;
}

// "opposes it, | along with Sweden": at the end of the clause. Not behind
// somebody who is its object.
int32_t BesideAtEnd(const SentenceView& view, int32_t verb, bool plural) {
  constexpr int32_t kReach = 16;
  const int32_t limit = std::min(view.syntax.size(), verb + kReach);
  for (int32_t i = verb + 1; i < limit; ++i) {
    if (view.Is(i, GroupKind::kVerb)) break;
    const bool stop = view.Is(i, GroupKind::kBreak);
    if (!stop && !view.Is(i, GroupKind::kComma)) continue;
    if (const int32_t too = NamedToo(view, i); too >= 0) return too;
    if (stop) break;
    const int32_t noun = NamedBeside(view, i + 1, plural);
    if (noun < 0) continue;
    const bool taken = view.Is(i - 1, GroupKind::kNoun) && CanHold(view, i - 1);
    return taken ? -1 : noun;
  }
  return -1;
}

}  // namespace

int32_t FindCompanion(const SentenceView& view, int32_t holder, int32_t verb) {
  int32_t behind = view.LastConjunct(holder) + 1;
  if (view.Is(behind, GroupKind::kComma)) {
    // "Most states, Sweden included, …".
    if (const int32_t too = NamedToo(view, behind); too >= 0) return too;
    ++behind;
  } else if (view.Is(behind, GroupKind::kPreposition)) {
    // "critics of the levy, | led by Sweden".
    const int32_t end = NounPhraseEnd(view, holder) + 1;
    if (view.Is(end, GroupKind::kComma)) behind = end + 1;
  }
  // "Republicans" too, which is a name.
  const bool plural =
      view.At(holder).plural || view.Head(holder).MayBe(kNounPlural);
  if (const int32_t noun = NamedBeside(view, behind, plural); noun >= 0) {
    return noun;
  }
  if (verb < 0 || view.ClauseOf(verb).subject != holder ||
      view.ClauseOf(holder).verb != verb) {
    return -1;
  }
  // "Like Sweden, | Norway …": it opens the sentence.
  if (const int32_t noun = NamedBeside(view, 0); noun >= 0) {
    const int32_t comma = view.LastConjunct(noun) + 1;
    if (view.Is(comma, GroupKind::kComma) &&
        view.FirstOfPossessors(holder) == comma + 1) {
      return noun;
    }
  }
  return BesideAtEnd(view, verb, plural);
}

}  // namespace stance
