// Whose a noun of stance is: "China's opposition", "voiced its opposition", the
// critics of the plan themselves. Those behind a preposition stand in
// prepositional_holders.cc.

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
    // "Growers left, with | residents voicing their anger", "Roe did not hide
    // her relief": whoever voices it.
    if (const int32_t verb = c_.carrier.verb;
        verb >= 0 && c_.carrier.light == pb::LIGHT_VERB_DIRECTION_GIVE &&
        !v_.At(verb).passive && !v_.Head(verb).Is(kHave)) {
      const int32_t subject = v_.ClauseOf(verb).subject;
      const bool many = v_.At(verb).form == VerbForm::kGerund &&
                        first.Has(pb::FUNCTION_ROLE_THIRD_PLURAL);
      const bool one = (first.Has(pb::FUNCTION_ROLE_MASCULINE) ||
                        first.Has(pb::FUNCTION_ROLE_FEMININE)) &&
                       subject >= 0 && !v_.At(subject).plural &&
                       IsNamed(v_, subject);
      if (many || one) {
        if (const HolderRef whoever = Holding(subject)) return whoever;
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
    const int32_t subject = v_.ClauseOf(c_.carrier.verb).subject;
    if (const HolderRef whoever = Holding(subject)) return whoever;
    // "The union's letter | voices anger": the union.
    if (subject >= 0 && v_.Head(subject).Has(pb::FUNCTION_ROLE_STATEMENT)) {
      if (const HolderRef author = ClauseSubject(c_.carrier.verb)) {
        return author;
      }
    }
  }
  if (const HolderRef from = BehindNoun()) return from;
  if (const HolderRef inside = SomebodyInside()) return inside;
  if (const HolderRef behind = BehindVerb()) return behind;
  if (const HolderRef before = BeforeVerb()) return before;
  if (const HolderRef fronted = FrontedAmong()) return fronted;
  if (const int32_t share = ShareBehind(); share >= 0) return Holding(share);
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

int32_t HolderFiller::ShareBehind() const {
  constexpr int32_t kFarthest = 8;
  for (int32_t i = group_ + 1; i < s_.size() && i < group_ + kFarthest; ++i) {
    const GroupKind kind = v_.At(i).kind;
    if (kind == GroupKind::kComma || kind == GroupKind::kBreak ||
        kind == GroupKind::kCoordinator || kind == GroupKind::kRelative) {
      break;
    }
    const bool at = kind == GroupKind::kPreposition &&
                    (v_.Head(i).MayBe(kTo) ||
                     (v_.Head(i).Has(pb::FUNCTION_ROLE_ADJUNCT_PREPOSITION) &&
                      v_.Head(i).Has(pb::FUNCTION_ROLE_TARGET_PREPOSITION)));
    if (at && v_.Is(i + 1, GroupKind::kNoun) && IsPercentage(v_, i + 1)) {
      return i + 1;
    }
  }
  return -1;
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
