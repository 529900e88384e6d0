// The ways in which stances are found, and the precision measured for each.

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

// Precision of stances, 0..1.
class Calibration {
 public:
  // Of a way that nobody has measured.
  static constexpr float kUnmeasured = 0.5f;

  // `named`: the holder is named there or nearby, not told by coreference.
  float Precision(Way way, bool named) const {
    return precision_[2 * static_cast<size_t>(way) + (named ? 0 : 1)];
  }
  // Factors for stances that are conditional, and for those at the end of a
  // doubtful chain.
  float conditional() const { return conditional_; }
  float uncertain() const { return uncertain_; }

  // Sets what the lexicon calls `name`: "verb/named", "verb/coreference",
  // "factor/conditional". False where there is no such way.
  bool Set(std::string_view name, float precision);

 private:
  static constexpr std::array<float, 2 * kWayNames.size()> Unmeasured() {
    std::array<float, 2 * kWayNames.size()> all{};
    all.fill(kUnmeasured);
    return all;
  }

  std::array<float, 2 * kWayNames.size()> precision_ = Unmeasured();
  float conditional_ = 1;
  float uncertain_ = 1;
};

}  // namespace stance

#endif  // STANCE_ENGINE_LEXICON_CALIBRATION_H_
