#include "service/engine/stance/composition.h"

#include "service/engine/stance/conditions.h"
#include "service/engine/stance/modifiers.h"
#include "service/engine/stance/mood.h"
#include "service/engine/stance/negation.h"
#include "service/engine/stance/operators.h"
#include "service/engine/stance/slots.h"
#include "service/engine/stance/supposed.h"

namespace stance {
namespace {

namespace pb = lexicon::v1;

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
          c_.polarity == pb::POLARITY_OPPOSES && DeniesOpposite(v_, verb)) {
        c_.polarity = pb::POLARITY_NEUTRAL;
        Step(v_.At(verb).head, {}, "neutralise");
      }
      Without(verb);
      Weaken(MoodOf(v_, f_, verb));
      if (IsSupposed(v_, f_, verb)) Weaken(pb::FACTUALITY_POSSIBLE);
      const Clause& clause = v_.ClauseOf(verb);
      if (clause.subject >= 0 && verb == f_.carrier &&
          (v_.At(v_.FirstOfPossessors(clause.subject)).negative ||
           IsAfterNeither(v_, clause.subject))) {
        // "no country's borders should be redrawn", too.
        Reverse(v_.At(v_.FirstOfPossessors(clause.subject)).begin, {}, false);
      } else if (verb == f_.carrier && IsNoneOfThem(v_, clause)) {
        Reverse(v_.At(clause.opener - 2).begin, {}, false);
      }
      if (const CueEntry* adjective = OperatorBefore(v_, verb)) {
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
      control = OperatorAt(v_, verb);
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

  // "Peru's enthusiasm for it | has waned".
  void Waned() {
    const CueEntry* op = WaningOf(v_, f_.group);
    if (op == nullptr) return;
    Reverse(v_.At(v_.ClauseOf(f_.group).verb).head, op->id, /*cease=*/true);
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

void Compose(const SentenceView& view, const FilledFrame& frame,
             Composition* composition) {
  Composer(view, frame, *composition).Run();
}

}  // namespace stance
