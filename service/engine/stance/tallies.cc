#include "service/engine/stance/tallies.h"

#include "service/engine/stance/mention_parts.h"

namespace stance {
namespace {

namespace pb = lexicon::v1;

bool Opens(const SentenceView& view, int32_t group) {
  return view.text.source[view.text.tokens[view.FirstToken(group)].begin] ==
         '(';
}

// The reading of the group's head that tells how somebody voted: a cue that may
// take its target from the text around it, or a noun behind a number ("2
// abstentions"); kNoCue for none.
uint32_t VoteAt(const SentenceView& view, int32_t group) {
  uint32_t vote = kNoCue;
  if (group < 1) return vote;
  const bool counted = view.units[view.At(group).begin].Is(kNumberWord) ||
                       view.Head(group - 1).Is(kNumberWord);
  if (!counted) return vote;
  view.ForEach(EntryKind::kCue, view.Head(group), [&](const EntryRef& ref) {
    if (vote == kNoCue &&
        view.lexicon.cues[ref.index].polarity != pb::POLARITY_UNSPECIFIED) {
      vote = ref.index;
    }
  });
  return vote;
}

// What was voted on: "the text | was adopted", "approved | the plan"; none
// where the clause does not say.
TargetRef VotedOn(const SentenceView& view, int32_t tally) {
  for (int32_t verb = tally - 1; verb >= 0; --verb) {
    if (!view.Is(verb, GroupKind::kVerb) ||
        !view.Head(verb).Reads(EntryKind::kCue)) {
      continue;
    }
    const int32_t noun = view.At(verb).passive ? view.ClauseOf(verb).subject
                                               : ObjectOf(view, verb);
    if (noun < 0 || !view.Is(noun, GroupKind::kNoun)) continue;
    TargetRef target{TargetRef::Kind::kNoun, noun};
    if (verb > noun) target.limit = verb;
    if (CanBeContested(view, target)) return target;
  }
  return {};
}

}  // namespace

void FindTallies(const SentenceView& view, std::vector<FilledFrame>* frames) {
  const int32_t size = static_cast<int32_t>(view.group_count);
  for (int32_t open = 2; open < size; ++open) {
    if (view.At(open).kind != GroupKind::kParenthesis) continue;
    if (!Opens(view, open)) continue;
    const uint32_t vote = VoteAt(view, open - 1);
    if (vote == kNoCue) continue;
    const TargetRef target = VotedOn(view, open - 1);
    for (int32_t i = open + 1;
         i < view.syntax.size() && !view.Is(i, GroupKind::kParenthesis); ++i) {
      if (!view.Is(i, GroupKind::kNoun) || view.At(i).first_conjunct >= 0 ||
          !CanHold(view, i)) {
        continue;
      }
      FilledFrame& frame = frames->emplace_back();
      frame.Reset(open - 1, view.At(open - 1).head);
      frame.cue = vote;
      frame.polarity = view.lexicon.cues[vote].polarity;
      frame.holder = {HolderRef::Kind::kGroup, i, 0};
      if (target) {
        frame.targets.push_back(target);
      } else {
        frame.context = true;
      }
    }
  }
}

}  // namespace stance
