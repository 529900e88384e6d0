// Stances that name no target ("Peru abstained", "growers were furious"): what
// they are about, and which way.

#include <algorithm>
#include <span>
#include <utility>
#include <vector>

#include "service/engine/stance/emission.h"
#include "service/engine/stance/mention_parts.h"
#include "service/engine/stance/operators.h"
#include "service/engine/stance/phrase_ends.h"
#include "service/engine/stance/targets.h"
#include "service/engine/stance/things.h"
#include "service/engine/stance/undone_events.h"

namespace stance {
namespace {

namespace pb = lexicon::v1;

// How many of the stances found last are looked at: more than an article has,
// few enough for a text of a megabyte.
constexpr size_t kLatest = 256;

std::span<const FoundStance> Latest(const std::vector<FoundStance>& stances) {
  const size_t count = std::min(stances.size(), kLatest);
  return {stances.data() + stances.size() - count, count};
}

}  // namespace

void Emitter::EmitTopic(const FiredFrame& fired, Polarity polarity) {
  FoundStance stance;
  Start(fired, polarity, &stance);
  if (!TakeOpening(&stance) && !TakeLastTarget(fired, &stance) &&
      !TakeQuestion(&stance)) {
    // Judges dissent and winners rejoice over what was decided; who sits on the
    // fence has still to decide.
    const bool reacts =
        polarity != pb::POLARITY_NEUTRAL &&
        v_.lexicon.cues[fired.frame->cue].sense == pb::SENSE_EVALUATION;
    const Discourse::Thing* topic =
        reacts ? DecisionAt(v_.lexicon, d_, v_.index) : nullptr;
    if (topic == nullptr) {
      CountStances();
      topic = TopicAt(d_, v_.index);
    }
    if (topic != nullptr) {
      stance.target = topic->mention;
      stance.antecedent = topic->text;
      stance.issue = topic->issue;
    } else if (!TakeUndone(fired, &stance)) {
      return;
    }
  }
  // Who is glad of what was struck down is against it; but "was struck down
  // after Peru objected".
  if (v_.ClauseOf(fired.frame->group).kind != ClauseKind::kSubordinate &&
      ReactsToEvents(v_.lexicon.cues[fired.frame->cue])) {
    const FoundStance* deed = nullptr;
    if (WasUndone(stance, &deed)) {
      stance.polarity = Apply(pb::EFFECT_REVERSE, stance.polarity);
    } else if (deed != nullptr) {
      stance.target = deed->cue;
      stance.target.end = deed->target.end;
      stance.antecedent = {};
      stance.issue = -1;
    }
  }
  out_.push_back(std::move(stance));
  Finish(fired, nullptr, Way::kContext);
}

bool Emitter::IsOn(const FoundStance& stance, const Mention& target,
                   std::string_view name, int32_t issue) const {
  if (stance.derived || stance.target_entity >= 0) return false;
  if (issue >= 0 && stance.issue == issue) return true;
  if (!stance.antecedent.empty()) return stance.antecedent == name;
  return stance.target == target ||
         (stance.target.part == v_.part && v_.TextOf(stance.target) == name);
}

bool Emitter::WasUndone(const FoundStance& reaction,
                        const FoundStance** deed) const {
  const std::string_view name = reaction.antecedent.empty()
                                    ? v_.TextOf(reaction.target)
                                    : reaction.antecedent;
  // What the text reports stands in its first sentences or right before.
  constexpr uint32_t kFirst = 2;
  constexpr uint32_t kRightBefore = 2;
  // "The plan was scrapped": by nobody who is named.
  if (!name.empty() && name == d_.undone_thing &&
      (d_.undone_thing_sentence < kFirst ||
       d_.undone_thing_sentence + kRightBefore >= v_.index)) {
    return true;
  }
  bool undone = false;
  for (const FoundStance& act : Latest(out_)) {
    const CueEntry& cue = v_.lexicon.cues[act.cue_entry];
    const bool does = act.cue_entry == v_.lexicon.act;
    if (cue.sense == pb::SENSE_EVALUATION ||
        (cue.sense == pb::SENSE_DEMAND && !does) ||
        act.factuality != pb::FACTUALITY_ASSERTED ||
        !IsOn(act, reaction.target, name, reaction.issue)) {
      continue;
    }
    // Some voted against what was passed.
    if (act.polarity == pb::POLARITY_SUPPORTS) {
      *deed = nullptr;
      return false;
    }
    const bool reported =
        act.sentence.part == Part::kTitle || act.sentence_index < kFirst ||
        act.sentence_index + kRightBefore >= reaction.sentence_index;
    if (!reported || act.polarity != pb::POLARITY_OPPOSES) continue;
    undone |= cue.word_class == pb::WORD_CLASS_VERB;
    if (does && act.cue.part == act.target.part &&
        act.cue.begin < act.target.begin) {
      *deed = &act;
    }
  }
  return undone;
}

void Emitter::CountStances() {
  for (Discourse::Thing& thing : d_.things) thing.stances = 0;
  const Discourse::Thing* const best = TopicAt(d_, v_.index);
  if (best == nullptr) return;
  for (Discourse::Thing& thing : d_.things) {
    // Of few it matters.
    if (!MayBeTopic(thing, *best, v_.index)) continue;
    const std::span<const FoundStance> latest = Latest(out_);
    thing.stances = static_cast<uint32_t>(
        std::count_if(latest.begin(), latest.end(), [&](const FoundStance& s) {
          return IsOn(s, thing.mention, thing.text, thing.issue);
        }));
  }
}

// "Asked about the cap, 40 per cent were in favour", "On the levy, it
// abstained".
bool Emitter::TakeOpening(FoundStance* stance) const {
  int32_t preposition = 0;
  if (v_.Is(0, GroupKind::kVerb) && v_.At(0).form == VerbForm::kParticiple &&
      v_.Head(0).Reads(EntryKind::kReporting)) {
    preposition = 1;
  }
  if (!v_.Is(preposition, GroupKind::kPreposition) ||
      !v_.Head(preposition).Has(pb::FUNCTION_ROLE_TARGET_PREPOSITION)) {
    return false;
  }
  const int32_t noun = ObjectOf(v_, preposition);
  if (noun < 0 || !v_.Is(noun, GroupKind::kNoun) ||
      v_.Head(noun).Is(kTime | kProper | kPronoun)) {
    return false;
  }
  const TargetRef opening{TargetRef::Kind::kNoun, noun};
  if (!v_.Is(NounPhraseEnd(v_, noun, opening.limit) + 1, GroupKind::kComma)) {
    return false;
  }
  const TokenSpan span = TargetSpan(v_, opening);
  stance->target = v_.Span(span.begin, span.end);
  stance->issue = v_.FirstReading(EntryKind::kIssue, v_.Head(noun));
  return true;
}

// "The board scrapped the tram. “We are delighted,” said Roe."
bool Emitter::TakeUndone(const FiredFrame& fired, FoundStance* stance) const {
  const std::string_view undone = UndoneBefore(d_, v_.index);
  if (undone.empty() || v_.part == Part::kTitle ||
      !ReactsToEvents(v_.lexicon.cues[fired.frame->cue])) {
    return false;
  }
  const auto begin =
      static_cast<uint32_t>(undone.data() - v_.text.source.data());
  stance->target = {v_.part, begin,
                    begin + static_cast<uint32_t>(undone.size())};
  stance->antecedent = undone;
  return true;
}

// "Chad supports the levy, Niger is against": what another holder's stance in
// the sentence is about.
bool Emitter::TakeLastTarget(const FiredFrame& fired,
                             FoundStance* stance) const {
  // "Chad backs the levy; Niger, | which sponsors a mine, | abstained".
  constexpr size_t kMostAside = 8;
  size_t end = out_.size();
  while (end > 0 && end + kMostAside > out_.size() && out_[end - 1].aside &&
         out_[end - 1].sentence_index == v_.index) {
    --end;
  }
  if (end == 0) return false;
  const FoundStance& last = out_[end - 1];
  if (last.sentence_index != v_.index || last.sentence.part != v_.part ||
      last.derived || last.target_entity >= 0 ||
      // "praised the truckers, who left in protest": not over themselves.
      v_.TextOf(last.target) == v_.TextOf(fired.holder_mention) ||
      std::find(fired.holders.begin(), fired.holders.end(), last.holder) !=
          fired.holders.end()) {
    return false;
  }
  stance->target = last.target;
  stance->antecedent = last.antecedent;
  stance->issue = last.issue;
  return true;
}

// "Q: Will the baths be sold? A: Over my dead body.": in the first sentences of
// the answer.
bool Emitter::TakeQuestion(FoundStance* stance) const {
  constexpr uint32_t kFirst = 2;
  const Discourse::Topic& asked = d_.asked_about;
  if (asked.mention.empty() || a_.turn_speaker < 0 ||
      v_.index > asked.sentence + kFirst) {
    return false;
  }
  stance->target = asked.mention;
  stance->issue = asked.issue;
  return true;
}

}  // namespace stance
