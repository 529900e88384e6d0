// The slots in which holders stand.

#include <algorithm>

#include "service/engine/stance/mention_parts.h"
#include "service/engine/stance/named_members.h"
#include "service/engine/stance/slots.h"

namespace stance {
namespace {

namespace pb = lexicon::v1;

class HolderFiller {
 public:
  explicit HolderFiller(const CueContext& cue) : c_(cue) {}

  HolderRef Fill(const Filler& filler, const FilledFrame& filled) const {
    switch (filler.slot) {
      case pb::SLOT_SUBJECT: {
        const HolderRef subject = Subject(filled);
        if (subject || !IsUnowned()) return subject;
        return {HolderRef::Kind::kSpeaker, -1, 0};
      }
      case pb::SLOT_POSSESSOR:
        return Possessor();
      case pb::SLOT_SPEAKER:
        return {HolderRef::Kind::kSpeaker, -1, 0};
      case pb::SLOT_SELF:
        return Self();
      case pb::SLOT_PREPOSITION: {
        const int32_t preposition =
            FindPreposition(v_, group_, filler.prepositions);
        if (preposition < 0) return {};
        return Holding(ObjectOf(v_, preposition));
      }
      case pb::SLOT_OBJECT:
        // "residents were angered by the toll".
        if (v_.Is(group_, GroupKind::kVerb) && v_.At(group_).passive) {
          return Holding(v_.ClauseOf(group_).subject);
        }
        return Holding(ObjectOf(v_, group_));
      default:
        return {};
    }
  }

 private:
  HolderRef Holding(int32_t group) const {
    if (group < 0 || !v_.Is(group, GroupKind::kNoun)) return {};
    if (!CanHold(v_, group)) return {};
    return {HolderRef::Kind::kGroup, group, 0};
  }

  HolderRef Subject(const FilledFrame& filled) const {
    if (v_.Is(group_, GroupKind::kVerb)) {
      if (v_.At(group_).passive && c_.cue.word_class == pb::WORD_CLASS_VERB) {
        return PassiveSubject(group_);
      }
      return ClauseSubject(group_);
    }
    // Adjectives and phrases: the copula's subject, else the noun group that
    // they follow.
    if (c_.carrier.verb >= 0) {
      return Holding(v_.ClauseOf(c_.carrier.verb).subject);
    }
    const HolderRef postnominal = Postnominal();
    if (postnominal) return postnominal;
    if (IsPreposed()) return Holding(v_.ClauseOf(group_).subject);
    if (!IsAdjunct()) return {};
    return ClauseSubject(VerbBefore());
  }

  // The subject of the verb; of a clause that hangs on a thing, whoever has to
  // do with the thing: "issued a statement condemning …".
  HolderRef ClauseSubject(int32_t verb) const {
    const Clause* clause = &v_.ClauseOf(verb);
    if (clause->kind == ClauseKind::kRelative && clause->opener >= 0 &&
        clause->subject == clause->antecedent && IsGeneric(*clause)) {
      return Holding(EquatedMembers(v_, clause->antecedent));
    }
    for (int steps = 0; steps < 3; ++steps) {
      // "was the first country to back it".
      if (clause->kind != ClauseKind::kMain && clause->subject >= 0) {
        const int32_t equated = EquatedSubject(v_, clause->subject);
        if (equated >= 0) return Holding(equated);
      }
      // "Others, such as the union, are eager to talk".
      if (clause->subject >= 0 &&
          v_.Head(clause->subject).Has(pb::FUNCTION_ROLE_QUANTITY)) {
        if (const HolderRef named =
                Holding(NamedMembers(v_, clause->subject))) {
          return named;
        }
      }
      const HolderRef holder =
          Holding(clause->subject < 0 ? -1 : Spokesman(v_, clause->subject));
      if (holder) return holder;
      if (clause->kind != ClauseKind::kGerund &&
          clause->kind != ClauseKind::kInfinitive) {
        break;
      }
      if (clause->parent < 0 || OfAnothersNoun(*clause) ||
          OfOpposedThing(*clause)) {
        break;
      }
      clause = &s_.clauses[clause->parent];
    }
    return {};
  }

  // "called for an inquiry after a decision | to close it": whose decision it
  // was is not said; but "in a bid to close it".
  bool OfAnothersNoun(const Clause& clause) const {
    if (clause.kind != ClauseKind::kInfinitive ||
        !v_.Is(clause.governor, GroupKind::kNoun)) {
      return false;
    }
    const int32_t preposition = v_.At(clause.governor).preposition;
    return preposition >= 0 &&
           v_.Head(preposition).Has(pb::FUNCTION_ROLE_ADJUNCT_PREPOSITION) &&
           !v_.Head(preposition).Has(pb::FUNCTION_ROLE_IN);
  }

  // "vetoed a resolution condemning it": not in the name of who is against it.
  bool OfOpposedThing(const Clause& clause) const {
    const int32_t verb = s_.clauses[clause.parent].verb;
    if (clause.kind != ClauseKind::kGerund || verb < 0 ||
        !v_.Is(clause.governor, GroupKind::kNoun) ||
        ObjectOf(v_, verb) != clause.governor) {
      return false;
    }
    bool opposes = false;
    v_.ForEach(EntryKind::kCue, v_.Head(verb), [&](const EntryRef& ref) {
      const CueEntry& cue = v_.lexicon.cues[ref.index];
      opposes |= cue.word_class == pb::WORD_CLASS_VERB &&
                 cue.polarity == pb::POLARITY_OPPOSES;
    });
    return opposes;
  }

  // "Deplores the raid" in a communiqué, "Scrap the tax!" in speech: neither it
  // nor anything before it has a subject.
  bool IsUnowned() const {
    if (v_.Is(group_, GroupKind::kNoun) ||
        v_.Is(group_, GroupKind::kPreposition)) {
      return false;
    }
    const int32_t verb = v_.Is(group_, GroupKind::kVerb) ? group_ : -1;
    if (verb >= 0 && v_.At(verb).modal) return false;
    // "…, backed by Peru": a participle that opens nothing.
    if (verb >= 0 && v_.At(verb).passive &&
        c_.cue.word_class == pb::WORD_CLASS_VERB) {
      return false;
    }
    for (const Clause& clause : s_.clauses) {
      if (clause.subject >= 0 && clause.subject < group_ && clause.verb >= 0 &&
          clause.kind != ClauseKind::kComplement &&
          clause.kind != ClauseKind::kRelative &&
          v_.At(clause.verb).form == VerbForm::kFinite) {
        return false;
      }
    }
    return v_.ClauseOf(group_).subject < 0;
  }

  // "states that adhere to it", "anyone who wants": a kind, nobody in
  // particular.
  bool IsGeneric(const Clause& clause) const {
    if (clause.antecedent < 0) return false;
    if (v_.Is(clause.opener - 1, GroupKind::kComma)) return false;
    return !v_.Head(clause.antecedent).Is(kProper);
  }

  // A passive: "by A" holds, where the object is the target; where the cue's
  // target is what was asked ("A was urged to C"), nobody is named.
  HolderRef PassiveSubject(int32_t verb) const {
    for (int32_t by = PassiveBy(v_, verb, verb); by >= 0;
         by = PassiveBy(v_, verb, by)) {
      if (const HolderRef agent = Holding(ObjectOf(v_, by))) return agent;
    }
    return {};
  }

  // "Unhappy with the offer, nurses …": it opens the clause whose subject it
  // is said of.
  bool IsPreposed() const {
    if (v_.ClauseOf(group_).subject < group_) return false;
    for (int32_t i = group_ - 1; i >= 0; --i) {
      if (v_.Is(i, GroupKind::kBreak)) break;
      if (!v_.Is(i, GroupKind::kAdverb) && !v_.Is(i, GroupKind::kQuote)) {
        return false;
      }
    }
    for (int32_t i = group_ + 1; i < v_.ClauseOf(group_).subject; ++i) {
      if (v_.Is(i, GroupKind::kComma)) return true;
    }
    return false;
  }

  // "marched in support of": a phrase of several words beside a full verb.
  bool IsAdjunct() const {
    const Unit& unit = s_.units[c_.unit];
    return c_.cue.word_class == pb::WORD_CLASS_PHRASE &&
           unit.end - unit.begin > 1 && VerbBefore() >= 0;
  }

  int32_t VerbBefore() const {
    for (int32_t i = group_ - 1; i >= 0 && i >= group_ - 7; --i) {
      switch (v_.At(i).kind) {
        case GroupKind::kVerb:
          return i;
        case GroupKind::kNoun:
        case GroupKind::kAdverb:
        case GroupKind::kPreposition:
        case GroupKind::kAdjective:
        case GroupKind::kOther:
          continue;
        default:
          return -1;
      }
    }
    return -1;
  }

  // "residents against the plan", "France, wary of …".
  HolderRef Postnominal() const {
    int32_t i = group_ - 1;
    int steps = 0;
    while (i >= 0 && steps++ < 4) {
      const GroupKind kind = v_.At(i).kind;
      // "voted 7-2 in favour of it".
      const bool count = kind == GroupKind::kNoun &&
                         v_.Head(i).Is(kNumberWord) &&
                         v_.Is(i - 1, GroupKind::kVerb);
      if (kind == GroupKind::kComma || kind == GroupKind::kAdverb || count) {
        --i;
        continue;
      }
      if (kind == GroupKind::kNoun) {
        if (v_.At(i).preposition >= 0 &&
            c_.cue.word_class == pb::WORD_CLASS_PHRASE) {
          return {};
        }
        return Holding(i);
      }
      return {};
    }
    return {};
  }

  // Of a nominal cue.
  HolderRef Possessor() const {
    const Group& g = v_.At(group_);
    if (g.possessor >= 0) {
      const HolderRef possessor = Holding(g.possessor);
      if (possessor) return possessor;
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
    // "opposition from farmers", "support among voters".
    int32_t limit = std::min(s_.size(), group_ + 9);
    for (int32_t i = group_ + 1; i < limit; ++i) {
      const GroupKind kind = v_.At(i).kind;
      if (kind == GroupKind::kPreposition) {
        const bool received =
            c_.carrier.light == pb::LIGHT_VERB_DIRECTION_RECEIVE &&
            v_.Head(i).Has(pb::FUNCTION_ROLE_GENITIVE);
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
    }
    return {};
  }

  // "Support for the plan came from farmers", "opposition to it is strongest
  // among nurses": the cue is the subject, its holder stands behind the verb.
  HolderRef BehindVerb() const {
    const Clause& clause = v_.ClauseOf(group_);
    if (clause.subject != group_ || clause.verb <= group_ ||
        v_.Head(clause.verb).Reads(EntryKind::kCue)) {
      return {};
    }
    const int32_t limit = std::min(s_.size(), clause.verb + 6);
    for (int32_t i = clause.verb + 1; i < limit; ++i) {
      switch (v_.At(i).kind) {
        case GroupKind::kPreposition:
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

  // "support in Brussels for the plan": somebody that the lexicon knows.
  HolderRef SomebodyInside(int32_t limit) const {
    if (!v_.Is(group_ + 1, GroupKind::kPreposition) || group_ + 2 >= limit ||
        !v_.Head(group_ + 1).Has(pb::FUNCTION_ROLE_IN) ||
        Contains(TargetPrepositions(), v_.Head(group_ + 1).word) ||
        !v_.Is(group_ + 2, GroupKind::kNoun) || ActorOf(v_, group_ + 2) < 0) {
      return {};
    }
    return Holding(group_ + 2);
  }

  const std::vector<WordId>& TargetPrepositions() const {
    static const std::vector<WordId>* const kEmpty = new std::vector<WordId>();
    for (const Frame& frame : c_.cue.frames) {
      for (const Filler& filler : frame.targets) {
        if (filler.slot == pb::SLOT_PREPOSITION) return filler.prepositions;
      }
    }
    return *kEmpty;
  }

  // "critics of the plan": the group itself, or who they are; "X is a critic
  // of", "X, a critic of": the one it is said of.
  HolderRef Self() const {
    if (const int32_t equated = EquatedSubject(v_, group_); equated >= 0) {
      return Holding(equated);
    }
    if (const HolderRef named = Holding(NamedMembers(v_, group_))) return named;
    if (c_.carrier.verb >= 0 && v_.At(c_.carrier.verb).copula) {
      return Holding(v_.ClauseOf(c_.carrier.verb).subject);
    }
    for (int32_t i = group_ - 1; i >= 0 && i >= group_ - 6; --i) {
      if (v_.At(i).apposition == group_) return Holding(i);
    }
    const int32_t apposition = v_.At(group_).apposition;
    if (apposition >= 0) {
      const HolderRef named = Holding(apposition);
      if (named && v_.Head(apposition).Is(kProper)) return named;
    }
    return {HolderRef::Kind::kGroup, group_, 0};
  }

  const CueContext& c_;
  const SentenceView& v_ = c_.v;
  const Syntax& s_ = v_.syntax;
  const int32_t group_ = c_.group;
};

}  // namespace

HolderRef FillHolderSlot(const CueContext& cue, const Filler& filler,
                         const FilledFrame& filled) {
  return HolderFiller(cue).Fill(filler, filled);
}

}  // namespace stance
