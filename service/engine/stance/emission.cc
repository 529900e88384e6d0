#include "service/engine/stance/emission.h"

#include <algorithm>
#include <string>
#include <utility>

#include "service/engine/stance/background.h"
#include "service/engine/stance/decisions.h"
#include "service/engine/stance/mention_parts.h"
#include "service/engine/stance/negation.h"
#include "service/engine/stance/phrase_ends.h"
#include "service/engine/stance/targets.h"
#include "service/engine/stance/things.h"

namespace stance {

namespace pb = lexicon::v1;

void Emitter::Emit(const FiredFrame& fired, const InnerTarget& inner) {
  const TargetRef& target = inner.target;
  if (IsIdle(fired, target) ||
      (inner.polarity == pb::POLARITY_SUPPORTS && SpeaksItself(target))) {
    return;
  }
  // "No payslip is worth a massacre": of none in particular.
  if (inner.polarity == pb::POLARITY_NEUTRAL &&
      target.kind == TargetRef::Kind::kNoun && v_.At(target.group).negative &&
      fired.frame->holder.kind == HolderRef::Kind::kSpeaker) {
    return;
  }
  const TokenSpan span = TargetSpan(v_, target);
  if (span.begin >= span.end) return;
  if (target.kind == TargetRef::Kind::kNoun && IsPair(v_, target.group)) {
    // "faulted both governments": each of them.
    const Resolution& who = mentions_.Who(target.group, fired.speaker);
    if (who.sieve == Sieve::kPair && who.entities.size() == 2) {
      const EntityList pair = who.entities;
      for (const int32_t entity : pair) EmitOn(fired, inner, span, entity);
      return;
    }
  }
  EmitOn(fired, inner, span, -1);
}

void Emitter::EmitOn(const FiredFrame& fired, const InnerTarget& inner,
                     const TokenSpan& span, int32_t entity) {
  const TargetRef& target = inner.target;
  FoundStance& stance = out_.emplace_back();
  Start(fired, inner.polarity, &stance);
  stance.target = v_.Span(span.begin, span.end);
  stance.target_quoted =
      v_.InSpeech(span.begin) || v_.InScareQuotes(span.begin);
  if (entity >= 0) {
    stance.target_entity = entity;
  } else if (target.kind == TargetRef::Kind::kNoun &&
             !NameTarget(fired, target.group, &stance)) {
    out_.pop_back();
    return;
  }
  stance.derived = inner.derived;
  if (!inner.derived && !stance.aside &&
      inner.polarity != pb::POLARITY_UNSPECIFIED) {
    RememberTarget(inner, span.begin, stance);
  }
  Finish(fired, &inner, inner.derived ? Way::kDerived : WayOf(fired));
}

// "would not comment on the raid", "laughed off the question"; but "the
// question of Kashmir".
bool Emitter::IsIdle(const FiredFrame& fired, const TargetRef& target) const {
  // "rejected it and urged others | to do likewise"; but "to think again".
  const Unit& asks = v_.Head(fired.frame->group);
  if (target.kind == TargetRef::Kind::kVerb &&
      v_.Head(target.group).Takes(pb::SLOT_ECHO) &&
      v_.FindCue(v_.Head(target.group), pb::WORD_CLASS_VERB,
                 [](const CueEntry& cue) {
                   return cue.effect == pb::EFFECT_NEUTRALISE;
                 }) == nullptr &&
      (asks.Takes(pb::SLOT_OBJECT_INFINITIVE) ||
       asks.Takes(pb::SLOT_PREPOSITION_INFINITIVE)) &&
      VerbPhraseEnd(v_, target.group) == target.group) {
    return true;
  }
  // "asked that its vote | be recorded".
  if (target.kind == TargetRef::Kind::kClause && v_.At(target.group).passive) {
    return v_.Head(target.group).Has(pb::FUNCTION_ROLE_IDLE);
  }
  // "would not like | to prejudge it".
  if (target.kind == TargetRef::Kind::kVerb &&
      v_.Is(target.group + 1, GroupKind::kVerb) &&
      v_.At(target.group + 1).form == VerbForm::kToInfinitive &&
      v_.Head(target.group + 1).Has(pb::FUNCTION_ROLE_IDLE)) {
    return true;
  }
  return v_.Head(target.group).Has(pb::FUNCTION_ROLE_IDLE) &&
         (target.kind == TargetRef::Kind::kVerb ||
          (target.kind == TargetRef::Kind::kNoun &&
           v_.Is(fired.frame->group, GroupKind::kVerb) &&
           !v_.Head(target.group).Reads(EntryKind::kReporting) &&
           fired.composition->polarity == pb::POLARITY_OPPOSES &&
           fired.frame->holder.kind != HolderRef::Kind::kSpeaker &&
           NounPhraseEnd(v_, target.group, target.limit) == target.group));
}

// "passed a motion | condemning the dam", "signed a letter | against it": what
// the document says is the stance.
bool Emitter::SpeaksItself(const TargetRef& target) const {
  if (target.kind != TargetRef::Kind::kNoun ||
      !v_.Head(target.group).Has(pb::FUNCTION_ROLE_STATEMENT)) {
    return false;
  }
  // "passed the Greens' motion | condemning it": what others say.
  if (v_.At(target.group).possessor >= 0) return false;
  const int32_t next = target.group + 1;
  if (v_.Is(next, GroupKind::kVerb)) {
    return v_.At(next).form == VerbForm::kGerund &&
           v_.Head(next).Reads(EntryKind::kCue);
  }
  return v_.Is(next, GroupKind::kPreposition) &&
         v_.Head(next).Reads(EntryKind::kCue);
}

Way Emitter::WayOf(const FiredFrame& fired) const {
  const CueEntry& cue = v_.lexicon.cues[fired.frame->cue];
  if (fired.frame->holder.kind == HolderRef::Kind::kSpeaker)
    return Way::kVerdict;
  switch (cue.word_class) {
    case pb::WORD_CLASS_VERB:
      return fired.frame->evaluation >= 0 ? Way::kEvaluated : Way::kVerb;
    case pb::WORD_CLASS_NOUN:
      return Way::kNoun;
    case pb::WORD_CLASS_ADJECTIVE:
      return Way::kAdjective;
    default:
      return Way::kPhrase;
  }
}

// "Niger, | which backs a mine, | abstained", "Ohio, | where growers fund it, |
// is against".
bool Emitter::IsSetIn(int32_t group) const {
  const Clause& clause = v_.ClauseOf(group);
  if (clause.opener < 1 || !v_.Is(clause.opener - 1, GroupKind::kComma)) {
    return false;
  }
  if (clause.kind == ClauseKind::kRelative) return true;
  if (clause.kind != ClauseKind::kSubordinate) return false;
  for (const Clause& other : v_.ClausesAround(group)) {
    if (other.verb > clause.verb && other.subject >= 0 &&
        other.subject < clause.opener) {
      return true;
    }
  }
  return false;
}

void Emitter::Start(const FiredFrame& fired, Polarity polarity,
                    FoundStance* stance) const {
  stance->polarity = polarity;
  stance->factuality = fired.factuality;
  stance->cue = v_.UnitSpan(fired.frame->unit);
  stance->cue_entry = fired.frame->cue;
  stance->negated =
      fired.frame->carrier >= 0 && IsNegated(v_, fired.frame->carrier);
  stance->before = IsToldBefore(v_, *fired.frame);
  stance->aside = IsSetIn(fired.frame->group);
  stance->sentence = v_.Span(v_.sentence.begin, v_.sentence.end);
  stance->sentence_index = v_.index;
  stance->quoted = v_.InSpeech(v_.units[fired.frame->unit].begin);
  stance->turned = polarity != fired.frame->polarity;
  stance->sentence_classes = v_.syntax.any.classes;
}

void Emitter::Finish(const FiredFrame& fired, const InnerTarget* inner,
                     Way way) {
  FoundStance& stance = out_.back();
  if (stance.polarity == pb::POLARITY_UNSPECIFIED ||
      (stance.reciprocal && fired.holders.size() != 2)) {
    out_.pop_back();
    return;
  }
  AddSpeakers(fired, &stance);
  if (!stance.speakers.empty() &&
      stance.factuality == pb::FACTUALITY_ASSERTED) {
    stance.factuality = pb::FACTUALITY_REPORTED;
  }
  stance.way = way;
  stance.sieve = fired.sieve;
  stance.uncertain = fired.composition->uncertain;
  auto at = out_.end() - out_.begin() - 1;
  for (size_t i = 1; i < fired.holders.size(); ++i) out_.push_back(out_[at]);
  for (size_t i = 0; i < fired.holders.size(); ++i) {
    const int32_t holder = fired.holders[i];
    FoundStance& one = out_[at];
    Represent(holder, fired, &one);
    if (one.reciprocal) one.target_entity = fired.holders[1 - i];
    // "Amnesty rejected it": nobody rejects themself.
    const bool itself = !one.taken_up.empty() &&
                        (one.taken_up == d_.entities[one.holder].name ||
                         one.taken_up == v_.TextOf(one.holder_mention));
    if (itself || (one.target_entity == one.holder && one.target_entity >= 0)) {
      out_.erase(out_.begin() + at);
      continue;
    }
    if (explain_) Explain(fired, inner, holder, &one);
    ++at;
  }
  NoteDecider(fired);
}

// "The council voted 7-2 to keep it": what is decided later is its doing.
void Emitter::NoteDecider(const FiredFrame& fired) {
  const int32_t verb = fired.frame->group;
  if (d_.body >= 0 || fired.holders.size() != 1 || fired.speaker >= 0 ||
      !v_.Is(verb, GroupKind::kVerb) || v_.At(verb).modal ||
      d_.entities[fired.holders[0]].person ||
      v_.lexicon.cues[fired.frame->cue].sense != pb::SENSE_ACTION ||
      !CountsVotes(v_, verb)) {
    return;
  }
  d_.body = fired.holders[0];
}

// An official's stance is that of the country or body.
void Emitter::Represent(int32_t holder, const FiredFrame& fired,
                        FoundStance* stance) const {
  stance->holder_mention = fired.holder_mention;
  stance->holder = holder;
  const Entity& entity = d_.entities[holder];
  if (entity.represents < 0) return;
  stance->holder = entity.represents;
  for (const SpeakerRef& speaker : stance->speakers) {
    if (speaker.entity == holder) return;
  }
  stance->speakers.push_back({holder, fired.holder_mention});
}

Mention Emitter::SpeakerMention(int32_t speaker) const {
  for (const Report& report : a_.reports) {
    if (report.entity == speaker) return report.mention;
  }
  return d_.entities[speaker].first;
}

void Emitter::AddSpeakers(const FiredFrame& fired, FoundStance* stance) const {
  for (int32_t r : fired.reports) {
    stance->speakers.push_back({a_.reports[r].entity, a_.reports[r].mention});
  }
  if (fired.speaker < 0) return;
  for (const SpeakerRef& speaker : stance->speakers) {
    if (speaker.entity == fired.speaker) return;
  }
  stance->speakers.push_back({fired.speaker, SpeakerMention(fired.speaker)});
}

void Emitter::Explain(const FiredFrame& fired, const InnerTarget* inner,
                      int32_t holder, FoundStance* stance) const {
  const CueEntry& cue = v_.lexicon.cues[fired.frame->cue];
  auto& steps = stance->derivation;
  steps.push_back({"match", cue.id, stance->cue,
                   std::string("cue ") + cue.lemma, pb::POLARITY_UNSPECIFIED});
  if (fired.frame->evaluation >= 0) {
    const uint32_t unit = static_cast<uint32_t>(fired.frame->evaluation);
    const uint32_t by = fired.frame->evaluated_by;
    const std::string_view id =
        by == kNoCue ? "verdict" : std::string_view(v_.lexicon.cues[by].id);
    steps.push_back(
        {"match", id, v_.UnitSpan(unit), "verdict", fired.frame->polarity});
  }
  steps.push_back(
      {"frame", cue.id, fired.holder_mention, "holder", fired.frame->polarity});
  for (const OperatorStep& op : fired.composition->steps) {
    steps.push_back({"operator", op.entry_id, v_.UnitSpan(op.unit),
                     std::string(op.effect), op.polarity_after});
  }
  if (inner != nullptr) {
    for (const OperatorStep& op : inner->steps) {
      const bool derives = inner->derived && &op == &inner->steps.back();
      steps.push_back({derives ? "derived" : "operator", op.entry_id,
                       v_.UnitSpan(op.unit), std::string(op.effect),
                       op.polarity_after});
    }
  }
  steps.push_back(
      {"frame", cue.id, stance->target, "target", stance->polarity});
  for (const SpeakerRef& speaker : stance->speakers) {
    steps.push_back({"attribution", ActorId(speaker.entity), speaker.mention,
                     "said by " + std::string(d_.entities[speaker.entity].name),
                     stance->polarity});
  }
  const Entity& entity = d_.entities[holder];
  steps.push_back({"coreference", SieveName(fired.sieve), fired.holder_mention,
                   "resolve: " + std::string(entity.name), stance->polarity});
  if (stance->holder != holder) {
    steps.push_back(
        {"actor", ActorId(stance->holder), fired.holder_mention,
         "represents: " + std::string(d_.entities[stance->holder].name),
         stance->polarity});
  }
}

std::string_view Emitter::ActorId(int32_t entity) const {
  const int32_t actor = d_.entities[entity].actor;
  return actor >= 0 ? std::string_view(v_.lexicon.actors[actor].id)
                    : std::string_view();
}

void Emitter::RememberTarget(const InnerTarget& inner, uint32_t first,
                             const FoundStance& stance) {
  if (stance.target_entity >= 0 || !stance.antecedent.empty()) return;
  // "it scrapped": nothing that a pronoun could take up.
  if (v_.lexicon.Word(v_.text.tokens[first].word).classes & kPronoun) return;
  const bool noun = inner.target.kind == TargetRef::Kind::kNoun;
  const Unit& head = v_.Head(inner.target.group);
  // Proposals and issues are remembered wherever they stand.
  if (noun && (head.Has(pb::FUNCTION_ROLE_PROPOSAL) || stance.issue >= 0)) {
    return;
  }
  // "parted company with the rest of the bloc": with others.
  if (noun && head.Has(pb::FUNCTION_ROLE_QUANTITY)) return;
  MentionThing(v_.lexicon, noun ? head.lemma : 0, stance.target,
               v_.TextOf(stance.target), -1,
               noun && v_.At(inner.target.group).plural, true, v_.index, &d_);
}

}  // namespace stance
