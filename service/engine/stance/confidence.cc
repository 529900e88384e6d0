#include "service/engine/stance/confidence.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <string>
#include <string_view>

#include "absl/strings/ascii.h"
#include "absl/strings/str_format.h"
#include "service/engine/lexicon/concat.h"

namespace stance {
namespace {

namespace pb = lexicon::v1;

// From where on, in bytes: a target is far, a sentence is short.
constexpr uint32_t kFar = 30;
constexpr uint32_t kShort = 80;
// Words that make a cue long, and a target; stances that make a sentence show
// many.
constexpr size_t kLong = 3;
constexpr size_t kLongTarget = 6;
constexpr size_t kMany = 3;

// In hundredths, so that the last bits of std::exp() are nobody's concern.
float Probability(float log_odds) {
  return std::round(100 / (1 + std::exp(-log_odds))) / 100;
}

bool IsNamed(Sieve sieve) {
  return sieve == Sieve::kName || sieve == Sieve::kSurname ||
         sieve == Sieve::kOffice || sieve == Sieve::kGroup;
}

size_t CountWords(std::string_view phrase) {
  return phrase.empty() ? 0
                        : 1 + static_cast<size_t>(std::count(
                                  phrase.begin(), phrase.end(), ' '));
}

bool Holds(const Mention& around, const Mention& inside) {
  return around.part == inside.part && around.begin <= inside.begin &&
         inside.begin < around.end;
}

class Rater {
 public:
  Rater(const Lexicon& lexicon, const PartTexts& parts,
        const Discourse& discourse)
      : lexicon_(lexicon), parts_(parts), d_(discourse) {}

  // `beside`: how many stances the sentence shows.
  Signs SignsOf(const FoundStance& stance, size_t beside) const {
    Signs signs = TargetSigns(stance) | HolderSigns(stance);
    const auto set = [&](Sign sign, bool holds) {
      if (holds) signs |= Bit(sign);
    };
    set(Sign::kCueQuoted, stance.quoted);
    set(Sign::kCueLong, CountWords(parts_.Of(stance.cue)) >= kLong);
    set(Sign::kCueRare, lexicon_.cues[stance.cue_entry].rare);
    set(Sign::kTurned, stance.turned);
    set(Sign::kReported, stance.factuality == pb::FACTUALITY_REPORTED);
    set(Sign::kConditional, stance.factuality == pb::FACTUALITY_CONDITIONAL);
    set(Sign::kUncertain, stance.uncertain);
    set(Sign::kNeutral, stance.polarity == pb::POLARITY_NEUTRAL);
    set(Sign::kTitle, stance.sentence.part == Part::kTitle);
    set(Sign::kSentenceShort,
        stance.sentence.end - stance.sentence.begin < kShort);
    set(Sign::kSentenceModal, (stance.sentence_classes & kModal) != 0);
    set(Sign::kSentenceRelative, (stance.sentence_classes & kRelative) != 0);
    set(Sign::kSentenceNegation, (stance.sentence_classes & kNegation) != 0);
    set(Sign::kSentenceMany, beside >= kMany);
    return signs;
  }

  float Rate(const FoundStance& stance, Signs signs) const {
    const Calibration& calibration = lexicon_.calibration;
    float log_odds = calibration.LogOdds(stance.way, IsNamed(stance.sieve));
    // What follows from others has been measured by nobody.
    if (stance.way == Way::kDerived) return Probability(log_odds);
    log_odds += lexicon_.cues[stance.cue_entry].log_odds;
    for (Signs rest = signs; rest != 0; rest &= rest - 1) {
      log_odds +=
          calibration.LogOdds(static_cast<Sign>(std::countr_zero(rest)));
    }
    return Probability(log_odds);
  }

 private:
  Signs TargetSigns(const FoundStance& stance) const {
    Signs signs = 0;
    const auto set = [&](Sign sign, bool holds) {
      if (holds) signs |= Bit(sign);
    };
    const Mention& target = stance.target;
    const Mention& cue = stance.cue;
    set(Sign::kTargetKnown, stance.issue >= 0 || !stance.antecedent.empty());
    set(Sign::kTargetActor, stance.target_entity >= 0);
    set(Sign::kTargetQuoted, stance.target_quoted);
    const std::string_view phrase = parts_.Of(target);
    set(Sign::kTargetCapital,
        !phrase.empty() && absl::ascii_isupper(phrase.front()));
    constexpr uint32_t kTakesUp = kPronoun | kRelative | kInterrogative;
    set(Sign::kTargetLong, CountWords(phrase) >= kLongTarget);
    const uint32_t first = FirstWord(phrase).classes;
    set(Sign::kTargetPronoun,
        (first & kTakesUp) != 0 && (first & kPossessivePronoun) == 0);
    if (!Holds(stance.sentence, target)) {
      signs |= Bit(Sign::kTargetElsewhere);
    } else if (Holds(target, cue)) {
      signs |= Bit(Sign::kTargetAroundCue);
    } else if (target.begin < cue.begin) {
      signs |= Bit(Sign::kTargetFirst);
    } else {
      const uint32_t between = target.begin - std::min(target.begin, cue.end);
      set(Sign::kTargetBeside, between <= 1);
      set(Sign::kTargetFar, between > kFar);
    }
    return signs;
  }

  Signs HolderSigns(const FoundStance& stance) const {
    Signs signs = 0;
    const auto set = [&](Sign sign, bool holds) {
      if (holds) signs |= Bit(sign);
    };
    const Mention& holder = stance.holder_mention;
    const std::string_view name = parts_.Of(holder);
    set(Sign::kHolderCommon,
        !name.empty() && absl::ascii_islower(name.front()));
    set(Sign::kHolderOneWord, CountWords(name) == 1);
    set(Sign::kHolderKnown, d_.entities[stance.holder].actor >= 0);
    set(Sign::kHolderSpeaks, !stance.speakers.empty());
    const bool here = Holds(stance.sentence, holder);
    set(Sign::kHolderElsewhere, !here);
    set(Sign::kHolderBeside, here && holder.end <= stance.cue.begin &&
                                 stance.cue.begin - holder.end <= 1);
    return signs;
  }

  const WordInfo& FirstWord(std::string_view phrase) const {
    return lexicon_.Word(
        lexicon_.vocabulary.Find(phrase.substr(0, phrase.find(' '))));
  }

  const Lexicon& lexicon_;
  const PartTexts& parts_;
  const Discourse& d_;
};

// "0.74 (verb/named: target-far, reported)".
std::string Grounds(const FoundStance& stance, Signs signs) {
  std::string grounds =
      Concat(std::string(absl::StrFormat("%.2f", stance.confidence)), " (",
             kWayNames[static_cast<size_t>(stance.way)],
             IsNamed(stance.sieve) ? "/named" : "/coreference");
  std::string_view separator = ": ";
  for (size_t i = 0; i < kSignNames.size(); ++i) {
    if ((signs >> i & 1) == 0) continue;
    grounds += Concat(separator, kSignNames[i]);
    separator = ", ";
  }
  return grounds + ')';
}

}  // namespace

void RateStances(const Lexicon& lexicon, const PartTexts& parts,
                 const Discourse& discourse, bool explain,
                 std::vector<FoundStance>* stances) {
  const Rater rater(lexicon, parts, discourse);
  for (auto first = stances->begin(); first != stances->end();) {
    const auto end =
        std::find_if(first, stances->end(), [&](const FoundStance& other) {
          return other.sentence_index != first->sentence_index ||
                 other.sentence.part != first->sentence.part;
        });
    const size_t beside = static_cast<size_t>(end - first);
    for (; first != end; ++first) {
      const Signs signs = rater.SignsOf(*first, beside);
      first->confidence = rater.Rate(*first, signs);
      if (!explain) continue;
      first->derivation.push_back(
          {"confidence", lexicon.cues[first->cue_entry].id, first->cue,
           Grounds(*first, signs), first->polarity});
    }
  }
}

float RepeatedConfidence(const Calibration& calibration, float confidence) {
  return Probability(Calibration::ToLogOdds(confidence) +
                     calibration.LogOdds(Sign::kRepeated));
}

}  // namespace stance
