#include "service/engine/stance/ellipsis.h"

#include <utility>

#include "service/engine/stance/composition.h"
#include "service/engine/stance/confidence.h"
#include "service/engine/stance/mention_parts.h"
#include "service/engine/stance/targets.h"

namespace stance {
namespace {

namespace pb = lexicon::v1;

// How many groups back the verb may stand that is left out.
constexpr int32_t kReach = 40;

}  // namespace

bool Ellipses::Take(int32_t verb) { return Echo(verb) || Shortened(verb); }

template <typename Turn>
void Ellipses::Repeat(int32_t verb, int32_t subject, const Turn& turn) {
  const size_t last = out_.size();
  size_t first = last - 1;
  while (first > 0 &&
         out_[first - 1].sentence_index == out_[last - 1].sentence_index &&
         out_[first - 1].cue.begin == out_[last - 1].cue.begin &&
         out_[first - 1].holder == out_[last - 1].holder) {
    --first;
  }
  for (int32_t g = subject; g >= 0; g = v_.At(g).next_conjunct) {
    if (!CanHold(v_, g)) continue;
    const Resolution& who = mentions_.Who(g, -1);
    for (int32_t entity : who.entities) {
      for (size_t model = first; model < last; ++model) {
        FoundStance echo = out_[model];
        echo.polarity = turn(echo.polarity);
        echo.derivation.clear();
        echo.sentence = v_.Span(v_.sentence.begin, v_.sentence.end);
        echo.sentence_index = v_.index;
        echo.cue = v_.UnitSpan(v_.At(verb).head);
        echo.confidence = Confidence(v_.lexicon.calibration, Way::kEcho,
                                     who.sieve, echo.factuality, false);
        echo.holder = entity;
        echo.holder_mention = who.mention;
        if (d_.entities[entity].represents >= 0) {
          echo.holder = d_.entities[entity].represents;
        }
        if (explain_) {
          echo.derivation.push_back(
              {"frame", "echo", who.mention, "holder", echo.polarity});
        }
        out_.push_back(std::move(echo));
      }
    }
  }
}

// "So did Kuwait", "as does the union": the stance found last, for another
// holder.
bool Ellipses::Echo(int32_t verb) {
  // "as does", or within the group: "so did".
  const Unit& first = v_.units[v_.At(verb).begin];
  if (!first.Has(pb::FUNCTION_ROLE_ECHO) &&
      (verb == 0 || !v_.Head(verb - 1).Has(pb::FUNCTION_ROLE_ECHO))) {
    return false;
  }
  const int32_t subject = ObjectOf(v_, verb);
  if (subject < 0 || !v_.Is(subject, GroupKind::kNoun)) return false;
  if (out_.empty()) return false;
  // Only what was said in this sentence or the one before.
  if (out_.back().sentence_index + 1 < v_.index) return false;
  Repeat(verb, subject, [](Polarity polarity) { return polarity; });
  return true;
}

// "France voted against it; Italy did not": the stance found last, kept or
// turned round.
bool Ellipses::Shortened(int32_t verb) {
  if (out_.empty()) return false;
  const Clause& clause = v_.ClauseOf(verb);
  if (clause.verb != verb || clause.subject < 0 || clause.subject > verb ||
      !CanHold(v_, clause.subject) || v_.At(clause.subject).negative ||
      (clause.kind == ClauseKind::kSubordinate &&
       !v_.Head(clause.opener).Has(pb::FUNCTION_ROLE_ECHO))) {
    return false;
  }
  bool negated = IsNegated(v_, verb);
  int32_t after = verb + 1;
  for (; v_.Is(after, GroupKind::kAdverb); ++after) {
    negated ^= v_.Head(after).Is(kNegation);
  }
  if (after < v_.syntax.size() && !v_.Is(after, GroupKind::kBreak) &&
      !v_.Is(after, GroupKind::kComma) &&
      !v_.Is(after, GroupKind::kCoordinator)) {
    return false;
  }
  const int32_t full = VerbOf(out_.back(), verb);
  if (full < 0 || v_.ClauseOf(full).subject == clause.subject) return false;
  const bool was_negated = IsNegated(v_, full);
  Repeat(verb, clause.subject, [&](Polarity polarity) {
    if (negated == was_negated) return polarity;
    return negated ? Negate(polarity) : Apply(pb::EFFECT_REVERSE, polarity);
  });
  return true;
}

int32_t Ellipses::VerbOf(const FoundStance& stance, int32_t limit) const {
  if (stance.sentence_index != v_.index) return -1;
  for (int32_t g = limit - 1; g >= 0 && g >= limit - kReach; --g) {
    if (v_.Is(g, GroupKind::kVerb) &&
        v_.UnitSpan(v_.At(g).head).begin == stance.cue.begin) {
      return g;
    }
  }
  return -1;
}

}  // namespace stance
