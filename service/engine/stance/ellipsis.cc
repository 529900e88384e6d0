#include "service/engine/stance/ellipsis.h"

#include <string>
#include <utility>

#include "service/engine/stance/mention_parts.h"
#include "service/engine/stance/negation.h"
#include "service/engine/stance/operators.h"
#include "service/engine/stance/shares.h"
#include "service/engine/stance/targets.h"

namespace stance {
namespace {

namespace pb = lexicon::v1;

// How many groups back the verb may stand that is left out.
constexpr int32_t kVerbReach = 40;

// Not to stay out of something says nothing.
Polarity Opposite(Polarity polarity) {
  return polarity == pb::POLARITY_NEUTRAL ? pb::POLARITY_UNSPECIFIED
                                          : Apply(pb::EFFECT_REVERSE, polarity);
}

}  // namespace

bool Ellipses::Take(int32_t verb) {
  return Echo(verb) || Shortened(verb) || ToldShare(verb);
}

Ellipses::Range Ellipses::Last(Polarity polarity) const {
  Range range{0, out_.size()};
  while (range.end > 0 && polarity != pb::POLARITY_UNSPECIFIED &&
         out_[range.end - 1].polarity != polarity) {
    --range.end;
  }
  range.first = range.end;
  if (range.end == 0) return range;
  const FoundStance& last = out_[range.end - 1];
  // Only what was said in this sentence or the one before; of "that criticism"
  // a little earlier too.
  const uint32_t reach = polarity == pb::POLARITY_UNSPECIFIED ? 1 : 3;
  if (last.sentence_index + reach < v_.index) return range;
  --range.first;
  while (range.first > 0 &&
         out_[range.first - 1].sentence_index == last.sentence_index &&
         out_[range.first - 1].cue.begin == last.cue.begin &&
         out_[range.first - 1].holder == last.holder) {
    --range.first;
  }
  return range;
}

int32_t Ellipses::HolderOf(int32_t entity) const {
  const int32_t represented = d_.entities[entity].represents;
  return represented >= 0 ? represented : entity;
}

void Ellipses::Say(size_t model, int32_t holder, Polarity polarity,
                   const Voice& voice) {
  FoundStance echo = out_[model];
  echo.polarity = polarity;
  echo.speakers.clear();
  echo.derivation.clear();
  echo.sentence = v_.Span(v_.sentence.begin, v_.sentence.end);
  echo.sentence_index = v_.index;
  echo.cue = v_.UnitSpan(voice.unit);
  if (voice.cue >= 0) echo.cue_entry = static_cast<uint32_t>(voice.cue);
  echo.way = Way::kEcho;
  echo.sieve = voice.sieve;
  echo.uncertain = false;
  echo.holder = holder;
  echo.holder_mention = voice.mention;
  if (explain_) {
    if (voice.cue >= 0) {
      const CueEntry& cue = v_.lexicon.cues[echo.cue_entry];
      echo.derivation.push_back({"match", cue.id, echo.cue,
                                 std::string("cue ") + cue.lemma,
                                 pb::POLARITY_UNSPECIFIED});
    }
    echo.derivation.push_back(
        {"frame", "echo", voice.mention, "holder", echo.polarity});
  }
  out_.push_back(std::move(echo));
}

template <typename Turn>
void Ellipses::Repeat(const Range& range, const Voice& voice,
                      const Turn& turn) {
  for (int32_t entity : voice.entities) {
    const int32_t holder = HolderOf(entity);
    for (size_t model = range.first; model < range.end; ++model) {
      if (out_[model].holder == holder) continue;
      const Polarity polarity = turn(out_[model].polarity);
      if (polarity == pb::POLARITY_UNSPECIFIED) continue;
      Say(model, holder, polarity, voice);
    }
  }
}

template <typename Turn>
void Ellipses::RepeatFor(int32_t verb, int32_t subject, const Turn& turn) {
  const Range range = Last(pb::POLARITY_UNSPECIFIED);
  for (int32_t g = subject; g >= 0; g = v_.At(g).next_conjunct) {
    if (!CanHold(v_, g)) continue;
    const Resolution& who = mentions_.Who(g, -1);
    Repeat(range, {who.entities, who.mention, who.sieve, v_.At(verb).head, -1},
           turn);
  }
}

bool Ellipses::Again(const FiredFrame& fired, Polarity polarity) {
  const Range range = Last(fired.frame->echoed);
  if (range.first == range.end || polarity == pb::POLARITY_NEUTRAL) {
    return false;
  }
  Repeat(range,
         {fired.holders, fired.holder_mention, fired.sieve, fired.frame->unit,
          static_cast<int32_t>(fired.frame->cue)},
         [&](Polarity of) {
           // Who shares no view shares none.
           if (of == pb::POLARITY_NEUTRAL) return pb::POLARITY_UNSPECIFIED;
           return polarity == pb::POLARITY_SUPPORTS ? of : Opposite(of);
         });
  return true;
}

// "So did Kuwait", "as does the union": the stance found last, for another
// holder.
bool Ellipses::Echo(int32_t verb) {
  if (!v_.syntax.any.Has(pb::FUNCTION_ROLE_ECHO)) return false;
  // "as does", or within the group: "so did".
  const Unit& first = v_.units[v_.At(verb).begin];
  // "So, | to general surprise, | did".
  const bool parted = v_.Is(verb - 1, GroupKind::kComma) &&
                      v_.Is(1, GroupKind::kComma) &&
                      v_.Head(0).Has(pb::FUNCTION_ROLE_ECHO);
  if (!first.Has(pb::FUNCTION_ROLE_ECHO) && !parted &&
      (verb == 0 || !v_.Head(verb - 1).Has(pb::FUNCTION_ROLE_ECHO))) {
    return false;
  }
  const int32_t subject = ObjectOf(v_, verb);
  if (subject < 0 || !v_.Is(subject, GroupKind::kNoun)) return false;
  // "Nor is Israel | won over": there is another verb.
  if (v_.Is(v_.LastConjunct(subject) + 1, GroupKind::kVerb)) return false;
  if (out_.empty() || out_.back().sentence_index + 1 < v_.index) return false;
  RepeatFor(verb, subject, [](Polarity polarity) { return polarity; });
  return true;
}

// "France voted against it; Italy did not": the stance found last, kept or
// turned round.
bool Ellipses::Shortened(int32_t verb) {
  if (out_.empty() || out_.back().sentence_index + 1 < v_.index) return false;
  // Behind most auxiliaries the clause goes on.
  bool denied = false;
  int32_t after = verb + 1;
  for (; v_.Is(after, GroupKind::kAdverb); ++after) {
    denied ^= v_.Head(after).Is(kNegation);
  }
  if (after < v_.syntax.size() && !v_.Is(after, GroupKind::kBreak) &&
      !v_.Is(after, GroupKind::kComma) &&
      !v_.Is(after, GroupKind::kCoordinator)) {
    return false;
  }
  const Clause& clause = v_.ClauseOf(verb);
  if (clause.verb != verb || clause.subject < 0 || clause.subject > verb ||
      !CanHold(v_, clause.subject) || v_.At(clause.subject).negative ||
      (clause.kind == ClauseKind::kSubordinate &&
       !v_.Head(clause.opener).Has(pb::FUNCTION_ROLE_ECHO))) {
    return false;
  }
  const bool negated = IsNegated(v_, verb) != denied;
  const FoundStance& last = out_.back();
  // "Peru rejects it. Israel is | abroad": only of "is for it" or "is against
  // it" an auxiliary is left.
  if (v_.Head(verb).Is(kBe) && after > verb + 1 && !negated && IsFull(last)) {
    return false;
  }
  bool was_negated = last.negated;
  if (last.sentence_index == v_.index) {
    const int32_t full = VerbOf(last, verb);
    if (full < 0 || v_.ClauseOf(full).subject == clause.subject) return false;
    was_negated = IsNegated(v_, full);
  } else if (last.sentence_index + 1 != v_.index || !IsWholeSentence(verb)) {
    return false;
  }
  RepeatFor(verb, clause.subject, [&](Polarity polarity) {
    if (negated == was_negated) return polarity;
    return negated && polarity == pb::POLARITY_OPPOSES ? Negate(polarity)
                                                       : Opposite(polarity);
  });
  return true;
}

Ellipses::Range Ellipses::LastShare() const {
  // Of the stances found since.
  constexpr size_t kFarthest = 8;
  for (size_t end = out_.size(), steps = 0; end > 0 && steps < kFarthest;
       --end, ++steps) {
    const FoundStance& stance = out_[end - 1];
    if (stance.sentence_index + 1 < v_.index) break;
    if (IsShare(v_.lexicon, d_.entities[stance.holder].name)) {
      return {end - 1, end};
    }
  }
  return {0, 0};
}

bool Ellipses::ToldShare(int32_t verb) {
  if (!v_.syntax.any.MayBe(kNumberWord) || !v_.Head(verb).Is(kBe) ||
      out_.empty() || out_.back().sentence_index + 1 < v_.index) {
    return false;
  }
  const int32_t subject = v_.ClauseOf(verb).subject;
  const int32_t share = ObjectOf(v_, verb);
  if (subject < 0 || subject > verb || share < 0 ||
      !v_.Is(share, GroupKind::kNoun) || !IsPercentage(v_, share)) {
    return false;
  }
  const int32_t cue = NamesShare(v_, subject);
  const int32_t whose = cue == kNoShare ? -1 : WhereShareIs(v_, subject, share);
  if (whose < 0) return false;
  const Range range = LastShare();
  if (range.first == range.end) return false;
  for (int32_t g = whose; g >= 0; g = v_.At(g).next_conjunct) {
    if (!CanHold(v_, g)) continue;
    const Resolution& who = mentions_.Who(g, -1);
    Repeat(range,
           {who.entities, who.mention, who.sieve, v_.At(subject).head, cue},
           [](Polarity polarity) { return polarity; });
  }
  return true;
}

bool Ellipses::IsFull(const FoundStance& stance) const {
  if (v_.lexicon.cues[stance.cue_entry].word_class != pb::WORD_CLASS_VERB) {
    return false;
  }
  const std::string_view cue = v_.TextOf(stance.cue);
  const std::string_view first = cue.substr(0, cue.find(' '));
  return (v_.lexicon.Word(v_.lexicon.Find(first)).classes & kBe) == 0;
}

bool Ellipses::IsWholeSentence(int32_t verb) const {
  int32_t end = verb + 1;
  while (v_.Is(end, GroupKind::kAdverb)) ++end;
  // "Fishermen did not: | it would kill the river", "did not, | saying so"; but
  // "Israel is: | anything else would be folly".
  const bool explained =
      v_.Head(verb).Is(kDo | kModal) &&
      (v_.Is(end, GroupKind::kBreak) ||
       (v_.Is(end, GroupKind::kComma) && v_.Is(end + 1, GroupKind::kVerb) &&
        v_.At(end + 1).form == VerbForm::kGerund));
  if (end + 1 < v_.syntax.size() && !explained) return false;
  for (int32_t g = 0; g < verb; ++g) {
    if (v_.Is(g, GroupKind::kVerb)) return false;
  }
  return true;
}

int32_t Ellipses::VerbOf(const FoundStance& stance, int32_t limit) const {
  if (stance.sentence_index != v_.index || stance.sentence.part != v_.part) {
    return -1;
  }
  for (int32_t g = limit - 1; g >= 0 && g >= limit - kVerbReach; --g) {
    if (v_.UnitSpan(v_.At(g).head).begin != stance.cue.begin) continue;
    if (v_.Is(g, GroupKind::kVerb)) return g;
    // "Peru is happy with it; Chile is not".
    const int32_t verb = v_.ClauseOf(g).verb;
    return verb >= 0 && verb < g && v_.At(verb).copula &&
                   v_.At(limit).form == VerbForm::kFinite
               ? verb
               : -1;
  }
  return -1;
}

}  // namespace stance
