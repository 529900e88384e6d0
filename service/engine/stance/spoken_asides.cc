#include "service/engine/stance/spoken_asides.h"

#include <algorithm>

#include "service/engine/stance/mention_parts.h"
#include "service/engine/stance/negation.h"
#include "service/engine/stance/slots.h"

namespace stance {
namespace {

namespace pb = lexicon::v1;

// "view", "letter", "warning": it may stand for what somebody says.
bool IsWord(const SentenceView& view, int32_t group) {
  const Unit& head = view.Head(group);
  return head.Has(pb::FUNCTION_ROLE_SPEAKER_NOUN) ||
         head.Has(pb::FUNCTION_ROLE_STATEMENT) ||
         head.Takes(pb::SLOT_THAT_CLAUSE);
}

// "the union's | view", "the view | of the union", "the message | from it"; -1
// for none who can hold one.
int32_t OwnerOf(const SentenceView& view, int32_t word) {
  int32_t owner = view.At(word).possessor;
  if (owner < 0 && view.Is(word + 1, GroupKind::kPreposition) &&
      view.Head(word + 1).Has(pb::FUNCTION_ROLE_HOLDER_PREPOSITION)) {
    owner = ObjectOf(view, word + 1);
  }
  return owner >= 0 && view.Is(owner, GroupKind::kNoun) && CanHold(view, owner)
             ? owner
             : -1;
}

// "As | the mayor …", "…, as | the mayor …".
bool IsBehindAs(const SentenceView& view, int32_t subject) {
  const int32_t as = view.FirstOfPossessors(subject) - 1;
  return as >= 0 && view.Head(as).Has(pb::FUNCTION_ROLE_AS) &&
         (as == 0 || view.Is(as - 1, GroupKind::kComma) ||
          view.Is(as - 1, GroupKind::kQuote));
}

// Nothing follows the verb that it could say, but a time.
bool SaysNothingMore(const SentenceView& view, int32_t verb) {
  int32_t i = verb + 1;
  while (view.Is(i, GroupKind::kAdverb)) ++i;
  if (view.Is(i, GroupKind::kPreposition)) ++i;
  if (view.Is(i, GroupKind::kNoun) && view.Head(i).Is(kTime)) ++i;
  return i >= view.syntax.size() || view.Is(i, GroupKind::kComma) ||
         view.Is(i, GroupKind::kBreak) || view.Is(i, GroupKind::kQuote);
}

// "as the union | sees it": the verb takes nothing but "it".
bool SeesIt(const SentenceView& view, int32_t verb) {
  const int32_t it = verb + 1;
  return view.Head(verb).Takes(pb::SLOT_EVALUATED_OBJECT) &&
         view.Is(it, GroupKind::kNoun) && view.Head(it).Is(kPronoun) &&
         view.Head(it).Has(pb::FUNCTION_ROLE_NEUTER) &&
         SaysNothingMore(view, it);
}

// "as far as the union | is concerned", which opens the sentence.
bool IsConcerned(const SentenceView& view, const Clause& clause) {
  const int32_t as = view.FirstOfPossessors(clause.subject) - 1;
  return (as == 1 || as == 2) && view.Head(as).Has(pb::FUNCTION_ROLE_AS) &&
         view.At(clause.verb).copula &&
         view.Is(clause.verb + 1, GroupKind::kAdjective) &&
         SaysNothingMore(view, clause.verb + 1);
}

// The first colon that closes no label, with words on both sides; -1 for none.
int32_t ColonIn(const SentenceView& view) {
  const int32_t end = view.syntax.size() - 1;
  for (int32_t i = view.syntax.label_end + 1; i < end; ++i) {
    if (!view.Is(i, GroupKind::kBreak)) continue;
    return view.Head(i).mark == ':' ? i : -1;
  }
  return -1;
}

// "was adamant", "issued a warning", "put it bluntly": somebody speaks.
bool TellsOfSpeech(const SentenceView& view, int32_t verb, int32_t colon) {
  for (int32_t i = verb; i < colon; ++i) {
    const Unit& head = view.Head(i);
    if (view.Is(i, GroupKind::kVerb) && head.Reads(EntryKind::kReporting)) {
      return true;
    }
    // "was blunt"; but "is wrong: the toll is fair" says of somebody what is
    // shown behind the colon.
    if (view.Is(i, GroupKind::kAdjective) && view.At(verb).copula &&
        !head.Takes(pb::SLOT_EVALUATED)) {
      return true;
    }
    if (view.Is(i, GroupKind::kNoun) && IsWord(view, i)) return true;
  }
  return false;
}

}  // namespace

bool IsSpokenAside(const SentenceView& view, int32_t verb, int32_t subject) {
  return subject < verb && IsBehindAs(view, subject) &&
         SaysNothingMore(view, verb);
}

int32_t OwnerOfWord(const SentenceView& view, int32_t group) {
  return IsWord(view, group) ? OwnerOf(view, group) : -1;
}

int32_t WhoSeesItSo(const SentenceView& view, const Clause& clause) {
  if (clause.verb < 0 || clause.subject < 0 || view.At(clause.verb).modal ||
      !CanHold(view, clause.subject)) {
    return -1;
  }
  const bool sees =
      (IsBehindAs(view, clause.subject) && SeesIt(view, clause.verb)) ||
      IsConcerned(view, clause);
  return sees ? clause.subject : -1;
}

int32_t WhoseWordIs(const SentenceView& view, int32_t copula) {
  const Group& g = view.At(copula);
  const int32_t subject = view.ClauseOf(copula).subject;
  if (!g.copula || g.modal || g.form != VerbForm::kFinite || subject < 0 ||
      subject > copula || IsNegated(view, copula)) {
    return -1;
  }
  return OwnerOfWord(view, subject);
}

int32_t WhoHoldsThat(const SentenceView& view, int32_t governor) {
  const Clause& clause = view.ClauseOf(governor);
  const int32_t verb = clause.verb;
  if (verb < 0 || clause.subject < 0 || clause.subject > governor ||
      view.At(verb).modal || IsNegated(view, verb)) {
    return -1;
  }
  const auto speaks = [&](const CueEntry& cue) {
    return cue.sense == pb::SENSE_DEMAND &&
           cue.polarity == pb::POLARITY_SUPPORTS;
  };
  if (view.Is(governor, GroupKind::kAdjective)) {
    const bool insists =
        view.At(verb).copula &&
        view.FindCue(view.Head(governor), pb::WORD_CLASS_ADJECTIVE, speaks);
    return insists ? clause.subject : -1;
  }
  if (!view.Is(governor, GroupKind::kNoun) || governor < verb ||
      !view.Head(governor).Has(pb::FUNCTION_ROLE_SPEAKER_NOUN) ||
      view.At(verb).passive) {
    return -1;
  }
  const int32_t owner = OwnerOf(view, governor);
  if (owner >= 0) return owner;
  // "rejects the view that …": another's.
  const bool rejects =
      LightDirection(view, verb) == pb::LIGHT_VERB_DIRECTION_RECEIVE ||
      view.FindCue(view.Head(verb), pb::WORD_CLASS_VERB,
                   [](const CueEntry& cue) {
                     return cue.polarity == pb::POLARITY_OPPOSES ||
                            cue.effect == pb::EFFECT_REVERSE;
                   }) != nullptr;
  return rejects ? -1 : clause.subject;
}

int32_t SignatureBehindSpeech(const SentenceView& view) {
  uint32_t end = 0;
  for (size_t i = view.first_quotation; i < view.text.quotations.size(); ++i) {
    const Quotation& quotation = view.text.quotations[i];
    if (quotation.begin >= view.sentence.end) break;
    if (!quotation.scare && quotation.end > view.sentence.begin) {
      end = std::max(end, quotation.end);
    }
  }
  if (end == 0 || end >= view.sentence.end) return -1;
  int32_t dash = view.syntax.size() - 1;
  for (; dash >= 0 && view.FirstToken(dash) > end; --dash) {
    if (view.Is(dash, GroupKind::kVerb)) return -1;
  }
  // A mark that is not ASCII, or a hyphen that stands alone.
  if (dash < 1 || view.FirstToken(dash) != end ||
      !view.Is(dash, GroupKind::kBreak) ||
      (view.Head(dash).mark != '\xE2' && view.Head(dash).mark != '-')) {
    return -1;
  }
  const int32_t name = dash + 1;
  return view.Is(name, GroupKind::kNoun) && CanHold(view, name) ? name : -1;
}

Announcement AnnouncedByColon(const SentenceView& view) {
  const int32_t colon = ColonIn(view);
  if (colon < 0) return {};
  const Clause& clause = view.syntax.clauses[0];
  const int32_t verb = clause.verb;
  const int32_t subject = clause.subject;
  if (verb < 0 || verb > colon || subject < 0 || subject > verb ||
      view.At(verb).form != VerbForm::kFinite || view.At(verb).passive ||
      view.At(verb).modal || IsNegated(view, verb)) {
    return {};
  }
  if (CanHold(view, subject)) {
    return TellsOfSpeech(view, verb, colon) ? Announcement{verb, subject}
                                            : Announcement{};
  }
  const int32_t owner = OwnerOfWord(view, subject);
  return owner < 0 ? Announcement{} : Announcement{verb, owner};
}

}  // namespace stance
