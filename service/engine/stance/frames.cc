#include "service/engine/stance/frames.h"

#include <algorithm>

#include "service/engine/stance/mentions.h"

namespace stance {
namespace {

namespace pb = lexicon::v1;

// How far a preposition may stand from the cue that takes it, in groups.
constexpr int32_t kPrepositionReach = 10;

bool Contains(const std::vector<WordId>& words, WordId word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

class SlotFiller {
 public:
  SlotFiller(const SentenceView& view, int32_t group, uint32_t unit)
      : v_(view), s_(view.syntax), group_(group), unit_(unit) {}

  bool Fill(uint32_t cue_index, const Frame& frame, bool with_holder,
            FilledFrame* out) {
    const CueEntry& cue = v_.lexicon.cues[cue_index];
    cue_ = &cue;
    out->cue = cue_index;
    out->group = group_;
    out->unit = unit_;
    out->polarity = frame.polarity;
    out->targets.clear();
    out->context = false;
    out->evaluation = -1;
    out->holder = {};
    out->score = 0;
    FindCarrier();
    out->carrier = carrier_;
    if (cue.word_class == pb::WORD_CLASS_VERB && !VerbFormFits()) return false;
    for (const Filler& filler : frame.targets) {
      if (!FillTarget(filler, out)) return false;
    }
    if (with_holder) {
      out->holder = FillHolder(frame, *out);
      if (!out->holder) return false;
    }
    return true;
  }

 private:
  bool VerbFormFits() const { return v_.Is(group_, GroupKind::kVerb); }

  // The verb group that carries the cue: itself, a copula before an adjective,
  // a light verb before a noun.
  void FindCarrier() {
    carrier_ = -1;
    light_ = pb::LIGHT_VERB_DIRECTION_UNSPECIFIED;
    if (v_.Is(group_, GroupKind::kVerb)) {
      carrier_ = group_;
      return;
    }
    int32_t i = group_ - 1;
    int steps = 0;
    while (i >= 0 && steps++ < 6) {
      const GroupKind kind = v_.At(i).kind;
      if (kind == GroupKind::kAdverb || kind == GroupKind::kQuote) {
        --i;
        continue;
      }
      if (kind == GroupKind::kVerb) {
        const bool copula = v_.At(i).copula;
        pb::LightVerbDirection direction =
            pb::LIGHT_VERB_DIRECTION_UNSPECIFIED;
        const int32_t light =
            v_.FirstReading(EntryKind::kLightVerb, v_.Head(i));
        if (light >= 0) direction = v_.lexicon.light_verbs[light].direction;
        if (cue_->word_class == pb::WORD_CLASS_NOUN) {
          if (light >= 0) {
            carrier_ = i;
            light_ = direction;
          } else if (GivesUp(i)) {
            carrier_ = i;
            light_ = pb::LIGHT_VERB_DIRECTION_GIVE;
          } else if (copula || HaveVerb(i)) {
            carrier_ = i;
            light_ = copula ? pb::LIGHT_VERB_DIRECTION_UNSPECIFIED
                            : pb::LIGHT_VERB_DIRECTION_GIVE;
          }
        } else if (copula || (light >= 0)) {
          carrier_ = i;
        }
        return;
      }
      // Light verb + list of nominal cues: "expressed concern and opposition".
      if (kind == GroupKind::kCoordinator || kind == GroupKind::kComma ||
          (kind == GroupKind::kNoun && v_.At(group_).first_conjunct == i) ||
          kind == GroupKind::kAdjective) {
        --i;
        continue;
      }
      if (kind == GroupKind::kNoun &&
          cue_->word_class == pb::WORD_CLASS_ADJECTIVE) {
        return;
      }
      return;
    }
  }

  // "dropped its opposition": an operator that undoes the noun's stance.
  bool GivesUp(int32_t verb) const {
    bool reverses = false;
    v_.ForEach(EntryKind::kCue, v_.Head(verb), [&](const EntryRef& ref) {
      const CueEntry& cue = v_.lexicon.cues[ref.index];
      reverses |= cue.word_class == pb::WORD_CLASS_VERB &&
                  cue.effect == pb::EFFECT_REVERSE &&
                  cue.sense != pb::SENSE_EVALUATION;
    });
    return reverses;
  }

  bool HaveVerb(int32_t i) const { return v_.Head(i).Is(kHave); }

  bool FillTarget(const Filler& filler, FilledFrame* out) {
    switch (filler.slot) {
      case pb::SLOT_OBJECT:
        return Push(Object(), 4, out);
      case pb::SLOT_PREPOSITION: {
        if (Push(Prepositional(filler), 6, out)) return true;
        // "The rule drew applause from residents": the subject is the target.
        return light_ == pb::LIGHT_VERB_DIRECTION_RECEIVE &&
               Push(SubjectTarget(), 3, out);
      }
      case pb::SLOT_INFINITIVE:
        return Push(Infinitive(), 5, out);
      case pb::SLOT_OBJECT_INFINITIVE:
        return Push(ObjectInfinitive(), 7, out);
      case pb::SLOT_PREPOSITION_INFINITIVE:
        return Push(PrepositionInfinitive(filler), 8, out);
      case pb::SLOT_THAT_CLAUSE:
        return Push(ThatClause(), 5, out);
      case pb::SLOT_EVALUATED_OBJECT:
        return EvaluatedObject(out);
      case pb::SLOT_EVALUATED:
        return Push(Evaluated(), 4, out);
      case pb::SLOT_SUBJECT_TARGET:
        return Push(SubjectTarget(), 3, out);
      case pb::SLOT_CONTEXT:
        out->context = true;
        out->score += 1;
        return true;
      default:
        return false;
    }
  }

  static bool Push(const TargetRef& target, int score, FilledFrame* out) {
    if (!target) return false;
    out->targets.push_back(target);
    out->score += score;
    return true;
  }

  static TargetRef Noun(int32_t group) {
    return group < 0 ? TargetRef{} : TargetRef{TargetRef::Kind::kNoun, group};
  }

  TargetRef NounOrVerb(int32_t group) const {
    if (group < 0) return {};
    if (v_.Is(group, GroupKind::kVerb)) {
      return {TargetRef::Kind::kVerb, group};
    }
    return Noun(group);
  }

  // The object: after an active verb or a phrase, the subject of a passive.
  TargetRef Object() const {
    if (!v_.Is(group_, GroupKind::kVerb)) {
      return NounOrVerb(ObjectOf(v_, group_));
    }
    const Group& verb = v_.At(group_);
    const Clause& clause = v_.ClauseOf(group_);
    if (verb.passive) {
      if (clause.subject < 0 || clause.subject == group_) return {};
      return Noun(clause.subject);
    }
    if (clause.object_gap && clause.antecedent >= 0) {
      return Noun(clause.antecedent);
    }
    if (v_.Is(group_ + 1, GroupKind::kInterrogative)) {
      return WhatClause(group_ + 1);
    }
    // "supports and will take part in the initiative": a shared object.
    if (v_.Is(group_ + 1, GroupKind::kCoordinator) &&
        v_.Is(group_ + 2, GroupKind::kVerb)) {
      const int32_t shared = ObjectOf(v_, group_ + 2);
      if (shared >= 0) return NounOrVerb(shared);
      if (v_.Is(group_ + 3, GroupKind::kPreposition)) {
        return NounOrVerb(ObjectOf(v_, group_ + 3));
      }
      return {};
    }
    return NounOrVerb(ObjectOf(v_, group_));
  }

  // First noun group or gerund after one of the prepositions.
  TargetRef Prepositional(const Filler& filler) const {
    const int32_t preposition = FindPreposition(filler.prepositions);
    if (preposition < 0) return {};
    return AfterPreposition(preposition);
  }

  TargetRef AfterPreposition(int32_t preposition) const {
    int32_t i = preposition + 1;
    while (v_.Is(i, GroupKind::kQuote) || v_.Is(i, GroupKind::kAdverb)) ++i;
    if (v_.Is(i, GroupKind::kVerb)) {
      if (v_.At(i).form == VerbForm::kFinite) return {};
      return {TargetRef::Kind::kVerb, i};
    }
    if (v_.Is(i, GroupKind::kInterrogative) || v_.Is(i, GroupKind::kRelative)) {
      return WhatClause(i);
    }
    const int32_t object = ObjectOf(v_, preposition);
    if (object < 0) return {};
    // "called for the army to be sent in".
    if (cue_->sense == pb::SENSE_DEMAND && v_.Is(object, GroupKind::kNoun) &&
        v_.Is(object + 1, GroupKind::kVerb) &&
        v_.At(object + 1).form == VerbForm::kToInfinitive &&
        v_.ClauseOf(object + 1).subject == object &&
        !v_.Head(object).Reads(EntryKind::kCue)) {
      return {TargetRef::Kind::kClause, object + 1};
    }
    return NounOrVerb(object);
  }

  // "what remains of the sanctions": the clause after the word.
  TargetRef WhatClause(int32_t i) const {
    if (!v_.Head(i).Has(pb::FUNCTION_ROLE_WHAT)) return {};
    for (int32_t j = i + 1; j < s_.size() && j < i + 5; ++j) {
      if (!v_.Is(j, GroupKind::kVerb)) continue;
      // "what it called a disgrace": the words that it was called.
      if (NamesThings(j)) return NounOrVerb(ObjectOf(v_, j));
      return {TargetRef::Kind::kClause, j};
    }
    return {};
  }

  // A verb of calling: one of its cues has an evaluated object.
  bool NamesThings(int32_t verb) const {
    bool names = false;
    v_.ForEach(EntryKind::kCue, v_.Head(verb), [&](const EntryRef& ref) {
      for (const Frame& frame : v_.lexicon.cues[ref.index].frames) {
        for (const Filler& filler : frame.targets) {
          names |= filler.slot == pb::SLOT_EVALUATED_OBJECT;
        }
      }
    });
    return names;
  }

  int32_t FindPreposition(const std::vector<WordId>& words) const {
    int32_t limit = std::min(s_.size(), group_ + 1 + kPrepositionReach);
    for (int32_t i = group_ + 1; i < limit; ++i) {
      switch (v_.At(i).kind) {
        case GroupKind::kPreposition:
        case GroupKind::kAdverb: {
          const Unit& unit = v_.Head(i);
          if (Contains(words, unit.word) && unit.end - unit.begin == 1) {
            return i;
          }
          continue;
        }
        case GroupKind::kNoun:
        case GroupKind::kQuote:
        case GroupKind::kOther:
        case GroupKind::kAdjective:
          continue;
        case GroupKind::kComma:
          // Over a short parenthesis: "voted, as expected, against".
          if (i == group_ + 1) continue;
          return -1;
        case GroupKind::kVerb:
          // "praised the country for hosting": a reduced relative may stand
          // between; a verb that takes the preposition itself may not.
          if (v_.At(i).form == VerbForm::kFinite) return -1;
          return -1;
        case GroupKind::kCoordinator:
          if (v_.Is(i + 1, GroupKind::kNoun) &&
              v_.At(i + 1).first_conjunct >= 0) {
            continue;
          }
          return -1;
        default:
          return -1;
      }
    }
    return -1;
  }

  // A to-infinitive that the cue governs without an object between.
  TargetRef Infinitive() const {
    int32_t i = group_ + 1;
    int steps = 0;
    while (i < s_.size() && steps++ < 5) {
      const GroupKind kind = v_.At(i).kind;
      if (kind == GroupKind::kVerb) {
        return v_.At(i).form == VerbForm::kToInfinitive
                   ? TargetRef{TargetRef::Kind::kVerb, i}
                   : TargetRef{};
      }
      // Time, adverbs and short phrases may stand between: "vowed on Monday to".
      if (kind == GroupKind::kAdverb || kind == GroupKind::kPreposition ||
          kind == GroupKind::kQuote ||
          (kind == GroupKind::kNoun &&
           (v_.Head(i).Is(kTime) || v_.At(i).preposition >= 0))) {
        ++i;
        continue;
      }
      return {};
    }
    return {};
  }

  // The infinitive whose subject is the object: "urged A to C"; in a passive,
  // "A was urged to C".
  TargetRef ObjectInfinitive() const {
    if (v_.Is(group_, GroupKind::kVerb) && v_.At(group_).passive) {
      return Infinitive();
    }
    const int32_t object = ObjectOf(v_, group_);
    if (object < 0 || !v_.Is(object, GroupKind::kNoun)) return {};
    return InfinitiveAfter(object);
  }

  TargetRef PrepositionInfinitive(const Filler& filler) const {
    const int32_t preposition = FindPreposition(filler.prepositions);
    if (preposition < 0) return {};
    const int32_t noun = ObjectOf(v_, preposition);
    if (noun < 0 || !v_.Is(noun, GroupKind::kNoun)) return {};
    return InfinitiveAfter(noun);
  }

  TargetRef InfinitiveAfter(int32_t noun) const {
    int steps = 0;
    for (int32_t i = noun + 1; i < s_.size() && steps++ < 9; ++i) {
      switch (v_.At(i).kind) {
        case GroupKind::kVerb:
          // Also "wants it scrapped", "wants the filling suspended".
          if (v_.At(i).form == VerbForm::kToInfinitive ||
              (v_.At(i).form == VerbForm::kParticiple && i <= noun + 2)) {
            return {v_.At(i).passive ? TargetRef::Kind::kClause
                                     : TargetRef::Kind::kVerb,
                    i};
          }
          return {};
        case GroupKind::kNoun:
        case GroupKind::kPreposition:
        case GroupKind::kAdverb:
        case GroupKind::kQuote:
        case GroupKind::kOther:
          continue;
        case GroupKind::kCoordinator:
        case GroupKind::kComma:
          if (v_.Is(i + 1, GroupKind::kNoun) ||
              v_.Is(i + 1, GroupKind::kPreposition) ||
              v_.Is(i + 1, GroupKind::kCoordinator)) {
            continue;
          }
          return {};
        default:
          return {};
      }
    }
    return {};
  }

  TargetRef ThatClause() const {
    for (const Clause& clause : s_.clauses) {
      if (clause.kind == ClauseKind::kComplement &&
          (clause.governor == group_ ||
           (carrier_ >= 0 && clause.governor == carrier_)) &&
          clause.verb > group_) {
        return {TargetRef::Kind::kClause, clause.verb};
      }
    }
    return {};
  }

  // "called the plan a disgrace": the object, and after it a word of verdict.
  bool EvaluatedObject(FilledFrame* out) const {
    TargetRef object;
    int32_t after;
    if (v_.At(group_).passive) {
      object = Object();
      after = group_ + 1;
    } else {
      const int32_t noun = ObjectOf(v_, group_);
      if (noun < 0 || !v_.Is(noun, GroupKind::kNoun)) return false;
      object = Noun(noun);
      after = NounPhraseEnd(v_, noun) + 1;
      // The object may itself be followed by phrases: look further for "as".
    }
    if (!object) return false;
    for (int32_t i = after; i < s_.size() && i < after + 6; ++i) {
      const GroupKind kind = v_.At(i).kind;
      if (kind == GroupKind::kBreak || kind == GroupKind::kSubordinator) break;
      if (kind == GroupKind::kVerb &&
          v_.At(i).form == VerbForm::kFinite) {
        break;
      }
      const Group& g = v_.At(i);
      for (uint32_t u = g.begin; u < g.end; ++u) {
        pb::Polarity polarity = pb::POLARITY_UNSPECIFIED;
        v_.ForEach(EntryKind::kCue, s_.units[u], [&](const EntryRef& ref) {
          const CueEntry& cue = v_.lexicon.cues[ref.index];
          if (IsVerdict(cue)) polarity = cue.polarity;
        });
        if (polarity == pb::POLARITY_UNSPECIFIED) continue;
        out->evaluation = static_cast<int32_t>(u);
        out->polarity = g.negative && polarity == pb::POLARITY_SUPPORTS
                            ? pb::POLARITY_OPPOSES
                            : polarity;
        out->targets.push_back(object);
        out->score += 6;
        return true;
      }
    }
    return false;
  }

  static bool IsVerdict(const CueEntry& cue) {
    for (const Frame& frame : cue.frames) {
      for (const Filler& filler : frame.targets) {
        if (filler.slot == pb::SLOT_EVALUATED) return true;
      }
    }
    return false;
  }

  // The subject of "is illegal", "was a mistake".
  TargetRef Evaluated() const {
    if (carrier_ < 0 || carrier_ == group_) return {};
    if (!v_.At(carrier_).copula) return {};
    const Clause& clause = v_.ClauseOf(carrier_);
    if (clause.subject < 0 || clause.subject >= group_) return {};
    const Unit& head = v_.Head(clause.subject);
    if (head.Has(pb::FUNCTION_ROLE_EXPLETIVE)) return {};
    return Noun(clause.subject);
  }

  TargetRef SubjectTarget() const {
    const int32_t verb = carrier_ >= 0 ? carrier_ : group_;
    const Clause& clause = v_.ClauseOf(verb);
    return Noun(clause.subject);
  }

  HolderRef FillHolder(const Frame& frame, const FilledFrame& filled) {
    switch (frame.holder.slot) {
      case pb::SLOT_SUBJECT:
        return Subject(filled);
      case pb::SLOT_POSSESSOR:
        return Possessor();
      case pb::SLOT_SPEAKER:
        return {HolderRef::Kind::kSpeaker, -1, 0};
      case pb::SLOT_SELF:
        return Self();
      case pb::SLOT_PREPOSITION: {
        const int32_t preposition = FindPreposition(frame.holder.prepositions);
        if (preposition < 0) return {};
        return Group_(ObjectOf(v_, preposition));
      }
      case pb::SLOT_OBJECT:
        return Group_(ObjectOf(v_, group_));
      default:
        return {};
    }
  }

  HolderRef Group_(int32_t group) const {
    if (group < 0 || !v_.Is(group, GroupKind::kNoun)) return {};
    if (!CanHold(v_, group)) return {};
    return {HolderRef::Kind::kGroup, group, 0};
  }

  HolderRef Subject(const FilledFrame& filled) const {
    if (v_.Is(group_, GroupKind::kVerb)) {
      if (v_.At(group_).passive && cue_->word_class == pb::WORD_CLASS_VERB) {
        return PassiveSubject(filled);
      }
      return ClauseSubject(group_);
    }
    // Adjectives and phrases: the copula's subject, else the noun group that
    // they follow.
    if (carrier_ >= 0) return Group_(v_.ClauseOf(carrier_).subject);
    return Postnominal();
  }

  // The subject of the verb; of a clause that hangs on a thing, whoever has to
  // do with the thing: "issued a statement condemning …".
  HolderRef ClauseSubject(int32_t verb) const {
    const Clause* clause = &v_.ClauseOf(verb);
    if (clause->kind == ClauseKind::kRelative && clause->opener >= 0 &&
        clause->subject == clause->antecedent && IsGeneric(*clause)) {
      return {};
    }
    for (int steps = 0; steps < 3; ++steps) {
      const HolderRef holder = Group_(clause->subject);
      if (holder) return holder;
      if (clause->kind != ClauseKind::kGerund &&
          clause->kind != ClauseKind::kInfinitive) {
        break;
      }
      if (clause->parent < 0) break;
      clause = &s_.clauses[clause->parent];
    }
    return {};
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
  HolderRef PassiveSubject(const FilledFrame& filled) const {
    int32_t limit = std::min(s_.size(), group_ + 12);
    for (int32_t i = group_ + 1; i < limit; ++i) {
      const GroupKind kind = v_.At(i).kind;
      if (kind == GroupKind::kPreposition &&
          v_.Head(i).Has(pb::FUNCTION_ROLE_PASSIVE_AGENT)) {
        const HolderRef agent = Group_(ObjectOf(v_, i));
        if (agent) return agent;
      }
      if (kind == GroupKind::kBreak || kind == GroupKind::kSubordinator ||
          kind == GroupKind::kRelative ||
          (kind == GroupKind::kVerb && v_.At(i).form == VerbForm::kFinite)) {
        break;
      }
    }
    // Participles of feeling have their subject as holder ("is concerned by",
    // "disappointed"): there the target is not the subject.
    for (const TargetRef& target : filled.targets) {
      if (target.group == v_.ClauseOf(group_).subject) return {};
    }
    if (filled.context) return {};
    return {};
  }

  // "residents against the plan", "France, wary of …".
  HolderRef Postnominal() const {
    int32_t i = group_ - 1;
    int steps = 0;
    while (i >= 0 && steps++ < 4) {
      const GroupKind kind = v_.At(i).kind;
      if (kind == GroupKind::kComma || kind == GroupKind::kAdverb) {
        --i;
        continue;
      }
      if (kind == GroupKind::kNoun) {
        if (v_.At(i).preposition >= 0 &&
            cue_->word_class == pb::WORD_CLASS_PHRASE) {
          return {};
        }
        return Group_(i);
      }
      return {};
    }
    return {};
  }

  // Of a nominal cue.
  HolderRef Possessor() const {
    const Group& g = v_.At(group_);
    if (g.possessor >= 0) {
      const HolderRef possessor = Group_(g.possessor);
      if (possessor) return possessor;
    }
    if (s_.units[g.begin].Is(kPossessivePronoun)) {
      return {HolderRef::Kind::kPronoun, group_, g.begin};
    }
    // "Chinese opposition", "government support".
    for (uint32_t u = g.begin; u < unit_; ++u) {
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
        if (v_.Head(i).Has(pb::FUNCTION_ROLE_HOLDER_PREPOSITION) &&
            !Contains(TargetPrepositions(), v_.Head(i).word)) {
          const HolderRef holder = Group_(ObjectOf(v_, i));
          if (holder) return holder;
        }
        continue;
      }
      if (kind != GroupKind::kNoun && kind != GroupKind::kAdverb &&
          kind != GroupKind::kQuote && kind != GroupKind::kOther) {
        break;
      }
    }
    if (carrier_ >= 0) {
      if (light_ == pb::LIGHT_VERB_DIRECTION_GIVE) {
        if (v_.At(carrier_).passive) return {};
        return Group_(v_.ClauseOf(carrier_).subject);
      }
      if (light_ == pb::LIGHT_VERB_DIRECTION_RECEIVE) return {};
      // "X's position is opposition to …", "X is a …" is no possessor.
    }
    return {};
  }

  const std::vector<WordId>& TargetPrepositions() const {
    static const std::vector<WordId>* const kEmpty = new std::vector<WordId>();
    for (const Frame& frame : cue_->frames) {
      for (const Filler& filler : frame.targets) {
        if (filler.slot == pb::SLOT_PREPOSITION) return filler.prepositions;
      }
    }
    return *kEmpty;
  }

  // "critics of the plan": the group itself; "X is a critic of", "X, a critic
  // of": the one it is said of.
  HolderRef Self() const {
    if (carrier_ >= 0 && v_.At(carrier_).copula) {
      return Group_(v_.ClauseOf(carrier_).subject);
    }
    for (int32_t i = group_ - 1; i >= 0 && i >= group_ - 6; --i) {
      if (v_.At(i).apposition == group_) return Group_(i);
    }
    const int32_t apposition = v_.At(group_).apposition;
    if (apposition >= 0) {
      const HolderRef named = Group_(apposition);
      if (named && v_.Head(apposition).Is(kProper)) return named;
    }
    return {HolderRef::Kind::kGroup, group_, 0};
  }

  const SentenceView& v_;
  const Syntax& s_;
  int32_t group_;
  uint32_t unit_;
  const CueEntry* cue_ = nullptr;
  int32_t carrier_ = -1;
  pb::LightVerbDirection light_ = pb::LIGHT_VERB_DIRECTION_UNSPECIFIED;
};

// Whether a reading of the unit as this cue agrees with its class in the
// sentence.
bool ClassFits(const SentenceView& view, int32_t group, uint32_t unit,
               const CueEntry& cue) {
  const Unit& u = view.syntax.units[unit];
  switch (cue.word_class) {
    case pb::WORD_CLASS_VERB:
      return view.Is(group, GroupKind::kVerb) && view.At(group).head == unit;
    case pb::WORD_CLASS_NOUN:
      return view.Is(group, GroupKind::kNoun) && u.Is(kAnyNoun) &&
             view.At(group).head == unit;
    case pb::WORD_CLASS_ADJECTIVE:
      return u.Is(kAdjective) || view.Is(group, GroupKind::kAdjective) ||
             (view.Is(group, GroupKind::kVerb) && u.Is(kVerbParticiple));
    default:
      return view.Is(group, GroupKind::kPreposition) ||
             view.Is(group, GroupKind::kAdverb) ||
             view.Is(group, GroupKind::kAdjective);
  }
}

}  // namespace

bool FillBestFrame(const SentenceView& view, int32_t group, uint32_t unit,
                   FilledFrame* filled) {
  bool found = false;
  FilledFrame candidate;
  SlotFiller filler(view, group, unit);
  view.ForEach(EntryKind::kCue, view.syntax.units[unit],
               [&](const EntryRef& ref) {
    const CueEntry& cue = view.lexicon.cues[ref.index];
    if (!ClassFits(view, group, unit, cue)) return;
    for (const Frame& frame : cue.frames) {
      if (frame.polarity == pb::POLARITY_UNSPECIFIED &&
          !(frame.targets.size() == 1 &&
            frame.targets[0].slot == pb::SLOT_EVALUATED_OBJECT)) {
        continue;
      }
      if (!filler.Fill(ref.index, frame, true, &candidate)) continue;
      if (!found || candidate.score > filled->score) *filled = candidate;
      found = true;
    }
  });
  return found;
}

bool FillTargets(const SentenceView& view, uint32_t cue, int32_t group,
                 FilledFrame* filled) {
  SlotFiller filler(view, group, view.At(group).head);
  FilledFrame candidate;
  bool found = false;
  for (const Frame& frame : view.lexicon.cues[cue].frames) {
    if (!filler.Fill(cue, frame, false, &candidate)) continue;
    if (candidate.targets.empty()) continue;
    if (!found || candidate.score > filled->score) *filled = candidate;
    found = true;
  }
  return found;
}

}  // namespace stance
