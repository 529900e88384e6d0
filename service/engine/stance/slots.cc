#include "service/engine/stance/slots.h"

#include <algorithm>

#include "service/engine/stance/mention_parts.h"
#include "service/engine/stance/negation.h"
#include "service/engine/stance/parentheticals.h"

namespace stance {
namespace {

namespace pb = lexicon::v1;

// How far a preposition may stand from the cue that takes it, in groups.
constexpr int32_t kPrepositionReach = 10;

// "Her quarrel", "the union's quarrel".
bool IsOwned(const SentenceView& view, int32_t group) {
  return view.Is(group, GroupKind::kNoun) &&
         (view.At(group).possessor >= 0 ||
          view.units[view.At(group).begin].Is(kPossessivePronoun));
}

// "urged to act ahead of strikes | by nurses": the phrase belongs to the noun.
bool IsOfEvent(const SentenceView& view, int32_t by, int32_t verb) {
  const int32_t noun = by - 1;
  if (!view.Is(noun, GroupKind::kNoun)) return false;
  const Group& g = view.At(noun);
  if (g.preposition <= verb || !view.Head(noun).Reads(EntryKind::kCue)) {
    return false;
  }
  if (g.plural) return true;
  return view.units[g.begin].Has(pb::FUNCTION_ROLE_INDEFINITE) &&
         !view.Head(g.preposition).Has(pb::FUNCTION_ROLE_IN) &&
         !view.Head(g.preposition).Has(pb::FUNCTION_ROLE_AS) &&
         view.FindCue(view.Head(noun), pb::WORD_CLASS_NOUN,
                      [](const CueEntry& cue) {
                        return cue.polarity != pb::POLARITY_UNSPECIFIED;
                      }) != nullptr;
}

}  // namespace

int32_t BehindRelative(const SentenceView& view, int32_t i) {
  if (!view.Is(i + 1, GroupKind::kRelative) ||
      (!view.Is(i, GroupKind::kComma) && !view.Is(i, GroupKind::kBreak))) {
    return i;
  }
  for (int32_t j = i + 2; j < view.syntax.size() && j < i + 16; ++j) {
    if (view.At(j).kind == view.At(i).kind) return j + 1;
  }
  return i;
}

int32_t CausedBy(const SentenceView& view, int32_t verb) {
  if (!view.Head(verb).Is(kHave) || !view.Is(verb + 1, GroupKind::kNoun)) {
    return -1;
  }
  int32_t caused = verb + 2;
  while (view.Is(caused, GroupKind::kOther) ||
         view.Is(caused, GroupKind::kNoun)) {
    ++caused;
  }
  return view.Is(caused, GroupKind::kVerb) &&
                 view.At(caused).form == VerbForm::kParticiple
             ? caused
             : -1;
}

int32_t PassiveBy(const SentenceView& view, int32_t verb, int32_t after) {
  const int32_t limit = std::min(view.syntax.size(), verb + 12);
  // "was approved despite a plea | by nurses": up to a comma, of the plea.
  bool despite = false;
  for (int32_t i = after + 1; i < limit; ++i) {
    const GroupKind kind = view.At(i).kind;
    if (kind == GroupKind::kComma) {
      despite = false;
    } else if (kind == GroupKind::kPreposition &&
               view.Head(i).Has(pb::FUNCTION_ROLE_DESPITE)) {
      despite = true;
    }
    if (kind == GroupKind::kPreposition && !despite &&
        view.Head(i).Has(pb::FUNCTION_ROLE_PASSIVE_AGENT) &&
        !IsOfEvent(view, i, verb)) {
      return i;
    }
    if (kind == GroupKind::kBreak || kind == GroupKind::kSubordinator ||
        kind == GroupKind::kRelative ||
        (kind == GroupKind::kVerb && view.At(i).form == VerbForm::kFinite)) {
      break;
    }
  }
  return -1;
}

int32_t WholeOf(const SentenceView& view, int32_t noun) {
  int32_t of = noun - 1;
  while (view.Is(of, GroupKind::kQuote)) --of;
  return view.Is(of, GroupKind::kPreposition) &&
                 view.Head(of).Has(pb::FUNCTION_ROLE_GENITIVE) &&
                 view.Is(of - 1, GroupKind::kNoun) &&
                 view.At(of - 1).possessor < 0
             ? of - 1
             : noun;
}

int32_t ArisingBehind(const SentenceView& view, int32_t noun) {
  const Clause& clause = view.ClauseOf(noun);
  if ((clause.subject != noun && clause.subject != WholeOf(view, noun)) ||
      clause.verb <= noun || view.At(clause.verb).passive ||
      view.At(clause.verb).copula) {
    return -1;
  }
  int32_t i = clause.verb + 1;
  while (view.Is(i, GroupKind::kAdverb)) ++i;
  return view.Is(i, GroupKind::kPreposition) &&
                 view.Head(i).Has(pb::FUNCTION_ROLE_HOLDER_PREPOSITION) &&
                 !view.Head(i).Has(pb::FUNCTION_ROLE_GENITIVE) &&
                 !view.Head(i).Has(pb::FUNCTION_ROLE_PASSIVE_AGENT)
             ? clause.verb
             : -1;
}

// "abstained | in order to keep the peace": what for.
static bool OpensPurpose(const SentenceView& view, int32_t preposition) {
  const int32_t noun = preposition + 1;
  return view.Head(preposition).Has(pb::FUNCTION_ROLE_IN) &&
         view.Is(noun, GroupKind::kNoun) &&
         view.Is(noun + 1, GroupKind::kVerb) &&
         view.At(noun + 1).form == VerbForm::kToInfinitive &&
         view.At(noun).end - view.At(noun).begin == 1 &&
         view.Head(noun).Is(kNoun);
}

// "criticism from members | of the union", "by the bishop | of Leeds, of the
// levy": what the holder is of, not what the cue is about.
static bool IsOfHolder(const SentenceView& view, int32_t of, int32_t group) {
  const int32_t holder = of - 1;
  if (!view.Head(of).Has(pb::FUNCTION_ROLE_GENITIVE) ||
      !view.Is(holder, GroupKind::kNoun) ||
      !view.Is(of + 1, GroupKind::kNoun)) {
    return false;
  }
  const int32_t preposition = view.At(holder).preposition;
  if (preposition <= group ||
      !view.Head(preposition).Has(pb::FUNCTION_ROLE_HOLDER_PREPOSITION) ||
      view.Head(preposition).Has(pb::FUNCTION_ROLE_GENITIVE)) {
    return false;
  }
  const Unit& head = view.Head(holder);
  return CanHold(view, of + 1) || head.Has(pb::FUNCTION_ROLE_QUANTITY) ||
         // "the minister of trade", said of nothing else.
         (head.Reads(EntryKind::kAgent) &&
          view.units[view.At(of + 1).begin].Is(kAnyNoun) &&
          view.At(of + 1).end - view.At(of + 1).begin == 1);
}

int32_t FindPreposition(const SentenceView& view, int32_t group,
                        const std::vector<WordId>& words) {
  int32_t limit = std::min(view.syntax.size(), group + 1 + kPrepositionReach);
  int32_t time = -1;  // "pleaded | for years | for a park"
  for (int32_t i = group + 1; i < limit; ++i) {
    // "took the sponsors | to task | for C": the rest of the cue.
    if (view.units[view.At(i).begin].resumes) continue;
    switch (view.At(i).kind) {
      case GroupKind::kPreposition:
      case GroupKind::kAdverb: {
        const Unit& unit = view.Head(i);
        // "firmly against" counts as its preposition, "in favour of" does not.
        const bool single = unit.end - unit.begin == 1;
        const bool adverbial = (view.lexicon.Word(unit.word).classes &
                                (kAdverb | kPreposition)) == kAdverb;
        if ((single || adverbial) &&
            Contains(words, view.text.tokens[unit.end - 1].word) &&
            !OpensPurpose(view, i) && !IsOfHolder(view, i, group)) {
          const bool tells_when =
              view.Is(i + 1, GroupKind::kNoun) && view.Head(i + 1).Is(kTime);
          if (!tells_when) return i;
          if (time < 0) time = i;
        }
        continue;
      }
      case GroupKind::kNoun:
      case GroupKind::kQuote:
      case GroupKind::kOther:
      case GroupKind::kAdjective:
        continue;
      case GroupKind::kComma: {
        // "criticism by Peru | , Chile and Fiji | of the levy".
        if (view.Is(i + 1, GroupKind::kNoun) &&
            view.At(i + 1).first_conjunct > group) {
          continue;
        }
        const int32_t closing = std::max(EndOfParenthetical(view, i),
                                         EndOfRenaming(view, i, words));
        if (closing < 0 && i > group + 1) return time;
        i = std::max(i, closing);
        continue;
      }
      case GroupKind::kVerb:
        // "Its quarrel | is | with the regulator": of the noun all the same.
        if (view.At(i).copula && view.ClauseOf(i).subject == group &&
            IsOwned(view, group) && !IsNegated(view, i) &&
            !(view.Is(i + 1, GroupKind::kAdverb) &&
              view.Head(i + 1).Is(kNegation))) {
          continue;
        }
        // "Anger | erupted | among farmers | over the levy".
        if (i == ArisingBehind(view, group)) continue;
        // Else the verb takes the preposition itself.
        return time;
      case GroupKind::kCoordinator:
        if (view.Is(i + 1, GroupKind::kNoun) &&
            view.At(i + 1).first_conjunct >= 0) {
          continue;
        }
        return time;
      default:
        return time;
    }
  }
  return time;
}

}  // namespace stance
