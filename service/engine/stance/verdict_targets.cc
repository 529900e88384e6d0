// Target slots of words of verdict: "called C a disgrace", "C is illegal".

#include "service/engine/stance/mention_parts.h"
#include "service/engine/stance/operators.h"
#include "service/engine/stance/phrase_ends.h"
#include "service/engine/stance/spoken_topics.h"
#include "service/engine/stance/target_filler.h"

namespace stance {
namespace {

namespace pb = lexicon::v1;

// What a word of verdict says of its subject; unspecified for other words.
pb::Polarity VerdictOf(const CueEntry& cue) {
  for (const Frame& frame : cue.frames) {
    for (const Filler& filler : frame.targets) {
      if (filler.slot == pb::SLOT_EVALUATED && filler.prepositions.empty()) {
        return frame.polarity;
      }
    }
  }
  return pb::POLARITY_UNSPECIFIED;
}

}  // namespace

bool TargetFiller::EvaluatedObject(const Filler& filler,
                                   FilledFrame* out) const {
  TargetRef object;
  int32_t after;
  if (v_.At(group_).passive) {
    object = Object();
    after = group_ + 1;
  } else if (const int32_t antecedent = GapAntecedent(); antecedent >= 0) {
    // "a power she called grotesque".
    object = Noun(antecedent);
    after = group_ + 1;
  } else if (const TargetRef cleft = CleftBehindVerdict()) {
    object = cleft;
    after = group_ + 1;
  } else if (const int32_t front = FrontedBeforeAdjective(); front >= 0) {
    object = Noun(front);
    after = group_ + 1;
  } else {
    const int32_t noun = ObjectOf(v_, group_);
    // "called raising the levy | a mistake".
    const bool doing = noun >= 0 && v_.Is(noun, GroupKind::kVerb) &&
                       v_.At(noun).form == VerbForm::kGerund;
    if (noun < 0 || !(doing || v_.Is(noun, GroupKind::kNoun))) return false;
    object = NounOrVerb(noun);
    // "what she called a reckless merger": the verdict is in the noun group.
    const int32_t last = doing ? ObjectOf(v_, noun) : noun;
    if (last < 0 || !v_.Is(last, GroupKind::kNoun)) return false;
    after = FollowsWhat() ? noun : NounPhraseEnd(v_, last) + 1;
    // "greeted the plan with dismay": the phrase is the verb's, not the
    // noun's.
    for (int32_t i = noun + 1; i < after; ++i) {
      if (!v_.Is(i, GroupKind::kPreposition)) continue;
      // "likened the scheme to a lottery".
      const bool own = Contains(filler.prepositions, v_.Head(i).word);
      if (!own && !v_.Head(i).Has(pb::FUNCTION_ROLE_INSTRUMENT)) continue;
      after = own ? i : i + 1;
      object.limit = i;
    }
    // "called the decision to raise the levy | unfair": of the object.
    if (const int32_t end = after - 1;
        end > noun + 1 && v_.Is(end, GroupKind::kAdjective) &&
        v_.Is(end - 1, GroupKind::kNoun) &&
        VerdictAt(v_.At(end).head) != pb::POLARITY_UNSPECIFIED) {
      after = object.limit = end;
    }
    // "considers the ban to be unlawful".
    if (v_.Is(noun + 1, GroupKind::kVerb) && v_.Head(noun + 1).Is(kBe) &&
        v_.At(noun + 1).form == VerbForm::kToInfinitive) {
      after = noun + 1;
      object.limit = noun + 1;
    }
    // "sees the threat to cap prices as an attack": what the noun is for.
    if (v_.Is(after, GroupKind::kVerb) &&
        v_.At(after).form == VerbForm::kToInfinitive &&
        v_.ClauseOf(after).governor == noun && !v_.Head(after).Is(kBe)) {
      const int32_t inner = ObjectOf(v_, after);
      after = inner > after && v_.Is(inner, GroupKind::kNoun)
                  ? NounPhraseEnd(v_, inner) + 1
                  : VerbPhraseEnd(v_, after) + 1;
    }
    // The object may itself be followed by phrases: look further for "as".
    after = BehindRelative(v_, after);
    // "declared void the vote".
    if (noun > group_ + 1 && v_.Is(group_ + 1, GroupKind::kAdjective)) {
      after = group_ + 1;
    }
    // "noted with dismay the decision": the phrase stands before the object.
    if (noun > group_ + 2 && v_.Is(group_ + 1, GroupKind::kPreposition) &&
        (v_.Head(group_ + 1).Has(pb::FUNCTION_ROLE_INSTRUMENT) ||
         v_.Head(group_ + 1).Has(pb::FUNCTION_ROLE_AS))) {
      after = group_ + 1;
    }
  }
  if (!object) return false;
  for (int32_t i = after; i < s_.size() && i < after + 6; ++i) {
    const GroupKind kind = v_.At(i).kind;
    if (kind == GroupKind::kBreak || kind == GroupKind::kSubordinator) break;
    if (kind == GroupKind::kVerb && v_.At(i).form == VerbForm::kFinite) {
      break;
    }
    // "greeted the plan with dismay": any noun of stance says how.
    // So does the one behind the frame's own word: "singled it out for praise".
    const bool manner = v_.Is(i - 1, GroupKind::kPreposition) &&
                        (v_.Head(i - 1).Has(pb::FUNCTION_ROLE_INSTRUMENT) ||
                         (v_.Head(i - 1).Has(pb::FUNCTION_ROLE_SPOKEN_FOR) &&
                          Contains(filler.prepositions, v_.Head(i - 1).word)));
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
    // "a historic blunder": what blames is no praise, whatever stands before.
    const bool blames =
        kind == GroupKind::kNoun && VerdictAt(g.head) == pb::POLARITY_OPPOSES;
    for (uint32_t u = blames ? g.head : g.begin; u < g.end; ++u) {
      pb::Polarity polarity = pb::POLARITY_UNSPECIFIED;
      v_.ForEach(EntryKind::kCue, s_.units[u], [&](const EntryRef& ref) {
        const CueEntry& cue = v_.lexicon.cues[ref.index];
        const pb::Polarity verdict = VerdictOf(cue);
        if (verdict != pb::POLARITY_UNSPECIFIED) {
          polarity = verdict;
          out->evaluated_by = ref.index;
        } else if (manner && cue.word_class == pb::WORD_CLASS_NOUN) {
          polarity = cue.polarity;
        }
      });
      if (polarity == pb::POLARITY_UNSPECIFIED) continue;
      if (IsGranted(i)) break;
      out->evaluation = static_cast<int32_t>(u);
      out->polarity = g.negative && polarity == pb::POLARITY_SUPPORTS
                          ? pb::POLARITY_OPPOSES
                          : polarity;
      const TargetRef meant = Extraposed(object, i);
      out->targets.push_back(meant ? meant : object);
      if (!v_.At(group_).passive) JudgeNext(i, polarity, out);
      out->score += 6;
      return true;
    }
  }
  return NamedInQuotes(filler, object, after, out);
}

void TargetFiller::JudgeNext(int32_t verdict, pb::Polarity polarity,
                             FilledFrame* out) const {
  int32_t noun = verdict + 1;
  while (v_.Is(noun, GroupKind::kQuote) || v_.Is(noun, GroupKind::kComma)) {
    ++noun;
  }
  if (!v_.Is(noun, GroupKind::kCoordinator)) return;
  const int32_t start = noun + 1;
  noun = Possessed(v_, start);
  if (!v_.Is(noun, GroupKind::kNoun) || v_.Head(noun).Is(kTime | kPronoun) ||
      v_.ClauseOf(noun).subject == noun) {
    return;
  }
  int32_t other = NounPhraseEnd(v_, noun) + 1;
  while (v_.Is(other, GroupKind::kQuote) || v_.Is(other, GroupKind::kAdverb)) {
    ++other;
  }
  if (!v_.Is(other, GroupKind::kAdjective)) return;
  const pb::Polarity of = VerdictAt(v_.At(other).head);
  if (of == pb::POLARITY_UNSPECIFIED) return;
  TargetRef next = Noun(noun);
  next.contrary = of != polarity;
  out->targets.push_back(next);
}

bool TargetFiller::IsGranted(int32_t verdict) const {
  const int32_t but = verdict + 1;
  // "welcome" may be read as a noun.
  const Group& granted = v_.At(verdict);
  return (granted.kind == GroupKind::kAdjective ||
          granted.end - granted.begin == 1) &&
         v_.Is(but, GroupKind::kCoordinator) &&
         v_.Head(but).Has(pb::FUNCTION_ROLE_ADVERSATIVE) &&
         v_.Is(but + 1, GroupKind::kAdjective) &&
         VerdictAt(v_.At(but + 1).head) != pb::POLARITY_UNSPECIFIED;
}

TargetRef TargetFiller::CleftBehindVerdict() const {
  if (!s_.any.Has(pb::FUNCTION_ROLE_WHAT)) return {};
  int32_t verdict = group_ + 1;
  while (v_.Is(verdict, GroupKind::kAdverb) ||
         v_.Is(verdict, GroupKind::kPreposition)) {
    ++verdict;
  }
  // "unfair", "troubling".
  const bool says = v_.Is(verdict, GroupKind::kAdjective) ||
                    (v_.Is(verdict, GroupKind::kVerb) &&
                     v_.At(verdict).form == VerbForm::kGerund &&
                     v_.Head(verdict).Reads(EntryKind::kCue));
  return says ? Cleft(verdict + 1) : TargetRef{};
}

pb::Polarity TargetFiller::VerdictAt(uint32_t unit) const {
  pb::Polarity verdict = pb::POLARITY_UNSPECIFIED;
  v_.ForEach(EntryKind::kCue, s_.units[unit], [&](const EntryRef& ref) {
    const pb::Polarity of = VerdictOf(v_.lexicon.cues[ref.index]);
    if (of != pb::POLARITY_UNSPECIFIED) verdict = of;
  });
  return verdict;
}

TargetRef TargetFiller::Extraposed(const TargetRef& object,
                                   int32_t verdict) const {
  if (object.kind != TargetRef::Kind::kNoun || object.group != group_ + 1 ||
      !v_.Head(object.group).Is(kPronoun) ||
      !v_.Head(object.group).Has(pb::FUNCTION_ROLE_NEUTER)) {
    return {};
  }
  int32_t next = verdict + 1;
  while (v_.Is(next, GroupKind::kQuote)) ++next;
  if (v_.Is(next, GroupKind::kVerb)) {
    return v_.At(next).form == VerbForm::kToInfinitive
               ? TargetRef{TargetRef::Kind::kVerb, next}
               : TargetRef{};
  }
  if (!v_.Is(next, GroupKind::kSubordinator) ||
      !v_.Head(next).Has(pb::FUNCTION_ROLE_COMPLEMENTIZER)) {
    return {};
  }
  const Clause* const clause = v_.ClauseOpenedBy(next);
  return clause == nullptr ? TargetRef{}
                           : TargetRef{TargetRef::Kind::kClause, clause->verb};
}

bool TargetFiller::OpensInLowerCase(int32_t group) const {
  const uint32_t end = v_.EndToken(group);
  for (uint32_t t = v_.FirstToken(group); t < end; ++t) {
    if (v_.text.tokens[t].kind == TokenKind::kQuote) {
      return t + 1 < v_.text.tokens.size() &&
             (v_.text.tokens[t + 1].shape & kCapitalised) == 0;
    }
  }
  return false;
}

bool TargetFiller::NamedInQuotes(const Filler& filler, const TargetRef& object,
                                 int32_t after, FilledFrame* out) const {
  if (out->polarity == pb::POLARITY_UNSPECIFIED) return false;
  // "lauded what she termed a “weighty decision”": the verb before tells more.
  if (FollowsWhat()) {
    const int32_t verb = v_.ClauseOf(group_).subject - 2;
    if (v_.Is(verb, GroupKind::kVerb) && v_.Head(verb).Reads(EntryKind::kCue)) {
      return false;
    }
  }
  if (!filler.prepositions.empty()) {
    // "was likened by owners to a curfew", "described them as “vampires”".
    const int32_t preposition =
        FindPreposition(v_, after - 1, filler.prepositions);
    if (preposition < 0) return false;
    if (v_.Head(preposition).Has(pb::FUNCTION_ROLE_AS)) {
      const int32_t quote = preposition + 1;
      const int32_t named = v_.Is(quote, GroupKind::kQuote) ? quote + 1 : quote;
      if (!v_.Is(named, GroupKind::kNoun) || !OpensInLowerCase(quote)) {
        return false;
      }
      out->evaluation = static_cast<int32_t>(v_.At(named).head);
    }
    out->targets.push_back(object);
    out->score += 4;
    return true;
  }
  // "described it | as | “a rag”": an image, as bare words need not be.
  if (v_.Is(after, GroupKind::kPreposition)) {
    if (!v_.Head(after).Has(pb::FUNCTION_ROLE_AS) ||
        !v_.Is(after + 1, GroupKind::kQuote) ||
        !v_.Is(after + 2, GroupKind::kNoun) ||
        !s_.units[v_.At(after + 2).begin].Has(pb::FUNCTION_ROLE_INDEFINITE)) {
      return false;
    }
    ++after;
  }
  const int32_t named = v_.Is(after, GroupKind::kQuote) ? after + 1 : after;
  if (named >= s_.size() || !OpensInLowerCase(after)) return false;
  out->evaluation = static_cast<int32_t>(v_.At(named).head);
  out->targets.push_back(object);
  out->score += 4;
  return true;
}

bool TargetFiller::Consequence(const Filler& filler, FilledFrame* out) const {
  int32_t governor = group_;
  if (!filler.prepositions.empty()) {
    governor = FindPreposition(v_, group_, filler.prepositions);
    if (governor < 0) return false;
  }
  const int32_t object = ObjectOf(v_, governor);
  if (object < 0 || !v_.Is(object, GroupKind::kNoun)) return false;
  pb::Polarity verdict = pb::POLARITY_UNSPECIFIED;
  v_.ForEach(EntryKind::kCue, v_.Head(object), [&](const EntryRef& ref) {
    const pb::Polarity of = VerdictOf(v_.lexicon.cues[ref.index]);
    if (of == pb::POLARITY_UNSPECIFIED) return;
    verdict = of;
    out->evaluated_by = ref.index;
  });
  if (verdict == pb::POLARITY_UNSPECIFIED || !PushSubject(out)) return false;
  out->polarity = out->polarity == pb::POLARITY_OPPOSES
                      ? Apply(pb::EFFECT_REVERSE, verdict)
                      : verdict;
  if (v_.At(object).negative) {
    out->polarity = Apply(pb::EFFECT_REVERSE, out->polarity);
  }
  out->evaluation = static_cast<int32_t>(v_.At(object).head);
  out->score += 2;
  return true;
}

int32_t TargetFiller::GapAntecedent() const {
  const Clause& clause = v_.ClauseOf(group_);
  return clause.object_gap ? clause.antecedent : -1;
}

bool TargetFiller::FollowsWhat() const {
  const int32_t subject = v_.ClauseOf(group_).subject;
  return subject > 0 && subject < group_ &&
         v_.Is(subject - 1, GroupKind::kInterrogative) &&
         v_.Head(subject - 1).Has(pb::FUNCTION_ROLE_WHAT);
}

TargetRef TargetFiller::OfSpeech() const {
  return Noun(TopicOfSpeech(v_, group_));
}

TargetRef TargetFiller::Evaluated() const {
  if (c_.carrier.verb < 0) return OfSpeech();
  if (c_.carrier.verb == group_) return {};
  if (!v_.At(c_.carrier.verb).copula) return {};
  const Clause& clause = v_.ClauseOf(c_.carrier.verb);
  if (clause.subject < 0 || clause.subject >= group_) return {};
  // "far from what is needed".
  if (v_.Is(c_.carrier.verb - 1, GroupKind::kInterrogative)) return {};
  const Unit& head = v_.Head(clause.subject);
  if (head.Has(pb::FUNCTION_ROLE_EXPLETIVE)) return {};
  // "It is vital to end the war", "it is vital that talks resume".
  if (head.Has(pb::FUNCTION_ROLE_NEUTER)) {
    if (const TargetRef infinitive = Infinitive()) return infinitive;
    if (const TargetRef that = ThatClause()) return that;
  }
  return NounOrVerb(clause.subject);
}

}  // namespace stance
