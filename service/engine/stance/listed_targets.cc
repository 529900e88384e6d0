#include "service/engine/stance/listed_targets.h"

#include "service/engine/stance/mention_parts.h"
#include "service/engine/stance/target_filler.h"
#include "service/engine/stance/targets.h"

namespace stance {
namespace {

namespace pb = lexicon::v1;

bool IsColon(const SentenceView& view, int32_t group) {
  return view.Is(group, GroupKind::kBreak) && view.Head(group).mark == ':';
}

// What an item names: a noun, or what is to be done; nothing where it is a
// statement of its own.
TargetRef ItemAt(const SentenceView& view, int32_t group) {
  while (view.Is(group, GroupKind::kQuote) ||
         view.Is(group, GroupKind::kAdverb) ||
         (view.Is(group, GroupKind::kBreak) && !IsColon(view, group))) {
    ++group;
  }
  group = Possessed(view, group);
  if (view.Is(group, GroupKind::kVerb)) {
    const VerbForm form = view.At(group).form;
    const bool act = form == VerbForm::kBase || form == VerbForm::kToInfinitive;
    return act ? TargetRef{TargetRef::Kind::kVerb, group} : TargetRef{};
  }
  if (!view.Is(group, GroupKind::kNoun) || view.Head(group).Is(kPronoun)) {
    return {};
  }
  for (const Clause& clause : view.ClausesAround(group)) {
    if (clause.subject == group && clause.verb > group &&
        view.At(clause.verb).form == VerbForm::kFinite) {
      return {};
    }
  }
  return {TargetRef::Kind::kNoun, group};
}

}  // namespace

int32_t TargetFiller::ColonOf(const Filler& filler) const {
  int32_t i = group_ + 1;
  if (c_.cue.word_class == pb::WORD_CLASS_NOUN) {
    // "its demands are simple | :".
    const Clause& clause = v_.ClauseOf(group_);
    if (clause.subject == group_ && clause.verb == i && v_.At(i).copula) {
      ++i;
      while (v_.Is(i, GroupKind::kAdverb) || v_.Is(i, GroupKind::kAdjective)) {
        ++i;
      }
    }
  } else if (filler.slot == pb::SLOT_PREPOSITION) {
    if (!v_.Is(i, GroupKind::kPreposition) ||
        !Contains(filler.prepositions, v_.Head(i).word)) {
      return -1;
    }
    ++i;
  }
  // "calls on ministers to | :", "urges the council to | :".
  if (filler.slot == pb::SLOT_OBJECT_INFINITIVE ||
      filler.slot == pb::SLOT_PREPOSITION_INFINITIVE) {
    constexpr int32_t kFarthest = 8;
    for (const int32_t first = i; i < first + kFarthest; ++i) {
      if (v_.Is(i, GroupKind::kVerb) && v_.At(i).form == VerbForm::kFinite) {
        return -1;
      }
      if (IsColon(v_, i)) {
        const Unit& to = v_.units[v_.At(i).begin - 1];
        return to.MayBe(kTo) ? i : -1;
      }
    }
    return -1;
  }
  // "wants three things | :".
  if (c_.cue.word_class != pb::WORD_CLASS_NOUN && v_.Is(i, GroupKind::kNoun) &&
      v_.Head(i).Has(pb::FUNCTION_ROLE_IDLE)) {
    ++i;
  }
  return IsColon(v_, i) ? i : -1;
}

bool TargetFiller::Listed(const Filler& filler, FilledFrame* out) const {
  if (c_.cue.word_class != pb::WORD_CLASS_NOUN &&
      c_.cue.sense != pb::SENSE_DEMAND) {
    return false;
  }
  const int32_t colon = ColonOf(filler);
  if (colon < 0) return false;
  if (colon + 1 < s_.size()) {
    if (!Push(ItemAt(v_, colon + 1), 4, out)) return false;
    // "a stay of the licences; an end to the fees; free buses".
    for (int32_t i = colon + 2; i < s_.size(); ++i) {
      if (!v_.Is(i, GroupKind::kBreak) || v_.Head(i).mark != ';') continue;
      ++i;
      while (v_.Is(i, GroupKind::kCoordinator)) ++i;
      Push(ItemAt(v_, i), 0, out);
    }
    return true;
  }
  const uint32_t next = v_.index + 1;
  out->list = next < v_.text.sentences.size() &&
              v_.text.sentences[next].bullet && !v_.sentence.bullet;
  return out->list;
}

void NoteList(const SentenceView& view, const FiredFrame& fired,
              lexicon::v1::Polarity polarity, Discourse* discourse) {
  discourse->list = {fired.frame->cue, fired.holders, fired.holder_mention,
                     fired.sieve,      polarity,      view.index};
}

bool FillItem(const SentenceView& view, Discourse* discourse,
              FilledFrame* filled) {
  Discourse::List& list = discourse->list;
  if (!view.sentence.bullet || list.last_sentence + 1 != view.index) {
    return false;
  }
  list.last_sentence = view.index;
  const TargetRef item = ItemAt(view, 0);
  if (!item) return false;
  filled->Reset(item.group, view.At(item.group).head);
  filled->cue = list.cue;
  filled->polarity = list.polarity;
  filled->holder = {HolderRef::Kind::kList, item.group};
  filled->targets.push_back(item);
  return true;
}

}  // namespace stance
