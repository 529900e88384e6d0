#include "service/engine/stance/implied_frames.h"

#include "service/engine/stance/implied_acts.h"
#include "service/engine/stance/mention_parts.h"
#include "service/engine/stance/negation.h"

namespace stance {
namespace {

namespace pb = lexicon::v1;

bool HasModal(const SentenceView& view, int32_t verb, pb::FunctionRole role) {
  const Group& g = view.At(verb);
  for (uint32_t u = g.begin; u < g.end; ++u) {
    if (view.units[u].Has(role)) return true;
  }
  return false;
}

// A full verb, with its subject in the sentence.
bool IsFullVerb(const SentenceView& view, int32_t verb) {
  const Group& g = view.At(verb);
  return g.form == VerbForm::kFinite && g.modal && g.head + 1 == g.end &&
         !view.Head(verb).Is(kBe | kHave | kDo | kModal) &&
         view.ClauseOf(verb).subject >= 0;
}

}  // namespace

void StartImplied(const SentenceView& view, uint32_t cue, int32_t verb,
                  FilledFrame* frame) {
  frame->Reset(verb, view.At(verb).head);
  frame->cue = cue;
  frame->carrier = verb;
  frame->polarity = pb::POLARITY_SUPPORTS;
}

int32_t ModalOf(const SentenceView& view, int32_t verb) {
  const Clause& clause = view.ClauseOf(verb);
  if (clause.kind != ClauseKind::kCoordinate || view.At(verb).modal ||
      clause.verb != verb || clause.parent < 0 ||
      !view.Head(verb).Is(kVerbBase) ||
      view.At(verb).head != view.At(verb).begin) {
    return verb;
  }
  const Clause& joined = view.syntax.clauses[clause.parent];
  return joined.verb >= 0 && joined.verb < verb &&
                 joined.subject == clause.subject && view.At(joined.verb).modal
             ? joined.verb
             : verb;
}

bool Obliges(const SentenceView& view, int32_t verb) {
  const Group& g = view.At(ModalOf(view, verb));
  if (!g.modal) return false;
  for (uint32_t u = g.begin; u < g.end; ++u) {
    const Unit& unit = view.units[u];
    if (unit.Has(pb::FUNCTION_ROLE_DEONTIC_MODAL) ||
        (unit.Has(pb::FUNCTION_ROLE_TO_MODAL) && u + 1 < g.end &&
         view.units[u + 1].Is(kTo))) {
      return true;
    }
  }
  return false;
}

bool FillCommitment(const SentenceView& view, int32_t verb,
                    FilledFrame* frame) {
  if (view.lexicon.commitment == kNoCue || !IsFullVerb(view, verb))
    return false;
  const Group& g = view.At(verb);
  if (g.passive || g.copula || Obliges(view, verb)) return false;
  if (!HasModal(view, verb, pb::FUNCTION_ROLE_COMMISSIVE_MODAL) &&
      !IsNegated(view, verb)) {
    return false;
  }
  // "will appeal", "would step down": of what, it does not say.
  if (verb + 1 >= view.syntax.size() || view.Is(verb + 1, GroupKind::kBreak) ||
      view.Is(verb + 1, GroupKind::kComma)) {
    return false;
  }
  int32_t subject = view.ClauseOf(verb).subject;
  // "The Greens' manifesto would scrap it": theirs.
  if (subject >= 0 && view.At(subject).possessor >= 0 && g.modal &&
      (view.Head(subject).Has(pb::FUNCTION_ROLE_PROPOSAL) ||
       view.Head(subject).Has(pb::FUNCTION_ROLE_STATEMENT))) {
    subject = view.At(subject).possessor;
  }
  if (!CanHold(view, subject)) return false;
  StartImplied(view, view.lexicon.commitment, verb, frame);
  frame->holder = {HolderRef::Kind::kGroup, subject, 0};
  frame->targets.push_back({TargetRef::Kind::kVerb, verb});
  return true;
}

bool FillAssurance(const SentenceView& view, int32_t verb, FilledFrame* frame) {
  const Group& g = view.At(verb);
  if (view.lexicon.commitment == kNoCue || g.form != VerbForm::kFinite ||
      !g.modal || !g.passive || !IsNegated(view, verb) ||
      !HasModal(view, verb, pb::FUNCTION_ROLE_COMMISSIVE_MODAL) ||
      !UndoesObject(view, verb)) {
    return false;
  }
  const int32_t subject = view.ClauseOf(verb).subject;
  if (subject < 0 || subject > verb) return false;
  StartImplied(view, view.lexicon.commitment, verb, frame);
  frame->holder = {HolderRef::Kind::kSpeaker, -1, 0};
  frame->targets.push_back({TargetRef::Kind::kClause, verb});
  return true;
}

bool FillImperative(const SentenceView& view, int32_t verb,
                    FilledFrame* frame) {
  const Group& g = view.At(verb);
  if (view.lexicon.obligation == kNoCue || g.modal || g.head + 1 != g.end ||
      !view.Head(verb).Is(kVerbBase) || g.form == VerbForm::kToInfinitive ||
      view.ClauseOf(verb).subject >= 0 ||
      (view.ClauseOf(verb).kind != ClauseKind::kMain &&
       view.ClauseOf(verb).kind != ClauseKind::kComplement)) {
    return false;
  }
  // "Scrap the tax?"
  for (int32_t i = verb + 1; i < view.syntax.size(); ++i) {
    const Token& token = view.text.tokens[view.FirstToken(i)];
    if (view.text.source[token.begin] == '?') return false;
    if (view.Is(i, GroupKind::kBreak) || view.Is(i, GroupKind::kQuote)) break;
  }
  // "Scrap the tax": a verb that does something to its object.
  if (!ActsOnObject(view, verb) || ObjectOf(view, verb) < 0) return false;
  StartImplied(view, view.lexicon.obligation, verb, frame);
  frame->holder = {HolderRef::Kind::kSpeaker, -1, 0};
  frame->targets.push_back({TargetRef::Kind::kVerb, verb});
  return true;
}

namespace {

// "cannot go on", "cannot be allowed to pass": more than a forecast where
// the verb tells of something that is let be.
bool CannotGoOn(const SentenceView& view, int32_t verb) {
  const Unit& head = view.Head(verb);
  const int32_t subject = view.ClauseOf(verb).subject;
  if (!view.At(verb).modal || !head.Reads(EntryKind::kCue) ||
      !HasModal(view, verb, pb::FUNCTION_ROLE_ABILITY_MODAL) ||
      !IsNegated(view, verb) || subject < 0 || CanHold(view, subject)) {
    return false;
  }
  const bool let = view.At(verb).passive;
  return view.FindCue(head, pb::WORD_CLASS_VERB, [&](const CueEntry& cue) {
    return let ? cue.sense == pb::SENSE_ACTION &&
                     cue.polarity == pb::POLARITY_SUPPORTS &&
                     head.Takes(pb::SLOT_OBJECT_INFINITIVE)
               : cue.sense == pb::SENSE_DEMAND &&
                     cue.effect == pb::EFFECT_PRESERVE &&
                     cue.polarity == pb::POLARITY_UNSPECIFIED;
  }) != nullptr;
}

}  // namespace

bool FillObligation(const SentenceView& view, int32_t verb,
                    FilledFrame* frame) {
  if (view.lexicon.obligation == kNoCue) return false;
  if (CannotGoOn(view, verb)) {
    StartImplied(view, view.lexicon.obligation, verb, frame);
    frame->holder = {HolderRef::Kind::kSpeaker, -1, 0};
    frame->targets.push_back(
        {TargetRef::Kind::kNoun, view.ClauseOf(verb).subject});
    return true;
  }
  if (!Obliges(view, verb)) return false;
  // "There must be no cap."
  const int32_t subject = view.ClauseOf(verb).subject;
  if (view.Head(verb).Is(kBe) && subject >= 0 &&
      view.Head(subject).Has(pb::FUNCTION_ROLE_EXPLETIVE)) {
    const int32_t object = ObjectOf(view, verb);
    if (object < 0 || !view.Is(object, GroupKind::kNoun)) return false;
    StartImplied(view, view.lexicon.obligation, verb, frame);
    frame->holder = {HolderRef::Kind::kSpeaker, -1, 0};
    frame->targets.push_back({TargetRef::Kind::kNoun, object});
    return true;
  }
  if (ModalOf(view, verb) == verb && !IsFullVerb(view, verb)) return false;
  // "Nobody would have to sell a home": what would come of it.
  if (subject >= 0 && view.At(subject).negative &&
      HasModal(view, verb, pb::FUNCTION_ROLE_COMMISSIVE_MODAL) &&
      !HasModal(view, verb, pb::FUNCTION_ROLE_DEONTIC_MODAL)) {
    return false;
  }
  StartImplied(view, view.lexicon.obligation, verb, frame);
  frame->holder = {HolderRef::Kind::kSpeaker, -1, 0};
  frame->targets.push_back({view.At(verb).passive ? TargetRef::Kind::kClause
                                                  : TargetRef::Kind::kVerb,
                            verb});
  return true;
}

bool FillSlight(const SentenceView& view, int32_t verb, FilledFrame* frame) {
  const int32_t image = verb + 2;
  const Group& g = view.At(verb);
  if (view.lexicon.slight == kNoCue || !g.copula || !view.Head(verb).Is(kBe) ||
      !view.Is(image, GroupKind::kNoun) || IsNegated(view, verb)) {
    return false;
  }
  // An article in lower case: no title, and no sentence of its own.
  const Unit& article = view.units[view.At(image).begin];
  if (!article.Has(pb::FUNCTION_ROLE_INDEFINITE) ||
      (view.text.tokens[article.begin].shape & kCapitalised) != 0) {
    return false;
  }
  const int32_t subject = view.ClauseOf(verb).subject;
  if (subject < 0 || subject > verb || !view.Is(subject, GroupKind::kNoun) ||
      view.Head(subject).Has(pb::FUNCTION_ROLE_EXPLETIVE) ||
      (view.Head(subject).Is(kPronoun) &&
       !view.Head(subject).Has(pb::FUNCTION_ROLE_NEUTER))) {
    return false;
  }
  constexpr int32_t kFarthest = 12;
  for (int32_t i = image; i < view.syntax.size() && i < verb + kFarthest; ++i) {
    if (view.Is(i, GroupKind::kQuote) || view.Is(i, GroupKind::kBreak)) break;
    for (uint32_t u = view.At(i).begin; u < view.At(i).end; ++u) {
      if (view.units[u].Reads(EntryKind::kCue)) return false;
    }
  }
  StartImplied(view, view.lexicon.slight, verb, frame);
  frame->polarity = pb::POLARITY_OPPOSES;
  frame->holder = {HolderRef::Kind::kSpeaker, -1, 0};
  frame->targets.push_back({TargetRef::Kind::kNoun, subject});
  return true;
}

bool IsPolicy(const SentenceView& view, const FilledFrame& frame) {
  const Group& verb = view.At(frame.group);
  for (uint32_t u = verb.begin; u < verb.head; ++u) {
    if (view.units[u].Is(kHave)) return false;  // "would have scrapped it"
  }
  return UndoesObject(view, frame.group) &&
         view.ClauseOf(frame.group).kind == ClauseKind::kMain &&
         !view.Head(frame.holder.group).Has(pb::FUNCTION_ROLE_NEUTER);
}

bool IsSomebodysView(const SentenceView& view, int32_t verb) {
  const Clause& clause = view.ClauseOf(verb);
  const bool told = clause.kind == ClauseKind::kComplement ||
                    (clause.kind == ClauseKind::kRelative &&
                     view.Head(clause.opener < 0 ? verb : clause.opener)
                         .Has(pb::FUNCTION_ROLE_COMPLEMENTIZER));
  return told && view.Is(clause.governor, GroupKind::kNoun) &&
         view.Head(clause.governor).Has(pb::FUNCTION_ROLE_SPEAKER_NOUN) &&
         view.At(clause.governor).possessor >= 0;
}

}  // namespace stance
