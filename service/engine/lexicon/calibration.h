// The ways in which stances are found, the precision measured for each, and the
// signs by which one is surer than another that was found in the same way.

#ifndef STANCE_ENGINE_LEXICON_CALIBRATION_H_
#define STANCE_ENGINE_LEXICON_CALIBRATION_H_

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace stance {

// What kind of words showed the stance.
enum class Way : uint8_t {
  kVerb,
  kNoun,
  kAdjective,
  kPhrase,
  kVerdict,    // the holder is the speaker: "It is a mistake, he said"
  kEvaluated,  // a verb with a verdict: "called it a mistake"
  kContext,    // the target is what the text is about
  kEcho,       // "so did Kuwait"
  kDerived,    // follows from another stance
};
// As the lexicon's calibration names them, in the order of Way.
inline constexpr std::array<std::string_view, 9> kWayNames = {
    "verb",      "noun",    "adjective", "phrase", "verdict",
    "evaluated", "context", "echo",      "derived"};

// What can be seen of a stance once it is found, and tells whether it is right.
enum class Sign : uint8_t {
  kTargetElsewhere,  // in another sentence than the cue
  kTargetKnown,      // an issue, or what the text has named before
  kTargetPronoun,    // "it", "that"
  kTargetActor,
  kTargetAroundCue,  // the cue is a part of its words
  kTargetFirst,      // before the cue
  kTargetBeside,     // right behind the cue
  kTargetFar,
  kTargetQuoted,
  kTargetCapital,
  kTargetLong,  // of six words or more
  kHolderElsewhere,
  kHolderCommon,  // written without a capital
  kHolderBeside,  // right before the cue
  kHolderKnown,   // to the lexicon
  kHolderOneWord,
  kHolderSpeaks,  // said by somebody who is named
  kCueQuoted,
  kCueLong,  // of three words or more
  kCueRare,  // measured on fewer than three stances
  kTurned,   // by negation or a shifter
  kReported,
  kConditional,
  kUncertain,  // the end of a doubtful chain
  kNeutral,
  kTitle,
  kSentenceShort,
  kSentenceModal,     // has a modal verb
  kSentenceRelative,  // has a relative clause
  kSentenceNegation,  // has a word of negation
  kSentenceMany,      // shows three stances or more
  kRepeated,          // shown by several sentences
};
// As the lexicon's calibration names them behind "sign/", in the order of Sign.
inline constexpr std::array<std::string_view, 32> kSignNames = {
    "target-elsewhere",
    "target-known",
    "target-pronoun",
    "target-actor",
    "target-around-cue",
    "target-first",
    "target-beside",
    "target-far",
    "target-quoted",
    "target-capital",
    "target-long",
    "holder-elsewhere",
    "holder-common",
    "holder-beside",
    "holder-known",
    "holder-one-word",
    "holder-speaks",
    "cue-quoted",
    "cue-long",
    "cue-rare",
    "turned",
    "reported",
    "conditional",
    "uncertain",
    "neutral",
    "title",
    "sentence-short",
    "sentence-modal",
    "sentence-relative",
    "sentence-negation",
    "sentence-many",
    "repeated"};
static_assert(kSignNames.size() == static_cast<size_t>(Sign::kRepeated) + 1);
static_assert(kSignNames.size() <= 32);  // bits of Signs

// A set of signs: bit 1 << Sign for each.
using Signs = uint32_t;
constexpr Signs Bit(Sign sign) { return Signs{1} << static_cast<int>(sign); }

class Calibration {
 public:
  // Log-odds of a precision; of 0 and 1 those of the next thousandth.
  static float ToLogOdds(float precision);

  // Of stances found in that way that have no signs: the log-odds of their
  // being right. `named`: the holder is named there or nearby, not told by
  // coreference.
  float LogOdds(Way way, bool named) const {
    return ways_[2 * static_cast<size_t>(way) + (named ? 0 : 1)];
  }
  // What a sign adds to the log-odds of the precision.
  float LogOdds(Sign sign) const { return signs_[static_cast<size_t>(sign)]; }

  // Sets what the lexicon calls `name`: "verb/named", "verb/coreference". False
  // where there is no such way.
  bool SetPrecision(std::string_view name, float precision);
  // The same of a sign: "sign/target-far".
  bool SetLogOdds(std::string_view name, float log_odds);

 private:
  // By way, named and not; as good as a coin where nobody has measured it.
  std::array<float, 2 * kWayNames.size()> ways_ = {};
  std::array<float, kSignNames.size()> signs_ = {};
};

}  // namespace stance

#endif  // STANCE_ENGINE_LEXICON_CALIBRATION_H_
