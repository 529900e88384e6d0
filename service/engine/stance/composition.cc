#include "service/engine/stance/composition.h"

#include "service/engine/stance/conditions.h"
#include "service/engine/stance/implied_frames.h"
#include "service/engine/stance/modifiers.h"
#include "service/engine/stance/mood.h"
#include "service/engine/stance/slots.h"
#include "service/engine/stance/supposed.h"

namespace stance {
namespace {

namespace pb = lexicon::v1;

bool TakesInfinitive(const CueEntry& cue) {
  for (const Frame& frame : cue.frames) {
    for (const Filler& filler : frame.targets) {
      if (filler.slot == pb::SLOT_INFINITIVE ||
          filler.slot == pb::SLOT_OBJECT_INFINITIVE) {
        return true;
      }
    }
  }
  return false;
}

class Composer {
 public:
  Composer(const SentenceView& view, const FilledFrame& frame,
           Composition& composition)
      : v_(view), f_(frame), c_(composition) {}

  void Run() {
    c_.polarity = f_.polarity;
    c_.factuality = pb::FACTUALITY_ASSERTED;
    c_.uncertain = false;
    c_.steps.clear();
    const CueEntry& cue = v_.lexicon.cues[f_.cue];
    if (cue.factuality != pb::FACTUALITY_UNSPECIFIED) {
      c_.factuality = cue.factuality;
    }
    // The cue's own noun group: "no objection to".
    const GroupKind kind = v_.At(f_.group).kind;
    if (kind != GroupKind::kVerb && v_.At(f_.group).negative) {
      Reverse(v_.At(f_.group).begin, {}, false);
    }
    if (MayDeny(v_) &&
        (kind == GroupKind::kAdjective || kind == GroupKind::kPreposition ||
         kind == GroupKind::kNoun)) {
      ApplyModifiers(ModifiersBefore(v_, f_));
    }
    int32_t verb = f_.carrier;
    if (verb >= 0 && verb != f_.group) GivenUp(verb);
    if (verb < 0 && kind == GroupKind::kNoun) Waned();
    int steps = 0;
    const CueEntry* control = nullptr;     // the operator at `verb`
    ClauseKind below = ClauseKind::kMain;  // the clause that it governs
    while (verb >= 0 && steps++ < 6) {
      Modifiers around = ModifiersAround(v_, f_, verb);
      if (control != nullptr) {
        // "stopped short of asking for it": what is not asked for is not
        // opposed.
        if (cue.sense == pb::SENSE_DEMAND && below == ClauseKind::kGerund &&
            control->effect == pb::EFFECT_REVERSE &&
            control->polarity == pb::POLARITY_UNSPECIFIED) {
          Weaken(pb::FACTUALITY_COUNTERFACTUAL);
        }
        if (control->effect == pb::EFFECT_REVERSE &&
            around.negations % 2 == 1) {
          // "will not stop supporting": the two undo each other.
          around.negations = 0;
        } else {
          Control(verb, *control);
        }
      }
      ApplyModifiers(around);
      // "neither endorses nor rejects it" takes no side.
      if (verb == f_.group && around.negations % 2 == 1 &&
          c_.polarity == pb::POLARITY_OPPOSES && DeniesOpposite(verb)) {
        c_.polarity = pb::POLARITY_NEUTRAL;
        Step(v_.At(verb).head, {}, "neutralise");
      }
      Without(verb);
      Weaken(MoodOf(v_, f_, verb));
      if (IsSupposed(v_, f_, verb)) Weaken(pb::FACTUALITY_POSSIBLE);
      const Clause& clause = v_.ClauseOf(verb);
      if (clause.subject >= 0 && verb == f_.carrier &&
          (v_.At(v_.FirstOfPossessors(clause.subject)).negative ||
           AfterNeither(clause.subject))) {
        // "no country's borders should be redrawn", too.
        Reverse(v_.At(v_.FirstOfPossessors(clause.subject)).begin, {}, false);
      } else if (verb == f_.carrier && IsNoneOfThem(clause)) {
        Reverse(v_.At(clause.opener - 2).begin, {}, false);
      }
      if (const CueEntry* adjective = AdjectiveBefore(verb)) {
        Control(verb - 1, *adjective);
      }
      const bool dependent = clause.kind == ClauseKind::kInfinitive ||
                             clause.kind == ClauseKind::kGerund;
      if (!dependent || !v_.Is(clause.governor, GroupKind::kVerb) ||
          clause.governor >= verb) {
        break;
      }
      below = clause.kind;
      verb = clause.governor;
      control = OperatorAt(verb);
      // "came out to condemn it": coming out is no stance on what follows.
      if (clause.kind == ClauseKind::kInfinitive && control != nullptr &&
          !TakesInfinitive(*control)) {
        control = nullptr;
      }
    }
    ClauseConditions();
    Doubt();
    if (cue.only_denied) {
      c_.polarity = denied_ ? f_.polarity : pb::POLARITY_UNSPECIFIED;
    }
  }

 private:
  void Step(uint32_t unit, std::string_view entry, std::string_view effect) {
    c_.steps.push_back({unit, entry, effect, c_.polarity});
  }

  void Reverse(uint32_t unit, std::string_view entry, bool cease) {
    if (cease && c_.polarity == pb::POLARITY_OPPOSES) {
      c_.polarity = pb::POLARITY_SUPPORTS;
      c_.uncertain = true;
    } else {
      c_.polarity = Negate(c_.polarity);
    }
    denied_ = true;
    Step(unit, entry, "negate");
  }

  void ApplyModifiers(const Modifiers& m) {
    // "The bill is no threat", "is not illegal": a defence of it.
    if (m.negations % 2 == 1 && !m.cease &&
        f_.holder.kind == HolderRef::Kind::kSpeaker &&
        c_.polarity == pb::POLARITY_OPPOSES) {
      c_.polarity = pb::POLARITY_SUPPORTS;
      c_.uncertain = true;
      Step(m.unit, m.entry, "negate");
      return;
    }
    if (m.cease) {
      Reverse(m.unit, m.entry, true);
    } else {
      for (int i = 0; i < m.negations % 2; ++i) Reverse(m.unit, m.entry, false);
    }
    if (m.possible) Weaken(pb::FACTUALITY_POSSIBLE);
    if (m.superseded) Weaken(pb::FACTUALITY_SUPERSEDED);
  }

  void Weaken(Factuality factuality) {
    if (factuality > c_.factuality) c_.factuality = factuality;
  }

  // "neither the union nor the employers", "not one speaker".
  bool AfterNeither(int32_t group) const {
    group = v_.FirstOfPossessors(group);
    return v_.Is(group - 1, GroupKind::kAdverb) &&
           v_.Head(group - 1).Is(kNegation) &&
           (v_.Head(group - 1).Has(pb::FUNCTION_ROLE_ECHO) ||
            (v_.units[v_.At(group).begin].Is(kNumberWord) &&
             !v_.At(group).plural));
  }

  // "Peru and Chile, neither of which backs it".
  bool IsNoneOfThem(const Clause& clause) const {
    const int32_t of = clause.opener - 1;
    return clause.kind == ClauseKind::kRelative &&
           v_.Is(of, GroupKind::kPreposition) &&
           v_.Head(of).Has(pb::FUNCTION_ROLE_GENITIVE) &&
           v_.Is(of - 1, GroupKind::kNoun) && v_.At(of - 1).negative;
  }

  // A verb of opposition is denied beside the verb of support: "nor" stands
  // between them.
  bool DeniesOpposite(int32_t verb) const {
    int32_t other = -1;
    if (v_.Is(verb - 1, GroupKind::kCoordinator)) {
      if (!v_.At(verb - 1).negative) return false;
      for (other = verb - 2; other >= 0 && other > verb - 8; --other) {
        if (v_.Is(other, GroupKind::kVerb)) break;
      }
    } else {
      for (int32_t i = verb + 1; i < v_.syntax.size() && i < verb + 8; ++i) {
        if (v_.Is(i, GroupKind::kCoordinator) && v_.At(i).negative) {
          other = i + 1;
          break;
        }
      }
    }
    if (!v_.Is(other, GroupKind::kVerb)) return false;
    return v_.FindCue(v_.Head(other), pb::WORD_CLASS_VERB,
                      [](const CueEntry& cue) {
                        return cue.polarity == pb::POLARITY_OPPOSES;
                      }) != nullptr;
  }

  // "dropped its opposition": what is given up turns round.
  void GivenUp(int32_t verb) {
    if (!v_.Is(f_.group, GroupKind::kNoun)) return;
    // "rejected calls from employers" gives up nothing of one's own, nor does
    // "ended the protest".
    const bool own = f_.holder.kind == HolderRef::Kind::kPronoun ||
                     (f_.holder.kind == HolderRef::Kind::kGroup &&
                      f_.holder.group == v_.ClauseOf(verb).subject);
    const Unit& first = v_.units[v_.At(f_.group).begin];
    if (!own || first.Has(pb::FUNCTION_ROLE_DEFINITE)) return;
    const CueEntry* op = GivingUp(v_, verb);
    if (op == nullptr) return;
    c_.polarity = Apply(pb::EFFECT_REVERSE, c_.polarity);
    c_.uncertain = true;
    Step(v_.At(verb).head, op->id, "reverse");
  }

  // "Peru's enthusiasm for it | has waned": an attitude that is no longer.
  void Waned() {
    const Clause& clause = v_.ClauseOf(f_.group);
    const int32_t verb = clause.verb;
    if (clause.subject != f_.group || verb <= f_.group || v_.At(verb).modal ||
        v_.At(verb).passive || !v_.Head(verb).Takes(pb::SLOT_SUBJECT_TARGET) ||
        IsNegated(v_, verb)) {
      return;
    }
    const CueEntry* op =
        v_.FindCue(v_.Head(verb), pb::WORD_CLASS_VERB, [](const CueEntry& cue) {
          return cue.effect == pb::EFFECT_REVERSE &&
                 cue.sense == pb::SENSE_EVALUATION &&
                 cue.polarity == pb::POLARITY_UNSPECIFIED;
        });
    if (op != nullptr) Reverse(v_.At(verb).head, op->id, /*cease=*/true);
  }

  // Control verbs without a stance of their own: declined to, tried to.
  const CueEntry* OperatorAt(int32_t verb) const {
    const CueEntry* op = nullptr;
    v_.ForEach(EntryKind::kCue, v_.Head(verb), [&](const EntryRef& ref) {
      const CueEntry& cue = v_.lexicon.cues[ref.index];
      if (cue.word_class != pb::WORD_CLASS_VERB) return;
      // "voted to adopt it", not "voted against it".
      if (op == nullptr || (TakesInfinitive(cue) && !TakesInfinitive(*op)) ||
          (op->polarity != pb::POLARITY_UNSPECIFIED &&
           TakesInfinitive(cue) == TakesInfinitive(*op))) {
        op = &cue;
      }
    });
    return op;
  }

  // "is unable | to back it", "found it hard | to back it".
  const CueEntry* AdjectiveBefore(int32_t verb) const {
    if (!v_.Is(verb - 1, GroupKind::kAdjective)) return nullptr;
    return v_.FindCue(
        v_.Head(verb - 1), pb::WORD_CLASS_ADJECTIVE,
        [](const CueEntry& cue) { return cue.effect == pb::EFFECT_REVERSE; });
  }

  void Control(int32_t verb, const CueEntry& op) {
    if (op.effect == pb::EFFECT_REVERSE) {
      denied_ = true;
      // Not doing is weaker than undoing: "declined to condemn" takes no side.
      c_.polarity = Negate(c_.polarity);
      Step(v_.At(verb).head, op.id, "reverse");
    } else if (op.effect == pb::EFFECT_NEUTRALISE) {
      // A demand that is not made says nothing.
      c_.polarity = v_.lexicon.cues[f_.cue].sense == pb::SENSE_DEMAND &&
                            v_.Is(f_.group, GroupKind::kVerb)
                        ? pb::POLARITY_UNSPECIFIED
                        : pb::POLARITY_NEUTRAL;
      Step(v_.At(verb).head, op.id, "neutralise");
    }
    if (op.factuality != pb::FACTUALITY_UNSPECIFIED) Weaken(op.factuality);
    // "The union was urged to back it" tells what others want of the union.
    if (op.sense == pb::SENSE_DEMAND && v_.At(verb).passive &&
        v_.At(verb).form == VerbForm::kFinite) {
      Weaken(pb::FACTUALITY_POSSIBLE);
    }
  }

  // "without endorsing the raid" takes no side.
  void Without(int32_t verb) {
    if (!v_.Is(verb - 1, GroupKind::kPreposition)) return;
    // "instead of backing it".
    if (v_.Is(verb - 2, GroupKind::kAdverb) &&
        v_.Head(verb - 2).Has(pb::FUNCTION_ROLE_CONTRAST)) {
      Weaken(pb::FACTUALITY_COUNTERFACTUAL);
    }
    v_.ForEach(EntryKind::kModifier, v_.Head(verb - 1),
               [&](const EntryRef& ref) {
                 const ModifierEntry& entry = v_.lexicon.modifiers[ref.index];
                 if (entry.effect != pb::MODIFIER_EFFECT_NEGATE) return;
                 c_.polarity = pb::POLARITY_NEUTRAL;
                 Step(v_.At(verb - 1).head, entry.id, "neutralise");
               });
  }

  // "do not think the plan is fair" is "think it is unfair"; "did not say that
  // it is fair" says nothing.
  void Doubt() {
    int32_t verb = v_.At(f_.group).clause < 0 ? -1 : GovernorOf(v_, f_.group);
    for (int steps = 0; verb >= 0 && steps < 3; ++steps) {
      const bool negated = IsNegated(v_, verb);
      if (Denies(v_, verb) && !negated) {
        Denied(verb);
      } else if (negated && v_.Head(verb).Has(pb::FUNCTION_ROLE_DOUBT)) {
        TurnRound(verb);
      } else if (negated) {
        Weaken(pb::FACTUALITY_COUNTERFACTUAL);
      }
      verb = GovernorOf(v_, verb);
    }
  }

  // Whoever denies says the contrary; "doubts that Peru backs it" tells nothing
  // of Peru, "nobody doubts that Peru backs it" does.
  void Denied(int32_t verb) {
    const int32_t subject = v_.ClauseOf(verb).subject;
    if (subject >= 0 && v_.At(subject).negative) return;
    if (f_.holder.kind == HolderRef::Kind::kSpeaker) {
      TurnRound(verb);
    } else {
      Weaken(pb::FACTUALITY_COUNTERFACTUAL);
    }
  }

  // What is said is held not to be so.
  void TurnRound(int32_t verb) {
    if (c_.polarity == pb::POLARITY_OPPOSES) {
      c_.polarity = pb::POLARITY_SUPPORTS;
      c_.uncertain = true;
      Step(v_.At(verb).head, {}, "negate");
    } else {
      Reverse(v_.At(verb).head, {}, false);
    }
  }

  void ClauseConditions() {
    if (!v_.syntax.any.Reads(EntryKind::kModifier) &&
        !v_.syntax.any.Has(pb::FUNCTION_ROLE_CONDITION)) {
      return;
    }
    // "if Peru had its way, the treaty would go".
    if (f_.matrix && v_.Is(f_.group, GroupKind::kVerb)) return;
    if (IsInverted(v_)) Weaken(pb::FACTUALITY_COUNTERFACTUAL);
    int32_t clause = v_.At(f_.group).clause;
    int steps = 0;
    while (clause >= 0 && steps++ < 10) {
      const Clause& c = v_.syntax.clauses[clause];
      switch (OpenerEffect(v_, c)) {
        case pb::MODIFIER_EFFECT_HYPOTHETICAL:
          Weaken(pb::FACTUALITY_COUNTERFACTUAL);
          break;
        case pb::MODIFIER_EFFECT_CONDITIONAL:
          Weaken(pb::FACTUALITY_COUNTERFACTUAL);
          break;
        case pb::MODIFIER_EFFECT_POSSIBLE:
          Weaken(pb::FACTUALITY_POSSIBLE);
          break;
        case pb::MODIFIER_EFFECT_SUPERSEDED:
          Weaken(pb::FACTUALITY_SUPERSEDED);
          break;
        default:
          break;
      }
      clause = c.parent;
    }
  }

  const SentenceView& v_;
  const FilledFrame& f_;
  Composition& c_;
  bool denied_ = false;  // by a negation or a refusal
};

}  // namespace

Polarity Apply(pb::Effect effect, Polarity polarity) {
  switch (effect) {
    case pb::EFFECT_REVERSE:
      if (polarity == pb::POLARITY_SUPPORTS) return pb::POLARITY_OPPOSES;
      if (polarity == pb::POLARITY_OPPOSES) return pb::POLARITY_SUPPORTS;
      return polarity;
    case pb::EFFECT_NEUTRALISE:
      return pb::POLARITY_NEUTRAL;
    default:
      return polarity;
  }
}

Polarity Negate(Polarity polarity) {
  switch (polarity) {
    case pb::POLARITY_SUPPORTS:
      return pb::POLARITY_OPPOSES;
    case pb::POLARITY_OPPOSES:
      return pb::POLARITY_NEUTRAL;
    default:
      return polarity;
  }
}

void Compose(const SentenceView& view, const FilledFrame& frame,
             Composition* composition) {
  Composer(view, frame, *composition).Run();
}

bool Denies(const SentenceView& view, int32_t verb) {
  const int32_t entry =
      view.FirstReading(EntryKind::kReporting, view.Head(verb));
  return entry >= 0 && view.lexicon.reporting_verbs[entry].denies;
}

bool HoldsNegation(const SentenceView& view, int32_t verb) {
  const Group& g = view.At(verb);
  int negations = 0;
  for (uint32_t u = g.begin; u < g.end; ++u) {
    const Unit& unit = view.units[u];
    if (unit.Is(kNegation)) {
      ++negations;
      continue;
    }
    view.ForEach(EntryKind::kModifier, unit, [&](const EntryRef& ref) {
      if (view.lexicon.modifiers[ref.index].effect ==
          pb::MODIFIER_EFFECT_NEGATE) {
        ++negations;
      }
    });
  }
  return negations % 2 == 1;
}

}  // namespace stance
