#include "service/engine/stance/phrase_ends.h"

#include <algorithm>

#include "service/engine/stance/targets.h"

namespace stance {
namespace {

namespace pb = lexicon::v1;

bool IsPlaceOrTime(const SentenceView& view, int32_t noun) {
  const Unit& head = view.Head(noun);
  return head.Is(kTime);
}

// "explained the talks to Foreign Minister Baerbock": the person belongs to the
// verb.
bool IsNamedPerson(const SentenceView& view, int32_t noun) {
  const Group& g = view.At(noun);
  if (!view.Head(noun).Is(kProper)) return false;
  for (uint32_t u = g.begin; u < g.end; ++u) {
    const Unit& unit = view.units[u];
    if (unit.Is(kTitle) || unit.Reads(EntryKind::kAgent)) return true;
  }
  return false;
}

// "(approved the mine) | at the request of Peru": who wanted it so.
bool BelongsToClause(const SentenceView& view, int32_t preposition,
                     int32_t noun) {
  const Unit& word = view.Head(preposition);
  const Group& g = view.At(noun);
  return view.Head(noun).Takes(pb::SLOT_MATRIX) && !word.MayBe(kTo) &&
         !word.Has(pb::FUNCTION_ROLE_SPOKEN_FOR) &&
         (g.possessor >= 0 ||
          view.units[g.begin].Is(kDeterminer | kPossessivePronoun) ||
          // "under pressure | from Peru".
          (view.Is(noun + 1, GroupKind::kPreposition) &&
           view.Head(noun + 1).Has(pb::FUNCTION_ROLE_HOLDER_PREPOSITION) &&
           !view.Head(noun + 1).Has(pb::FUNCTION_ROLE_GENITIVE)));
}

// "(in dispute with) the operator | over rosters".
bool IsSomebody(const SentenceView& view, int32_t noun) {
  const Unit& head = view.Head(noun);
  const int32_t agent = view.FirstReading(EntryKind::kAgent, head);
  return agent >= 0 && !head.Reads(EntryKind::kCue) &&
         !head.Reads(EntryKind::kIssue) &&
         view.lexicon.agents[agent].role != pb::AGENT_ROLE_BODY;
}

// "(passed the budget) | with six voting against": what else happened.
bool IsAbsolute(const SentenceView& view, int32_t preposition, int32_t noun) {
  const int32_t verb = noun + 1;
  return view.Head(preposition).Has(pb::FUNCTION_ROLE_INSTRUMENT) &&
         view.Is(verb, GroupKind::kVerb) &&
         view.At(verb).form == VerbForm::kGerund &&
         view.Head(noun).Is(kNumberWord | kQuantifier | kPronoun);
}

// "a directive | from the ministry": who made it, not what it is about.
bool IsMadeBy(const SentenceView& view, int32_t thing, int32_t preposition,
              int32_t noun) {
  const Unit& from = view.Head(preposition);
  const Unit& head = view.Head(thing);
  return from.Has(pb::FUNCTION_ROLE_HOLDER_PREPOSITION) &&
         (head.Has(pb::FUNCTION_ROLE_PROPOSAL) ||
          head.Has(pb::FUNCTION_ROLE_STATEMENT)) &&
         (view.Head(noun).Is(kProper) || IsSomebody(view, noun) ||
          view.Head(noun).Reads(EntryKind::kAgent));
}

// "the city | taking away car lanes", "any text “ | singling out oil”": the
// last group of the gerund's phrase that tells what the noun before group
// `next` does. `noun` where there is none: "called it | polarising", and "a
// resolution | condemning the raid", whose stance is another. What others say
// of a thing that does so is none of its own.
int32_t EndOfDoing(const SentenceView& view, int32_t noun, int32_t next) {
  const int32_t verb = view.Is(next, GroupKind::kQuote) ? next + 1 : next;
  const Unit& head = view.Head(noun);
  if (!view.Is(verb, GroupKind::kVerb) ||
      view.At(verb).form != VerbForm::kGerund || head.Is(kPronoun | kTime) ||
      view.ClauseOf(verb).subject != noun) {
    return noun;
  }
  const bool states = head.Has(pb::FUNCTION_ROLE_PROPOSAL) ||
                      head.Has(pb::FUNCTION_ROLE_STATEMENT);
  if (states &&
      view.FindCue(view.Head(verb), pb::WORD_CLASS_VERB,
                   [](const CueEntry& cue) {
                     return !cue.contestable &&
                            (cue.effect != pb::EFFECT_NONE ||
                             cue.polarity != pb::POLARITY_UNSPECIFIED);
                   }) != nullptr) {
    return noun;
  }
  const int32_t end = VerbPhraseEnd(view, verb);
  return end > verb ? end : noun;
}

}  // namespace

bool IsDescribed(const SentenceView& view, int32_t group) {
  return view.Head(group).Has(pb::FUNCTION_ROLE_DEMONSTRATIVE) &&
         view.Head(group).Is(kPronoun) &&
         view.Is(group + 1, GroupKind::kPreposition) &&
         view.Is(group + 2, GroupKind::kNoun) &&
         !view.Head(group + 2).Is(kTime);
}

int32_t ClauseThatDescribes(const SentenceView& view, int32_t group) {
  const Unit& head = view.Head(group);
  const int32_t relative = group + 1;
  // "everybody | who left", "those | who left".
  const bool plain =
      head.functions == 0 || head.Has(pb::FUNCTION_ROLE_DEMONSTRATIVE);
  if (!plain || !head.Is(kPronoun) || head.Is(kProper) ||
      !view.Is(relative, GroupKind::kRelative)) {
    return -1;
  }
  const Clause* const clause = view.ClauseOpenedBy(relative);
  return clause == nullptr ? -1 : clause->verb;
}

int32_t EndOfPhrases(const SentenceView& view, int32_t group, int32_t limit) {
  int32_t end = IsDescribed(view, group) ? group + 2 : group;
  int attached = 0;
  while (true) {
    int32_t next = end + 1;
    if (next == limit) break;
    if (next < view.syntax.size() && view.units[view.At(next).begin].resumes) {
      break;
    }
    // A closing quotation mark belongs to the phrase that it closes.
    if (view.Is(next, GroupKind::kPreposition)) {
      const Unit& preposition = view.Head(next);
      const bool genitive = preposition.Has(pb::FUNCTION_ROLE_GENITIVE);
      if (!genitive &&
          (!preposition.Has(pb::FUNCTION_ROLE_TARGET_PREPOSITION) ||
           attached >= 1)) {
        // "any attempt | in Congress | to water it down".
        const int32_t place = NounAfter(view, next);
        if (end == group && place >= 0 &&
            preposition.Has(pb::FUNCTION_ROLE_IN) &&
            view.Is(place + 1, GroupKind::kVerb) &&
            view.At(place + 1).form == VerbForm::kToInfinitive &&
            view.Head(group).Takes(pb::SLOT_INFINITIVE)) {
          end = VerbPhraseEnd(view, place + 1);
        }
        break;
      }
      if (preposition.Reads(EntryKind::kCue) && !genitive) break;
      // "hit out at Peru for …": a name takes no phrases but "of X".
      if (!genitive && (view.Head(end).Is(kProper) ||
                        (end == group && IsSomebody(view, end)))) {
        break;
      }
      const int32_t noun = NounAfter(view, next);
      if (noun >= 0) {
        if (IsPlaceOrTime(view, noun)) break;
        if (!genitive && IsAbsolute(view, next, noun)) break;
        if (!genitive && IsMadeBy(view, end, next, noun)) break;
        if (!genitive && IsNamedPerson(view, noun)) break;
        // "approved the mine over the objections of residents".
        if (!genitive && BelongsToClause(view, next, noun)) break;
        attached += genitive ? 0 : 1;
        end = noun;
        continue;
      }
      if (view.Is(next + 1, GroupKind::kVerb) &&
          view.At(next + 1).form == VerbForm::kGerund) {
        end = VerbPhraseEnd(view, next + 1);
      }
      break;
    }
    // "plan to reopen the quarry".
    if (view.Is(next, GroupKind::kVerb) &&
        view.At(next).form == VerbForm::kToInfinitive) {
      if (view.ClauseOf(next).governor == end && attached == 0 &&
          view.Head(end).Reads(EntryKind::kCue)) {
        end = VerbPhraseEnd(view, next);
        // "called the decision to raise it | unfair".
        if (limit > next && end >= limit) end = limit - 1;
      }
      break;
    }
    end = EndOfDoing(view, end, next);
    break;
  }
  return end;
}

int32_t VerbPhraseEnd(const SentenceView& view, int32_t verb) {
  int32_t end = verb;
  int phrases = 0;
  for (int32_t i = verb + 1; i < view.syntax.size(); ++i) {
    const Group& group = view.At(i);
    switch (group.kind) {
      case GroupKind::kNoun:
        if (view.Head(i).Is(kTime)) {
          // "leave | next week | 's talks".
          const bool possesses = view.Is(i + 1, GroupKind::kOther) &&
                                 view.Head(i + 1).Is(kPossessiveClitic);
          if (possesses) continue;
          return end;
        }
        end = std::max(end, NounPhraseEnd(view, i));
        i = end;
        continue;
      case GroupKind::kAdverb:
        // "lease it | rather than sell it".
        if (view.Head(i).Has(pb::FUNCTION_ROLE_CONTRAST) &&
            view.Is(i + 1, GroupKind::kPreposition)) {
          return end;
        }
        end = i;
        continue;
      case GroupKind::kAdjective:
        end = i;
        continue;
      case GroupKind::kOther:
        if (view.Head(i).Is(kPossessiveClitic)) continue;
        return end;
      case GroupKind::kQuote:
        continue;
      case GroupKind::kPreposition: {
        if (view.Is(i + 1, GroupKind::kVerb)) return end;
        // "(sees) the threat to cap prices | as an attack".
        if (view.Head(i).Has(pb::FUNCTION_ROLE_AS) &&
            view.Is(end, GroupKind::kNoun)) {
          return end;
        }
        // "have the pipe | than the puddle".
        if (view.Head(i).Has(pb::FUNCTION_ROLE_CONTRAST)) return end;
        const int32_t noun = NounAfter(view, i);
        if (noun < 0) {
          if (i == end + 1) end = i;  // a particle: "step aside"
          continue;
        }
        if (IsPlaceOrTime(view, noun) || phrases >= 1 ||
            BelongsToClause(view, i, noun)) {
          return end;
        }
        ++phrases;
        end = NounPhraseEnd(view, noun);
        i = end;
        continue;
      }
      case GroupKind::kVerb:
        // "be exempted", "find ways to …" go on; finite verbs do not.
        if (group.form == VerbForm::kToInfinitive ||
            group.form == VerbForm::kParticiple ||
            group.form == VerbForm::kGerund) {
          if (i == end + 1 && group.form != VerbForm::kParticiple) {
            end = i;
            continue;
          }
        }
        return end;
      case GroupKind::kCoordinator:
        // "trade and investment": a list inside the object.
        if (view.Is(i + 1, GroupKind::kNoun) &&
            view.At(i + 1).first_conjunct >= 0 &&
            view.At(i + 1).first_conjunct > verb) {
          continue;
        }
        return end;
      case GroupKind::kComma:
        if (view.Is(i + 1, GroupKind::kNoun) &&
            view.At(i + 1).first_conjunct > verb) {
          continue;
        }
        return end;
      default:
        return end;
    }
  }
  return end;
}

}  // namespace stance
