// Whose a noun of stance is where a preposition tells: "opposition from
// farmers", "support for it came from farmers", "from the union came a plea".

#include <algorithm>

#include "service/engine/stance/holder_filler.h"
#include "service/engine/stance/mention_parts.h"
#include "service/engine/stance/shares.h"

namespace stance {
namespace {

namespace pb = lexicon::v1;

// How far behind the noun the preposition may stand, in groups.
constexpr int32_t kHolderReach = 8;

}  // namespace

HolderRef HolderFiller::BehindNoun() const {
  const int32_t limit = std::min(s_.size(), group_ + 1 + kHolderReach);
  for (int32_t i = group_ + 1; i < limit; ++i) {
    const GroupKind kind = v_.At(i).kind;
    if (kind == GroupKind::kPreposition) {
      const bool genitive = v_.Head(i).Has(pb::FUNCTION_ROLE_GENITIVE);
      const bool received =
          c_.carrier.light == pb::LIGHT_VERB_DIRECTION_RECEIVE && genitive;
      // "doubts about the motives | of the council": of the noun before it.
      if (genitive && i > group_ + 1) continue;
      if (v_.Head(i).Has(pb::FUNCTION_ROLE_HOLDER_PREPOSITION) &&
          (received || !Contains(TargetPrepositions(), v_.Head(i).word))) {
        const HolderRef holder = Holding(ObjectOf(v_, i));
        if (holder) return holder;
      }
      continue;
    }
    if (kind != GroupKind::kNoun && kind != GroupKind::kAdverb &&
        kind != GroupKind::kQuote && kind != GroupKind::kOther) {
      break;
    }
  }
  return {};
}

HolderRef HolderFiller::BehindVerb() const {
  const Clause& clause = v_.ClauseOf(group_);
  // "Boos | greeted | the offer | from the gallery".
  const bool befalls = c_.carrier.light == pb::LIGHT_VERB_DIRECTION_BEFALL;
  if ((clause.subject != group_ && clause.subject != WholeOf(v_, group_)) ||
      clause.verb <= group_ ||
      (!befalls && v_.Head(clause.verb).Reads(EntryKind::kCue) &&
       ArisingBehind(v_, group_) < 0)) {
    return {};
  }
  const int32_t limit = std::min(s_.size(), clause.verb + (befalls ? 8 : 6));
  for (int32_t i = clause.verb + 1; i < limit; ++i) {
    switch (v_.At(i).kind) {
      case GroupKind::kNoun:
        if (befalls) continue;
        return {};
      case GroupKind::kPreposition:
        // "stands | at 64 percent | among farmers".
        if (v_.Is(i + 1, GroupKind::kNoun) && IsPercentage(v_, i + 1)) {
          ++i;
          continue;
        }
        if (befalls && (v_.Head(i).Has(pb::FUNCTION_ROLE_GENITIVE) ||
                        v_.Is(i - 1, GroupKind::kVerb))) {
          continue;
        }
        if (!v_.Head(i).Has(pb::FUNCTION_ROLE_HOLDER_PREPOSITION) ||
            v_.Head(i).Has(pb::FUNCTION_ROLE_GENITIVE) ||
            v_.Head(i).Has(pb::FUNCTION_ROLE_PASSIVE_AGENT)) {
          return {};
        }
        return Holding(ObjectOf(v_, i));
      case GroupKind::kAdverb:
      case GroupKind::kAdjective:
        continue;
      default:
        return {};
    }
  }
  return {};
}

HolderRef HolderFiller::BeforeVerb() const {
  const int32_t verb = group_ - 1;
  if (!v_.Is(verb, GroupKind::kVerb) || v_.At(verb).passive ||
      v_.At(verb).form != VerbForm::kFinite ||
      v_.Head(verb).Reads(EntryKind::kCue)) {
    return {};
  }
  int32_t noun = verb - 1;
  // "Among farmers | there was scorn".
  if (v_.Is(noun, GroupKind::kNoun) &&
      v_.Head(noun).Has(pb::FUNCTION_ROLE_EXPLETIVE)) {
    --noun;
    if (v_.Is(noun, GroupKind::kComma)) --noun;
  }
  if (!v_.Is(noun, GroupKind::kNoun)) return {};
  // "From the union of | miners | came": over its phrases.
  int32_t preposition = v_.At(noun).preposition;
  while (preposition > 0 &&
         v_.Head(preposition).Has(pb::FUNCTION_ROLE_GENITIVE) &&
         v_.Is(preposition - 1, GroupKind::kNoun)) {
    noun = preposition - 1;
    preposition = v_.At(noun).preposition;
  }
  if (preposition < 0 ||
      !v_.Head(preposition).Has(pb::FUNCTION_ROLE_HOLDER_PREPOSITION) ||
      v_.Head(preposition).Has(pb::FUNCTION_ROLE_PASSIVE_AGENT) ||
      v_.Head(preposition).Has(pb::FUNCTION_ROLE_GENITIVE) ||
      (preposition > 0 && !v_.Is(preposition - 1, GroupKind::kBreak) &&
       !v_.Is(preposition - 1, GroupKind::kCoordinator) &&
       !v_.Is(preposition - 1, GroupKind::kAdverb) &&
       !v_.Is(preposition - 1, GroupKind::kComma))) {
    return {};
  }
  return Holding(noun);
}

HolderRef HolderFiller::FrontedAmong() const {
  const int32_t first = v_.Is(0, GroupKind::kQuote) ? 1 : 0;
  if (v_.ClauseOf(group_).subject != group_ ||
      !v_.Is(first, GroupKind::kPreposition)) {
    return {};
  }
  const Unit& among = v_.Head(first);
  const int32_t noun = ObjectOf(v_, first);
  return noun >= 0 && among.Has(pb::FUNCTION_ROLE_HOLDER_PREPOSITION) &&
                 !among.Has(pb::FUNCTION_ROLE_GENITIVE) &&
                 !among.Has(pb::FUNCTION_ROLE_PASSIVE_AGENT) &&
                 v_.Is(v_.FirstOfPossessors(group_) - 1, GroupKind::kComma) &&
                 v_.Is(noun + 1, GroupKind::kComma) &&
                 noun + 2 == v_.FirstOfPossessors(group_)
             ? Holding(noun)
             : HolderRef{};
}

HolderRef HolderFiller::SomebodyInside() const {
  if (!v_.Is(group_ + 1, GroupKind::kPreposition) ||
      !v_.Head(group_ + 1).Has(pb::FUNCTION_ROLE_IN) ||
      Contains(TargetPrepositions(), v_.Head(group_ + 1).word) ||
      !v_.Is(group_ + 2, GroupKind::kNoun) || ActorOf(v_, group_ + 2) < 0) {
    return {};
  }
  return Holding(group_ + 2);
}

HolderRef HolderFiller::FoundIn() const {
  if (!IsSomewhere(v_, group_ + 1)) return {};
  const int32_t first = v_.At(group_).first_conjunct;
  const int32_t verb = (first >= 0 ? first : group_) - 1;
  if (!v_.Is(verb, GroupKind::kVerb)) return {};
  const bool receives =
      LightDirection(v_, verb) == pb::LIGHT_VERB_DIRECTION_RECEIVE;
  if (!receives && !v_.Head(verb).Is(kHave)) return {};
  return Holding(ObjectOf(v_, group_ + 1));
}

const std::vector<WordId>& HolderFiller::TargetPrepositions() const {
  static const std::vector<WordId>* const kEmpty = new std::vector<WordId>();
  for (const Frame& frame : c_.cue.frames) {
    for (const Filler& filler : frame.targets) {
      if (filler.slot == pb::SLOT_PREPOSITION) return filler.prepositions;
    }
  }
  return *kEmpty;
}

}  // namespace stance
