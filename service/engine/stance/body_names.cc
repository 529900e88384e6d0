#include "service/engine/stance/body_names.h"

namespace stance {

namespace pb = lexicon::v1;

namespace {

bool IsCapitalised(const SentenceView& view, const Unit& unit) {
  return (view.text.tokens[unit.begin].shape & kCapitalised) != 0;
}

// "of", "on", "for": may stand inside of a name.
bool MayJoinName(const Unit& preposition) {
  return preposition.Has(pb::FUNCTION_ROLE_GENITIVE) ||
         preposition.Has(pb::FUNCTION_ROLE_SPOKEN_FOR) ||
         (preposition.Has(pb::FUNCTION_ROLE_TARGET_PREPOSITION) &&
          !preposition.Has(pb::FUNCTION_ROLE_ADJUNCT_PREPOSITION) &&
          !preposition.MayBe(kTo));
}

// "Prime Minister Ana Reyes", "Mr Roe".
bool NamesPerson(const SentenceView& view, int32_t group) {
  const Group& g = view.At(group);
  for (uint32_t u = g.begin; u < g.end; ++u) {
    const Unit& unit = view.units[u];
    if (unit.Is(kTitle) || unit.person || unit.Reads(EntryKind::kAgent)) {
      return true;
    }
  }
  return false;
}

}  // namespace

int32_t EndOfBodyName(const SentenceView& view, int32_t group,
                      const MentionParts& parts) {
  const Group& g = view.At(group);
  const uint32_t unit = static_cast<uint32_t>(parts.agent_unit);
  const int32_t noun = group + 2;
  if (unit != g.head || g.end != g.head + 1 || g.plural || parts.country >= 0 ||
      !IsCapitalised(view, view.units[unit]) ||
      !view.Is(group + 1, GroupKind::kPreposition) ||
      !view.Is(noun, GroupKind::kNoun) || !MayJoinName(view.Head(group + 1)) ||
      // The first word of a sentence has a capital whatever it is.
      view.FirstToken(group) == view.EndToken(group) - 1) {
    return -1;
  }
  // "the Council of Elders"; not "the Council of the city", "the Party against
  // Ana Reyes".
  const Unit& last = view.Head(noun);
  if (!IsCapitalised(view, last) || last.Is(kTime) ||
      last.Reads(EntryKind::kActor)) {
    return -1;
  }
  if (view.Head(group + 1).Has(pb::FUNCTION_ROLE_GENITIVE)) return noun;
  const bool owns = view.Is(noun + 2, GroupKind::kNoun) &&
                    view.At(noun + 2).possessor == noun;
  return owns || NamesPerson(view, noun) ? -1 : noun;
}

}  // namespace stance
