// The slots in which targets stand.

#include <algorithm>

#include "service/engine/stance/slots.h"

namespace stance {
namespace {

namespace pb = lexicon::v1;

class TargetFiller {
 public:
  explicit TargetFiller(const CueContext& cue) : c_(cue) {}

  bool Fill(const Filler& filler, FilledFrame* out) {
    switch (filler.slot) {
      case pb::SLOT_OBJECT:
        return Push(Object(), 4, out) || Push(Cleft(group_ + 1), 4, out);
      case pb::SLOT_PREPOSITION: {
        if (Push(Prepositional(filler), 6, out)) return true;
        if (v_.Is(group_ + 1, GroupKind::kPreposition) &&
            Contains(filler.prepositions, v_.Head(group_ + 1).word) &&
            Push(Cleft(group_ + 2), 5, out)) {
          return true;
        }
        // "gave the plan its backing".
        if (Push(Noun(c_.carrier.recipient), 4, out)) return true;
        // "The rule drew applause from residents", "it has the support of
        // unions", "was called for by residents": the subject is the target.
        return (c_.carrier.light == pb::LIGHT_VERB_DIRECTION_RECEIVE ||
                IsHad() || IsPassiveBefore(filler)) &&
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
      case pb::SLOT_POSSESSOR:
        return Push(Noun(v_.At(group_).possessor), 4, out);
      case pb::SLOT_EVALUATED_OBJECT:
        return EvaluatedObject(filler, out);
      case pb::SLOT_EVALUATED:
        return Push(Evaluated(), 4, out);
      case pb::SLOT_SUBJECT_TARGET:
        return Push(SubjectTarget(), 3, out);
      case pb::SLOT_PREDICATE:
        return Push(Predicate(), 5, out);
      case pb::SLOT_MATRIX:
        out->matrix = Push(Matrix(), 5, out);
        return out->matrix;
      case pb::SLOT_CONTEXT:
        if (!EndsPredicate()) return false;
        out->context = true;
        out->score += 1;
        return true;
      default:
        return false;
    }
  }

 private:
  // "were dismayed." names nothing; "were dismayed to see", "proud of" say at
  // what, even where that is not understood.
  bool EndsPredicate() const {
    if (c_.cue.word_class != pb::WORD_CLASS_ADJECTIVE) return true;
    int32_t i = group_ + 1;
    while (v_.Is(i, GroupKind::kAdverb) || v_.Is(i, GroupKind::kQuote)) ++i;
    return i >= s_.size() || v_.Is(i, GroupKind::kBreak) ||
           v_.Is(i, GroupKind::kComma) || v_.Is(i, GroupKind::kCoordinator);
  }

  // "has the support of unions", "has their support": a noun cue with its
  // holder as the object of "have".
  bool IsHad() const {
    if (c_.carrier.verb < 0 || c_.carrier.verb == group_ ||
        !v_.Head(c_.carrier.verb).Is(kHave)) {
      return false;
    }
    const Unit& first = s_.units[v_.At(group_).begin];
    const bool owned =
        v_.At(group_).possessor >= 0 ||
        (first.Is(kPossessivePronoun) && !first.Has(pb::FUNCTION_ROLE_NEUTER));
    if (owned && !c_.cue.person) return true;
    return first.Has(pb::FUNCTION_ROLE_DEFINITE) &&
           v_.Is(group_ + 1, GroupKind::kPreposition) &&
           v_.Head(group_ + 1).Has(pb::FUNCTION_ROLE_GENITIVE);
  }

  // "was called for": a passive whose preposition governs nothing.
  bool IsPassiveBefore(const Filler& filler) const {
    if (!v_.Is(group_, GroupKind::kVerb) || !v_.At(group_).passive)
      return false;
    const int32_t next = group_ + 1;
    if (!v_.Is(next, GroupKind::kPreposition) &&
        !v_.Is(next, GroupKind::kAdverb)) {
      return false;
    }
    return Contains(filler.prepositions, v_.Head(next).word) &&
           ObjectOf(v_, next) < 0;
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
      return NounOrVerb(clause.subject);
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
      // "supports and will take part in it": the noun belongs to the verb.
      if (shared >= 0 && v_.Is(shared, GroupKind::kNoun) &&
          v_.At(shared).end - v_.At(shared).begin == 1 &&
          v_.Head(shared).Is(kNoun) && !v_.Head(shared).Is(kProper) &&
          v_.Is(shared + 1, GroupKind::kPreposition)) {
        return NounOrVerb(ObjectOf(v_, shared + 1));
      }
      if (shared >= 0) return NounOrVerb(shared);
      if (v_.Is(group_ + 3, GroupKind::kPreposition)) {
        return NounOrVerb(ObjectOf(v_, group_ + 3));
      }
      return {};
    }
    return NounOrVerb(ObjectOf(v_, group_));
  }

  // "What we need is a truce", "what we object to is the haste": what stands
  // behind the copula at `copula`.
  TargetRef Cleft(int32_t copula) const {
    while (v_.Is(copula, GroupKind::kAdverb)) ++copula;
    if (!v_.Is(copula, GroupKind::kVerb) || !v_.At(copula).copula ||
        v_.At(copula).form != VerbForm::kFinite) {
      return {};
    }
    for (int32_t i = group_ - 1; i >= 0 && i >= group_ - 5; --i) {
      const GroupKind kind = v_.At(i).kind;
      if (kind == GroupKind::kInterrogative || kind == GroupKind::kRelative) {
        // Where it opens the clause: "asked what they want" is a question.
        const bool opens = i == 0 || v_.Is(i - 1, GroupKind::kQuote) ||
                           v_.Is(i - 1, GroupKind::kBreak);
        return opens && v_.Head(i).Has(pb::FUNCTION_ROLE_WHAT)
                   ? NounOrVerb(ObjectOf(v_, copula))
                   : TargetRef{};
      }
      if (kind != GroupKind::kNoun && kind != GroupKind::kAdverb &&
          kind != GroupKind::kOther) {
        return {};
      }
    }
    return {};
  }

  // First noun group or gerund after one of the prepositions.
  TargetRef Prepositional(const Filler& filler) const {
    const int32_t preposition =
        FindPreposition(v_, group_, filler.prepositions);
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
    // "concern about the city taking away car lanes".
    if (v_.Is(object, GroupKind::kNoun) &&
        v_.Is(object + 1, GroupKind::kVerb) &&
        v_.At(object + 1).form == VerbForm::kGerund &&
        v_.ClauseOf(object + 1).subject == object &&
        v_.Head(object).Is(kProper | kNounPlural | kPronoun)) {
      return {TargetRef::Kind::kClause, object + 1};
    }
    // "called for the army to be sent in".
    if (c_.cue.sense == pb::SENSE_DEMAND && v_.Is(object, GroupKind::kNoun) &&
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
      // Time, counts, adverbs and short phrases may stand between: "vowed on
      // Monday to", "voted 52-48 to".
      if (kind == GroupKind::kAdverb || kind == GroupKind::kPreposition ||
          kind == GroupKind::kQuote ||
          (kind == GroupKind::kNoun &&
           (v_.Head(i).Is(kTime | kNumberWord) || v_.At(i).preposition >= 0))) {
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
    const int32_t preposition =
        FindPreposition(v_, group_, filler.prepositions);
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
           (c_.carrier.verb >= 0 && clause.governor == c_.carrier.verb)) &&
          clause.verb > group_) {
        return {TargetRef::Kind::kClause, clause.verb};
      }
    }
    return {};
  }

  // "called the plan a disgrace": the object, and after it a word of verdict;
  // behind one of the prepositions where the frame names some: "sees it as".
  bool EvaluatedObject(const Filler& filler, FilledFrame* out) const {
    TargetRef object;
    int32_t after;
    if (v_.At(group_).passive) {
      object = Object();
      after = group_ + 1;
    } else if (const int32_t antecedent = GapAntecedent(); antecedent >= 0) {
      // "a power she called grotesque".
      object = Noun(antecedent);
      after = group_ + 1;
    } else {
      const int32_t noun = ObjectOf(v_, group_);
      if (noun < 0 || !v_.Is(noun, GroupKind::kNoun)) return false;
      object = Noun(noun);
      // "what she called a reckless merger": the verdict is in the noun group.
      after = FollowsWhat() ? noun : NounPhraseEnd(v_, noun) + 1;
      // "greeted the plan with dismay": the phrase is the verb's, not the
      // noun's.
      for (int32_t i = noun + 1; i < after; ++i) {
        if (!v_.Is(i, GroupKind::kPreposition) ||
            !v_.Head(i).Has(pb::FUNCTION_ROLE_INSTRUMENT)) {
          continue;
        }
        after = i + 1;
        object.limit = i;
      }
      // The object may itself be followed by phrases: look further for "as".
    }
    if (!object) return false;
    for (int32_t i = after; i < s_.size() && i < after + 6; ++i) {
      const GroupKind kind = v_.At(i).kind;
      if (kind == GroupKind::kBreak || kind == GroupKind::kSubordinator) break;
      if (kind == GroupKind::kVerb && v_.At(i).form == VerbForm::kFinite) {
        break;
      }
      // "greeted the plan with dismay": any noun of stance says how.
      const bool manner = v_.Is(i - 1, GroupKind::kPreposition) &&
                          v_.Head(i - 1).Has(pb::FUNCTION_ROLE_INSTRUMENT);
      const Group& g = v_.At(i);
      // "found the car in a wretched state".
      if (kind == GroupKind::kNoun && g.preposition > group_ && !manner &&
          !v_.Head(g.preposition).Has(pb::FUNCTION_ROLE_AS)) {
        continue;
      }
      if (!filler.prepositions.empty() &&
          !(v_.Is(i - 1, GroupKind::kPreposition) &&
            Contains(filler.prepositions, v_.Head(i - 1).word))) {
        continue;
      }
      for (uint32_t u = g.begin; u < g.end; ++u) {
        pb::Polarity polarity = pb::POLARITY_UNSPECIFIED;
        v_.ForEach(EntryKind::kCue, s_.units[u], [&](const EntryRef& ref) {
          const CueEntry& cue = v_.lexicon.cues[ref.index];
          const pb::Polarity verdict = VerdictOf(cue);
          if (verdict != pb::POLARITY_UNSPECIFIED) {
            polarity = verdict;
          } else if (manner && cue.word_class == pb::WORD_CLASS_NOUN) {
            polarity = cue.polarity;
          }
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

  // Of a relative clause whose object is left out; -1 for none.
  int32_t GapAntecedent() const {
    const Clause& clause = v_.ClauseOf(group_);
    return clause.object_gap ? clause.antecedent : -1;
  }

  // "what | she | called".
  bool FollowsWhat() const {
    const int32_t subject = v_.ClauseOf(group_).subject;
    return subject > 0 && subject < group_ &&
           v_.Is(subject - 1, GroupKind::kInterrogative) &&
           v_.Head(subject - 1).Has(pb::FUNCTION_ROLE_WHAT);
  }

  // What a word of verdict says of its subject; unspecified for other words.
  static pb::Polarity VerdictOf(const CueEntry& cue) {
    for (const Frame& frame : cue.frames) {
      for (const Filler& filler : frame.targets) {
        if (filler.slot == pb::SLOT_EVALUATED) return frame.polarity;
      }
    }
    return pb::POLARITY_UNSPECIFIED;
  }

  // The subject of "is illegal", "was a mistake".
  TargetRef Evaluated() const {
    if (c_.carrier.verb < 0 || c_.carrier.verb == group_) return {};
    if (!v_.At(c_.carrier.verb).copula) return {};
    const Clause& clause = v_.ClauseOf(c_.carrier.verb);
    if (clause.subject < 0 || clause.subject >= group_) return {};
    const Unit& head = v_.Head(clause.subject);
    if (head.Has(pb::FUNCTION_ROLE_EXPLETIVE)) return {};
    // "It is vital to end the war", "it is vital that talks resume".
    if (head.Has(pb::FUNCTION_ROLE_NEUTER)) {
      if (const TargetRef infinitive = Infinitive()) return infinitive;
      if (const TargetRef that = ThatClause()) return that;
    }
    return NounOrVerb(clause.subject);
  }

  // "Their demand is a pay rise", "its aim is to end the war", "our view is
  // that it should stop".
  TargetRef Predicate() const {
    const Clause& clause = v_.ClauseOf(group_);
    if (clause.subject != group_ || clause.verb < group_ ||
        !v_.At(clause.verb).copula) {
      return {};
    }
    for (const Clause& inner : s_.clauses) {
      if (inner.kind == ClauseKind::kComplement &&
          inner.governor == clause.verb && inner.verb > clause.verb) {
        return {TargetRef::Kind::kClause, inner.verb};
      }
    }
    int32_t i = clause.verb + 1;
    while (v_.Is(i, GroupKind::kAdverb) || v_.Is(i, GroupKind::kQuote)) ++i;
    if (v_.Is(i, GroupKind::kVerb)) {
      return v_.At(i).form == VerbForm::kFinite
                 ? TargetRef{}
                 : TargetRef{TargetRef::Kind::kVerb, i};
    }
    return NounOrVerb(ObjectOf(v_, clause.verb));
  }

  // "to the dismay of farmers", "despite their opposition", "with their
  // support": what the clause around the phrase says.
  TargetRef Matrix() const {
    const int32_t preposition = v_.At(group_).preposition;
    if (preposition < 0) return {};
    const Unit& word = v_.Head(preposition);
    const bool supports = c_.cue.polarity == pb::POLARITY_SUPPORTS;
    if (!word.MayBe(kTo) && !word.Has(supports ? pb::FUNCTION_ROLE_INSTRUMENT
                                               : pb::FUNCTION_ROLE_DESPITE)) {
      return {};
    }
    const int32_t verb = v_.ClauseOf(group_).verb;
    return verb < 0 || v_.At(verb).copula
               ? TargetRef{}
               : TargetRef{TargetRef::Kind::kClause, verb};
  }

  TargetRef SubjectTarget() const {
    const int32_t verb = c_.carrier.verb >= 0 ? c_.carrier.verb : group_;
    const int32_t subject = v_.ClauseOf(verb).subject;
    return subject == group_ ? TargetRef{} : NounOrVerb(subject);
  }

  const CueContext& c_;
  const SentenceView& v_ = c_.v;
  const Syntax& s_ = v_.syntax;
  const int32_t group_ = c_.group;
};

}  // namespace

bool FillTargetSlot(const CueContext& cue, const Filler& filler,
                    FilledFrame* out) {
  return TargetFiller(cue).Fill(filler, out);
}

}  // namespace stance
