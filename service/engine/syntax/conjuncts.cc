// Which noun group before a coordinator another one is a conjunct of.

#include "service/engine/syntax/clause_builder.h"

namespace stance {
namespace {

namespace pb = lexicon::v1;

bool IsNominalCue(const ClauseBuilder& b, int32_t group) {
  return b.Head(group).Takes(pb::SLOT_PREPOSITION);
}

// A proper name, or the name of a body that ends in a common noun: "the
// Maritime Council", "Newcastle Harbour".
bool IsListedName(const ClauseBuilder& b, int32_t group) {
  const Unit& head = b.Head(group);
  if (head.Is(kProper)) return true;
  const Group& g = b.groups[group];
  return g.head > g.begin && !head.person && !head.Is(kNounPlural) &&
         (b.text.tokens[head.begin].shape & kCapitalised) != 0 &&
         (b.text.tokens[b.units[g.head - 1].begin].shape & kCapitalised) != 0;
}

}  // namespace

bool SameKind(const ClauseBuilder& b, int32_t one, int32_t other) {
  const bool one_name = IsListedName(b, one);
  const bool other_name = IsListedName(b, other);
  return one_name == other_name || b.Head(one).Is(kAdjective);
}

int32_t BestConjunct(const ClauseBuilder& b, int32_t near, int32_t i) {
  // "concern over the tariffs and opposition to the quota": a cue with a
  // phrase of its own joins the cue before.
  const bool cue = IsNominalCue(b, i) && b.Is(i + 1, GroupKind::kPreposition);
  if (cue && !IsNominalCue(b, near)) {
    const int32_t preposition = b.groups[near].preposition;
    const int32_t outer = preposition < 0 ? -1 : b.Before(preposition);
    // "insistence on a veto over dams, and Rome's opposition to the levy": both
    // have somebody whose they are, or neither.
    if (b.Is(outer, GroupKind::kNoun) && IsNominalCue(b, outer) &&
        b.groups[outer].next_conjunct < 0 &&
        (b.groups[i].possessor < 0 || b.groups[outer].possessor >= 0)) {
      return outer;
    }
  }
  // "called for talks, an end to the siege and the release of captives": "and"
  // closes the list that a comma opened.
  if (b.Is(i + 1, GroupKind::kPreposition)) {
    for (int32_t outer = near, steps = 0; steps < 3; ++steps) {
      const int32_t preposition = b.groups[outer].preposition;
      if (preposition < 0) break;
      outer = b.Before(preposition);
      if (!b.Is(outer, GroupKind::kNoun)) break;
      if (b.groups[outer].first_conjunct >= 0 &&
          b.groups[outer].next_conjunct < 0 &&
          b.Is(b.Before(outer), GroupKind::kComma)) {
        return outer;
      }
    }
  }
  // "Cairo's insistence on a veto and Rome's opposition to it".
  if (b.groups[i].possessor >= 0 && b.groups[near].possessor < 0) {
    for (int32_t outer = near, steps = 0; steps < 4; ++steps) {
      const int32_t preposition = b.groups[outer].preposition;
      if (preposition < 0) break;
      outer = b.Before(preposition);
      if (!b.Is(outer, GroupKind::kNoun)) break;
      if (b.groups[outer].possessor >= 0 && b.groups[outer].next_conjunct < 0) {
        return outer;
      }
    }
  }
  // "Senators Kane of Ohio and Ruiz of Texas".
  const int32_t of = b.groups[near].preposition;
  if (of >= 0 && b.Head(i).Is(kProper) &&
      b.Is(i + 1, GroupKind::kPreposition) &&
      b.Head(i + 1).word == b.Head(of).word) {
    const int32_t outer = b.Before(of);
    if (b.Is(outer, GroupKind::kNoun) && b.Head(outer).Is(kProper) &&
        b.groups[outer].next_conjunct < 0) {
      return outer;
    }
  }
  // "an adviser to hunters and an advocate of culls".
  const auto is_one = [&](int32_t group) {
    return b.units[b.groups[group].begin].Has(pb::FUNCTION_ROLE_INDEFINITE);
  };
  if (is_one(i) && !is_one(near) && b.groups[near].preposition >= 0) {
    const int32_t outer = b.Before(b.groups[near].preposition);
    if (b.Is(outer, GroupKind::kNoun) && is_one(outer) &&
        b.groups[outer].next_conjunct < 0) {
      return outer;
    }
  }
  // "India and other states".
  if (SameKind(b, near, i) ||
      b.units[b.groups[i].begin].Has(pb::FUNCTION_ROLE_INCLUSIVE)) {
    return near;
  }
  int32_t candidate = near;
  for (int steps = 0; steps < 4; ++steps) {
    const int32_t preposition = b.groups[candidate].preposition;
    if (preposition < 0) break;
    const int32_t outer = b.Before(preposition);
    if (!b.Is(outer, GroupKind::kNoun)) break;
    candidate = outer;
    if (SameKind(b, candidate, i) && b.groups[candidate].next_conjunct < 0) {
      return candidate;
    }
  }
  return near;
}

}  // namespace stance
