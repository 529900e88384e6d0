// Words of verdict that stand apart from what they judge: "sees a threat in C",
// "C, a disgrace in A's eyes, …", "“A disgrace,” A said of C".

#include <algorithm>

#include "service/engine/stance/mention_parts.h"
#include "service/engine/stance/operators.h"
#include "service/engine/stance/phrase_ends.h"
#include "service/engine/stance/target_filler.h"

namespace stance {

namespace pb = lexicon::v1;

bool TargetFiller::SeenIn(const Filler& filler, FilledFrame* out) const {
  if (!v_.Is(group_, GroupKind::kVerb) || v_.At(group_).passive) return false;
  int32_t preposition = group_ + 1;
  int32_t verdict = -1;
  const bool first = v_.Is(preposition, GroupKind::kPreposition);
  if (first) {
    const int32_t thing = ObjectOf(v_, preposition);
    if (thing < 0) return false;
    verdict = NounPhraseEnd(v_, thing) + 1;
    while (v_.Is(verdict, GroupKind::kQuote)) ++verdict;
  } else {
    verdict = ObjectOf(v_, group_);
    preposition = verdict + 1;
    while (v_.Is(preposition, GroupKind::kQuote)) ++preposition;
  }
  if (verdict < 0 || !v_.Is(verdict, GroupKind::kNoun) ||
      !v_.Is(preposition, GroupKind::kPreposition) ||
      !Contains(filler.prepositions, v_.Head(preposition).word)) {
    return false;
  }
  const TargetRef target = AfterPreposition(preposition);
  if (!target || (target.kind == TargetRef::Kind::kNoun &&
                  v_.Head(target.group).Is(kTime))) {
    return false;
  }
  const Group& g = v_.At(verdict);
  const bool one = s_.units[g.begin].Has(pb::FUNCTION_ROLE_INDEFINITE);
  // "sees risks in the north" tells where.
  if (!one && !CanBeContested(v_, target)) return false;
  pb::Polarity polarity = VerdictAt(g.head);
  for (uint32_t u = g.begin; polarity == pb::POLARITY_UNSPECIFIED && u < g.end;
       ++u) {
    polarity = VerdictAt(u);
  }
  if (polarity == pb::POLARITY_UNSPECIFIED) {
    // "sees in the levy “a stealth tax”".
    const bool quoted = v_.Is(verdict - 1, GroupKind::kQuote)
                            ? OpensInLowerCase(verdict - 1)
                            : OpensInLowerCase(verdict);
    if (!quoted || !one) return false;
    polarity = out->polarity;
  } else if (g.negative) {
    polarity = Apply(pb::EFFECT_REVERSE, polarity);
  }
  out->polarity = polarity;
  out->evaluation = static_cast<int32_t>(g.head);
  return Push(target, 4, out);
}

bool TargetFiller::SpokenOf(FilledFrame* out) const {
  if (!v_.Is(group_, GroupKind::kVerb) || v_.At(group_).passive) return false;
  int32_t noun = group_ + 1;
  while (v_.Is(noun, GroupKind::kQuote)) ++noun;
  if (!v_.Is(noun, GroupKind::kNoun) ||
      !s_.units[v_.At(noun).begin].Has(pb::FUNCTION_ROLE_INDEFINITE) ||
      !EndsSentence(NounPhraseEnd(v_, noun) + 1)) {
    return false;
  }
  const pb::Polarity polarity = VerdictAt(v_.At(noun).head);
  if (polarity == pb::POLARITY_UNSPECIFIED) return false;
  out->polarity = polarity;
  out->evaluation = static_cast<int32_t>(v_.At(noun).head);
  out->context = true;
  out->score += 1;
  return true;
}

TargetRef TargetFiller::Renamed() const {
  if (c_.carrier.verb >= 0 || !v_.Is(group_, GroupKind::kNoun)) return {};
  // "the tram, | the mayor's brainchild,": the noun says whose it is.
  const bool owned = v_.At(group_).possessor >= 0 && !c_.cue.frames.empty() &&
                     c_.cue.frames[0].holder.slot == pb::SLOT_POSSESSOR;
  if (!owned &&
      (v_.At(group_).possessor >= 0 ||
       !s_.units[v_.At(group_).begin].Has(pb::FUNCTION_ROLE_INDEFINITE))) {
    return {};
  }
  int32_t mark = v_.FirstOfPossessors(group_) - 1;
  while (v_.Is(mark, GroupKind::kQuote)) --mark;
  if (!v_.Is(mark, GroupKind::kComma) && !v_.Is(mark, GroupKind::kBreak) &&
      !v_.Is(mark, GroupKind::kParenthesis)) {
    return {};
  }
  // It says whose word it is.
  constexpr int32_t kReach = 7;
  const int32_t limit = std::min(s_.size(), group_ + kReach);
  int32_t told = group_ + 1;
  while (!owned && told < limit &&
         !v_.Head(told).Reads(EntryKind::kReporting) &&
         !v_.Head(told).Has(pb::FUNCTION_ROLE_ACCORDING) &&
         !v_.Head(told).Has(pb::FUNCTION_ROLE_SPEAKER_NOUN)) {
    ++told;
  }
  if (told >= limit) return {};
  int32_t noun = mark - 1;
  while (v_.Is(noun, GroupKind::kNoun) && v_.At(noun).preposition > 0 &&
         v_.Is(v_.At(noun).preposition - 1, GroupKind::kNoun)) {
    noun = v_.At(noun).preposition - 1;
  }
  // Of somebody it would be a word for who they are.
  return v_.Is(noun, GroupKind::kNoun) &&
                 !v_.Head(noun).Is(kTime | kPronoun | kProper) &&
                 !CanHold(v_, noun)
             ? Noun(noun)
             : TargetRef{};
}

int32_t TargetFiller::EndOfFragment() const {
  int32_t open = v_.FirstOfPossessors(group_) - 1;
  while (v_.Is(open, GroupKind::kAdverb)) --open;
  if (!v_.Is(open, GroupKind::kQuote) ||
      s_.units[v_.At(group_).begin].Has(pb::FUNCTION_ROLE_DEFINITE)) {
    return -1;
  }
  // It opens the quotation, which opens the sentence or follows a mark.
  if (open > 0 && !v_.Is(open - 1, GroupKind::kBreak) &&
      !v_.Is(open - 1, GroupKind::kComma)) {
    return -1;
  }
  int32_t end = group_ + 1;
  while (v_.Is(end, GroupKind::kPreposition) &&
         v_.Is(end + 1, GroupKind::kNoun)) {
    end += 2;
  }
  const bool mark =
      v_.Is(end, GroupKind::kComma) || v_.Is(end, GroupKind::kBreak);
  const int32_t close = mark ? end + 1 : end;
  return v_.Is(close, GroupKind::kQuote) ? close : -1;
}

bool TargetFiller::Fragment(FilledFrame* out) const {
  if ((c_.carrier.verb >= 0 && c_.carrier.verb < group_) ||
      c_.cue.word_class == pb::WORD_CLASS_VERB) {
    return false;
  }
  const int32_t close = EndOfFragment();
  if (close < 0) return false;
  // "said Roe"; what it is said of has been looked for (spoken_topics.h).
  constexpr int32_t kReach = 6;
  bool said = false;
  for (int32_t i = close + 1; i < s_.size() && i < close + kReach; ++i) {
    if (said || v_.Is(i, GroupKind::kBreak)) break;
    said =
        v_.Is(i, GroupKind::kVerb) && v_.Head(i).Reads(EntryKind::kReporting);
  }
  if (!said) return false;
  out->context = true;
  out->score += 1;
  return true;
}

}  // namespace stance
