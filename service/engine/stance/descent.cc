#include "service/engine/stance/descent.h"

#include "service/engine/stance/mention_parts.h"
#include "service/engine/stance/negation.h"
#include "service/engine/stance/operators.h"

namespace stance {
namespace {

namespace pb = lexicon::v1;

// How deep a chain of operators is followed: "refused to stop blocking …".
constexpr int kMaxDepth = 4;

// "backs neither camp", "does not favour either candidate": no side is taken.
bool TakesNeitherSide(const SentenceView& view, int32_t group) {
  const Unit& first = view.units[view.At(group).begin];
  if (!first.Has(pb::FUNCTION_ROLE_ECHO) || view.At(group).plural) return false;
  // "either of them".
  const int32_t of = GenitiveOf(view, group);
  if (of >= 0) return CanHold(view, of);
  return !view.Is(group + 1, GroupKind::kPreposition) && CanHold(view, group);
}

class Descender {
 public:
  Descender(const SentenceView& view, const FilledFrame& frame, pb::Sense sense,
            bool derive, std::vector<InnerTarget>& inner,
            std::vector<FilledFrame>& passed)
      : v_(view),
        frame_(frame),
        sense_(sense),
        derive_(derive),
        inner_(inner),
        passed_(passed) {}

  // Looks through operators to the innermost target.
  void Descend(const TargetRef& target, Polarity polarity, int depth) {
    if (depth == 0 && frame_.matrix && TakesSides(target, polarity)) return;
    if (IsNone(target)) {
      if (TakesNeitherSide(v_, target.group)) {
        polarity = pb::POLARITY_NEUTRAL;
      } else {
        polarity = sense_ == pb::SENSE_DEMAND
                       ? Apply(pb::EFFECT_REVERSE, polarity)
                       : Negate(polarity);
      }
    } else if (polarity == pb::POLARITY_OPPOSES &&
               target.kind == TargetRef::Kind::kNoun &&
               TakesNeitherSide(v_, target.group)) {
      polarity = pb::POLARITY_NEUTRAL;
    }
    if (depth < kMaxDepth && LookThrough(target) &&
        v_.Head(target.group).Reads(EntryKind::kCue)) {
      FilledFrame inner;
      uint32_t cue = 0;
      // "voted to reject the plan" is an act against the plan.
      const bool demand =
          sense_ == pb::SENSE_DEMAND ||
          (sense_ == pb::SENSE_ACTION && target.kind == TargetRef::Kind::kVerb);
      if (Operator(target, demand, polarity, &inner, &cue)) {
        const CueEntry& entry = v_.lexicon.cues[cue];
        Polarity through = Apply(EffectOf(entry, inner), polarity);
        // "refused to condemn the raid" is no praise of it.
        if (depth == 0 && polarity == pb::POLARITY_OPPOSES &&
            entry.polarity == pb::POLARITY_OPPOSES && OwnAct(target)) {
          through = pb::POLARITY_NEUTRAL;
        }
        if (v_.Is(target.group, GroupKind::kVerb) &&
            target.group != frame_.group && IsNegated(v_, target.group)) {
          through = Apply(pb::EFFECT_REVERSE, through);
        }
        steps_.push_back({inner.unit, entry.id,
                          entry.effect == pb::EFFECT_REVERSE      ? "reverse"
                          : entry.effect == pb::EFFECT_NEUTRALISE ? "neutralise"
                                                                  : "preserve",
                          through});
        const size_t found = inner_.size();
        passed_.push_back(inner);
        for (const TargetRef& next : inner.targets) {
          // "vowed to replace the tax with a levy".
          const Polarity side =
              next.contrary ? Apply(pb::EFFECT_REVERSE, through) : through;
          ForEachConjunct(v_, next, [&](const TargetRef& conjunct) {
            Descend(conjunct, side, depth + 1);
          });
        }
        steps_.pop_back();
        if (!IsTurnedRound(target, polarity, found)) return;
        inner_.erase(inner_.begin() + static_cast<ptrdiff_t>(found),
                     inner_.end());
      }
    }
    // The frame's own negation has been composed, but a speaker's "should not".
    // "faulted the board for not acting", "regretted that it had not acted" are
    // against its not acting.
    const bool reproach = sense_ == pb::SENSE_EVALUATION &&
                          (target.kind == TargetRef::Kind::kClause ||
                           v_.At(target.group).form == VerbForm::kGerund);
    if (target.kind != TargetRef::Kind::kNoun && target.group != frame_.group &&
        !reproach && IsNegated(v_, target.group)) {
      polarity = Apply(pb::EFFECT_REVERSE, polarity);
    }
    Add(Lacked(target), polarity);
    if (target.kind == TargetRef::Kind::kVerb &&
        polarity == pb::POLARITY_OPPOSES) {
      Means(target.group, polarity);
    }
    if (derive_) Derive(target, polarity);
  }

 private:
  // "promised an appeal against the fine": of the frame that is filled.
  static pb::Effect EffectOf(const CueEntry& entry, const FilledFrame& filled) {
    const bool against = entry.effect == pb::EFFECT_PRESERVE &&
                         filled.polarity == pb::POLARITY_OPPOSES;
    return against ? pb::EFFECT_REVERSE : entry.effect;
  }

  // "would accept no delay", "backs neither plan", "called for no new tolls",
  // "will sign nothing | that hurts growers": behind its cue.
  bool IsNone(const TargetRef& target) const {
    return target.kind == TargetRef::Kind::kNoun &&
           target.group > frame_.group && v_.At(target.group).negative &&
           v_.units[v_.At(target.group).begin].Is(kNegation) &&
           (v_.Head(target.group).Is(kAnyNoun) ||
            v_.Is(target.group + 1, GroupKind::kRelative)) &&
           frame_.evaluation < 0;
  }

  // "ruled out retaliation against almonds" is against retaliation rather than
  // for almonds: what was found behind the noun since `found`.
  bool IsTurnedRound(const TargetRef& target, Polarity polarity,
                     size_t found) const {
    return target.kind == TargetRef::Kind::kNoun &&
           polarity == pb::POLARITY_OPPOSES && found < inner_.size() &&
           inner_[found].polarity == pb::POLARITY_SUPPORTS;
  }

  // "the dam that Laos intends | to build": what the relative clause lacks, if
  // the verb is all that stands there.
  TargetRef Lacked(const TargetRef& target) const {
    if (target.kind != TargetRef::Kind::kVerb) return target;
    const Clause& clause = v_.ClauseOf(target.group);
    if (!clause.object_gap || clause.antecedent < 0 ||
        clause.verb != target.group || ObjectOf(v_, target.group) >= 0 ||
        v_.Head(clause.antecedent).Is(kTime | kPronoun) ||
        CanHold(v_, clause.antecedent)) {
      return target;
    }
    // "the option of equal length | that it offered": the option.
    int32_t lacked = clause.antecedent;
    if (const int32_t of = v_.At(lacked).preposition;
        of > 0 && v_.Head(of).Has(pb::FUNCTION_ROLE_GENITIVE) &&
        v_.Is(of - 1, GroupKind::kNoun)) {
      lacked = of - 1;
    }
    return {TargetRef::Kind::kNoun, lacked};
  }

  // "voted to keep the road, to the delight of hauliers": they like what was
  // liked, and the other way round.
  bool TakesSides(const TargetRef& target, Polarity polarity) {
    FilledFrame own;
    if (target.kind != TargetRef::Kind::kClause ||
        !FillBestFrame(v_, target.group, v_.At(target.group).head, &own) ||
        own.matrix || own.targets.empty() || own.evaluation >= 0 ||
        own.polarity == pb::POLARITY_NEUTRAL) {
      return false;
    }
    const bool likes =
        (own.polarity == pb::POLARITY_SUPPORTS) != IsNegated(v_, target.group);
    const Polarity through =
        likes ? polarity : Apply(pb::EFFECT_REVERSE, polarity);
    steps_.push_back({own.unit, v_.lexicon.cues[own.cue].id,
                      likes ? "preserve" : "reverse", through});
    for (const TargetRef& next : own.targets) {
      ForEachConjunct(v_, next, [&](const TargetRef& conjunct) {
        Descend(conjunct, through, 1);
      });
    }
    steps_.pop_back();
    return true;
  }

  // From the act that is evaluated to what it acts on.
  void Derive(const TargetRef& target, Polarity polarity) {
    FilledFrame act;
    uint32_t cue = 0;
    if (!Operator(target, /*demand=*/true, polarity, &act, &cue)) return;
    const CueEntry& entry = v_.lexicon.cues[cue];
    const pb::Effect effect = EffectOf(entry, act);
    if (effect != pb::EFFECT_REVERSE && effect != pb::EFFECT_PRESERVE) return;
    const Polarity through = Apply(effect, polarity);
    steps_.push_back({act.unit, entry.id,
                      effect == pb::EFFECT_REVERSE ? "reverse" : "preserve",
                      through});
    for (const TargetRef& object : act.targets) {
      ForEachConjunct(v_, object, [&](const TargetRef& conjunct) {
        InnerTarget& inner = inner_.emplace_back(conjunct, through);
        inner.steps = steps_;
        inner.derived = true;
      });
    }
    steps_.pop_back();
  }

  void Add(const TargetRef& target, Polarity polarity) {
    InnerTarget& inner = inner_.emplace_back(target, polarity);
    if (!steps_.empty()) inner.steps = steps_;
  }

  // The verb is what the holder itself does: "refused to C", not "urged A to
  // C".
  bool OwnAct(const TargetRef& target) const {
    return target.kind == TargetRef::Kind::kVerb &&
           v_.Is(frame_.group, GroupKind::kVerb) &&
           v_.ClauseOf(target.group).subject ==
               v_.ClauseOf(frame_.group).subject;
  }

  // To oppose an act by several means is to oppose the means: "sabotaging talks
  // with threats and sanctions".
  void Means(int32_t verb, Polarity polarity) {
    for (int32_t g = verb + 1; g < v_.syntax.size(); ++g) {
      const GroupKind kind = v_.At(g).kind;
      if (kind == GroupKind::kPreposition &&
          v_.Head(g).Has(pb::FUNCTION_ROLE_INSTRUMENT)) {
        const int32_t means = ObjectOf(v_, g);
        if (means < 0 || !v_.Is(means, GroupKind::kNoun) ||
            v_.At(means).next_conjunct < 0 || v_.Head(means).Is(kProper)) {
          return;
        }
        ForEachConjunct(
            v_, {TargetRef::Kind::kNoun, means},
            [&](const TargetRef& conjunct) { Add(conjunct, polarity); });
        return;
      }
      if (kind != GroupKind::kNoun && kind != GroupKind::kAdverb) return;
    }
  }

  // A demand looks through nouns and clauses; an evaluation takes nouns and
  // whole clauses as they stand, and looks through verb phrases only.
  bool LookThrough(const TargetRef& target) const {
    if (target.kind == TargetRef::Kind::kVerb) return true;
    return sense_ == pb::SENSE_DEMAND;
  }

  // The operator that heads the target, with its own target filled.
  bool Operator(const TargetRef& target, bool demand, Polarity polarity,
                FilledFrame* inner, uint32_t* cue) {
    bool found = false;
    const Unit& head = v_.Head(target.group);
    FilledFrame candidate;
    v_.ForEach(EntryKind::kCue, head, [&](const EntryRef& ref) {
      const CueEntry& entry = v_.lexicon.cues[ref.index];
      if (entry.effect == pb::EFFECT_NONE) return;
      // "refused to take sides", not "vowed to take sides".
      if (entry.only_denied && polarity != pb::POLARITY_OPPOSES) return;
      const bool verb = entry.word_class == pb::WORD_CLASS_VERB;
      const bool noun = entry.word_class == pb::WORD_CLASS_NOUN;
      // Under an evaluation only what goes on is looked through: to oppose the
      // lifting of a ban is not to call for the ban.
      if (!demand && (entry.polarity != pb::POLARITY_UNSPECIFIED ||
                      entry.effect != pb::EFFECT_PRESERVE)) {
        return;
      }
      const bool nominal = target.kind == TargetRef::Kind::kNoun;
      if (nominal && verb && ref.form == FormKind::kGerund) {
        if (!FillGerund(ref.index, target.group, &candidate)) return;
      } else {
        if (nominal ? !noun : !verb) return;
        if (!FillTargets(v_, ref.index, target.group, &candidate)) return;
      }
      if (candidate.targets[0].group == target.group ||
          Passed(candidate.targets[0].group) ||
          IsHolder(candidate.targets[0].group) ||
          (nominal && noun && IsMeasure(entry, candidate.targets[0].group))) {
        return;
      }
      if (found && candidate.score <= inner->score) return;
      *inner = candidate;
      *cue = ref.index;
      found = true;
    });
    return found;
  }

  // "wants the plan to go ahead", "called for the plan to be dropped": no plan
  // to do so.
  bool Passed(int32_t group) const {
    for (const FilledFrame& frame : passed_) {
      if (frame.group == group) return true;
    }
    return false;
  }

  // "wants an embargo on Chad": what is wanted is the embargo; but "wants a ban
  // on smoking" is against smoking.
  bool IsMeasure(const CueEntry& entry, int32_t group) const {
    return entry.polarity == pb::POLARITY_OPPOSES &&
           entry.sense == pb::SENSE_ACTION && v_.Is(group, GroupKind::kNoun) &&
           v_.Head(group).Is(kProper) && v_.At(group).preposition >= 0 &&
           !v_.Head(v_.At(group).preposition).Has(pb::FUNCTION_ROLE_GENITIVE) &&
           ActorOf(v_, group) >= 0;
  }

  // "would prefer to be left out of it": nobody is against themselves.
  bool IsHolder(int32_t group) const {
    return frame_.holder.kind == HolderRef::Kind::kGroup &&
           frame_.holder.group == group;
  }

  // "the blocking of the deal": a verb's noun, and its object.
  bool FillGerund(uint32_t cue, int32_t group, FilledFrame* out) const {
    const int32_t object = GenitiveOf(v_, group);
    if (object < 0) return false;
    out->Reset(group, v_.At(group).head);
    out->cue = cue;
    out->targets.push_back(TargetRef{TargetRef::Kind::kNoun, object});
    return true;
  }

  const SentenceView& v_;
  const FilledFrame& frame_;
  const pb::Sense sense_;
  const bool derive_;
  std::vector<InnerTarget>& inner_;
  std::vector<FilledFrame>& passed_;
  absl::InlinedVector<OperatorStep, 2> steps_;
};

}  // namespace

void FindInnerTargets(const SentenceView& view, const FilledFrame& frame,
                      pb::Sense sense, const TargetRef& target,
                      Polarity polarity, std::vector<InnerTarget>* inner,
                      std::vector<FilledFrame>* passed, bool derive) {
  Descender(view, frame, sense, derive, *inner, *passed)
      .Descend(target, polarity, 0);
}

}  // namespace stance
