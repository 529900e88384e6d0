// Whose a noun of stance is: "China's opposition", "opposition from farmers",
// "critics of the plan".

#include <algorithm>

#include "service/engine/stance/holder_filler.h"
#include "service/engine/stance/mention_parts.h"
#include "service/engine/stance/named_members.h"
#include "service/engine/stance/shares.h"

namespace stance {

namespace pb = lexicon::v1;

int32_t HolderFiller::WholePossessor() const {
  const int32_t possessor = v_.At(group_).possessor;
  const int32_t of = v_.FirstOfPossessors(possessor) - 1;
  const int32_t whole = of - 1;
  if (!v_.Is(of, GroupKind::kPreposition) ||
      !v_.Head(of).Has(pb::FUNCTION_ROLE_GENITIVE) ||
      !v_.Is(whole, GroupKind::kNoun)) {
    return -1;
  }
  const Unit& head = v_.Head(whole);
  return head.Reads(EntryKind::kAgent) && !head.Reads(EntryKind::kCue) &&
                 !head.Has(pb::FUNCTION_ROLE_QUANTITY)
             ? whole
             : -1;
}

HolderRef HolderFiller::PossessorOfObject() const {
  const int32_t object = ObjectOf(v_, group_);
  if (object < 0 || !v_.Is(object, GroupKind::kNoun)) return {};
  // "The bill has | my vote"; "Peru lost its confidence" is its own.
  const Unit& first = s_.units[v_.At(object).begin];
  if (first.Is(kPossessivePronoun)) {
    const int32_t subject = v_.ClauseOf(group_).subject;
    const bool others = first.Has(pb::FUNCTION_ROLE_FIRST_SINGULAR) ||
                        first.Has(pb::FUNCTION_ROLE_FIRST_PLURAL) ||
                        (subject >= 0 && !CanHold(v_, subject));
    return others ? HolderRef{HolderRef::Kind::kPronoun, object,
                              v_.At(object).begin}
                  : HolderRef{};
  }
  return Holding(v_.At(object).possessor);
}

HolderRef HolderFiller::Possessor() const {
  const Group& g = v_.At(group_);
  if (g.possessor >= 0) {
    if (const HolderRef whole = Holding(WholePossessor())) return whole;
    const HolderRef possessor = Holding(g.possessor);
    if (possessor) return possessor;
  }
  // "the union, | whose opposition to it is well known".
  if (v_.Is(group_ - 1, GroupKind::kRelative) &&
      v_.Head(group_ - 1).Has(pb::FUNCTION_ROLE_RELATIVE_POSSESSIVE) &&
      v_.ClauseOf(group_).antecedent >= 0) {
    return Holding(v_.ClauseOf(group_).antecedent);
  }
  if (const Unit& first = s_.units[g.begin]; first.Is(kPossessivePronoun)) {
    // "Growers left, with | residents voicing their anger": whoever voices
    // it.
    if (c_.carrier.verb >= 0 &&
        c_.carrier.light == pb::LIGHT_VERB_DIRECTION_GIVE &&
        !v_.At(c_.carrier.verb).passive &&
        v_.At(c_.carrier.verb).form == VerbForm::kGerund &&
        first.Has(pb::FUNCTION_ROLE_THIRD_PLURAL)) {
      if (const HolderRef subject =
              Holding(v_.ClauseOf(c_.carrier.verb).subject)) {
        return subject;
      }
    }
    if (const HolderRef judged = OfJudged()) return judged;
    return {HolderRef::Kind::kPronoun, group_, g.begin};
  }
  // "Chinese opposition", "government support".
  for (uint32_t u = g.begin; u < c_.unit; ++u) {
    const Unit& unit = s_.units[u];
    if (unit.Reads(EntryKind::kActor) ||
        (unit.Reads(EntryKind::kAgent) && unit.Is(kAnyNoun)) || unit.name) {
      return {HolderRef::Kind::kModifier, group_, u};
    }
  }
  if (const HolderRef owner = OwnerBehind()) return owner;
  // "voiced anger at remarks by the minister": whoever voices it.
  if (c_.carrier.verb >= 0 && c_.carrier.verb != group_ &&
      c_.carrier.light == pb::LIGHT_VERB_DIRECTION_GIVE &&
      !v_.At(c_.carrier.verb).passive && !v_.Head(c_.carrier.verb).Is(kHave)) {
    if (const HolderRef subject =
            Holding(v_.ClauseOf(c_.carrier.verb).subject)) {
      return subject;
    }
  }
  // "opposition from farmers", "support among voters".
  int32_t limit = std::min(s_.size(), group_ + 9);
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
  if (const HolderRef inside = SomebodyInside(limit)) return inside;
  if (const HolderRef behind = BehindVerb()) return behind;
  if (const HolderRef before = BeforeVerb()) return before;
  if (const HolderRef fronted = FrontedAmong()) return fronted;
  if (c_.carrier.verb >= 0) {
    if (c_.carrier.light == pb::LIGHT_VERB_DIRECTION_GIVE) {
      if (v_.At(c_.carrier.verb).passive) {
        return c_.carrier.verb > group_ ? PassiveSubject(c_.carrier.verb)
                                        : HolderRef{};
      }
      return Holding(v_.ClauseOf(c_.carrier.verb).subject);
    }
    if (c_.carrier.light == pb::LIGHT_VERB_DIRECTION_RECEIVE) return {};
    // "X's position is opposition to …", "X is a …" is no possessor.
    return {};
  }
  return WithFeeling();
}

HolderRef HolderFiller::OwnerBehind() const {
  const int32_t of = group_ + 1;
  const int32_t verb = c_.carrier.verb;
  if (!v_.units[v_.At(group_).begin].Has(pb::FUNCTION_ROLE_DEFINITE) ||
      !v_.Is(of, GroupKind::kPreposition) ||
      !v_.Head(of).Has(pb::FUNCTION_ROLE_GENITIVE) || verb < 0 ||
      v_.Head(verb).Has(pb::FUNCTION_ROLE_SHARE) ||
      Contains(TargetPrepositions(), v_.Head(of).word)) {
    return {};
  }
  return Holding(ObjectOf(v_, of));
}

HolderRef HolderFiller::OfJudged() const {
  const int32_t preposition = v_.At(group_).preposition;
  int32_t judged = preposition - 1;
  if (!v_.Is(judged, GroupKind::kNoun) ||
      !v_.Head(preposition).Has(pb::FUNCTION_ROLE_SPOKEN_FOR)) {
    return {};
  }
  if (v_.At(judged).first_conjunct >= 0) judged = v_.At(judged).first_conjunct;
  const int32_t verb = v_.FirstOfPossessors(judged) - 1;
  const bool judges = v_.Is(verb, GroupKind::kVerb) && !v_.At(verb).passive &&
                      v_.Head(verb).Takes(pb::SLOT_OBJECT) &&
                      v_.Head(verb).Takes(pb::SLOT_PREPOSITION);
  return judges ? Holding(judged) : HolderRef{};
}

HolderRef HolderFiller::WithFeeling() const {
  const Group& g = v_.At(group_);
  const int32_t with = g.preposition;
  if (with < 1 || c_.cue.sense != pb::SENSE_EVALUATION ||
      v_.units[g.begin].Is(kDeterminer)) {
    return {};
  }
  const Unit& preposition = v_.Head(with);
  const int32_t before = with - 1;
  const bool not_without = preposition.Reads(EntryKind::kModifier) &&
                           v_.Is(before, GroupKind::kAdverb) &&
                           v_.Head(before).Is(kNegation);
  // "marched in | silent protest at it".
  const bool in =
      preposition.Has(pb::FUNCTION_ROLE_IN) && v_.units[g.begin].Is(kAdjective);
  const int32_t verb = v_.ClauseOf(group_).verb;
  if ((!not_without && !in && !preposition.Has(pb::FUNCTION_ROLE_INSTRUMENT)) ||
      verb < 0 || verb > with || v_.At(verb).passive) {
    return {};
  }
  return ClauseSubject(verb);
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

HolderRef HolderFiller::SomebodyInside(int32_t limit) const {
  if (!v_.Is(group_ + 1, GroupKind::kPreposition) || group_ + 2 >= limit ||
      !v_.Head(group_ + 1).Has(pb::FUNCTION_ROLE_IN) ||
      Contains(TargetPrepositions(), v_.Head(group_ + 1).word) ||
      !v_.Is(group_ + 2, GroupKind::kNoun) || ActorOf(v_, group_ + 2) < 0) {
    return {};
  }
  return Holding(group_ + 2);
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

HolderRef HolderFiller::Self() const {
  if (const int32_t equated = EquatedSubject(v_, group_); equated >= 0) {
    return Holding(equated);
  }
  if (const HolderRef named = Holding(NamedMembers(v_, group_))) return named;
  if (const HolderRef found = FoundIn()) return found;
  // "Among the backers of it are | Peru and Chile".
  if (const HolderRef members = Holding(EquatedMembers(v_, group_))) {
    return members;
  }
  if (c_.carrier.verb >= 0 && v_.At(c_.carrier.verb).copula) {
    return Holding(v_.ClauseOf(c_.carrier.verb).subject);
  }
  for (int32_t i = group_ - 1; i >= 0 && i >= group_ - 10; --i) {
    const int32_t renaming = v_.At(i).apposition;
    if (renaming < 0 ||
        (renaming != group_ && renaming != v_.At(group_).first_conjunct)) {
      continue;
    }
    // "Ann Roe, a critic of the mayor, and Tom Ash": only the one.
    if (v_.At(i).next_conjunct >= 0 && !v_.At(group_).plural &&
        v_.Head(i).Is(kProper)) {
      return {HolderRef::Kind::kModifier, i, v_.At(i).head};
    }
    return Holding(i);
  }
  const int32_t apposition = v_.At(group_).apposition;
  if (apposition >= 0) {
    const HolderRef named = Holding(apposition);
    if (named && (v_.Head(apposition).Is(kProper) ||
                  v_.ClauseOf(apposition).subject == apposition)) {
      return named;
    }
  }
  // "was elected as | an opponent of it", "ran as".
  const int32_t as = v_.At(group_).preposition;
  if (as >= 0 && v_.Head(as).Has(pb::FUNCTION_ROLE_AS)) {
    const int32_t verb = v_.ClauseOf(group_).verb;
    if (verb >= 0 && verb < as &&
        (v_.At(verb).passive || ObjectOf(v_, verb) < 0)) {
      if (const HolderRef subject = ClauseSubject(verb)) return subject;
    }
  }
  return {HolderRef::Kind::kGroup, group_, 0};
}

}  // namespace stance
