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

// Adds the sign where it holds.
void Add(Sign sign, bool holds, Signs* signs) {
  if (holds) *signs |= Bit(sign);
}

class Rater {
 public:
  Rater(const Lexicon& lexicon, const PartTexts& parts,
        const Discourse& discourse)
      : lexicon_(lexicon), parts_(parts), d_(discourse) {}

  // `beside`: how many stances the sentence shows.
  Signs SignsOf(const FoundStance& stance, size_t beside) const {
    Signs signs = 0;
    AddTargetSigns(stance, &signs);
    AddHolderSigns(stance, &signs);
    Add(Sign::kCueQuoted, stance.quoted, &signs);
    Add(Sign::kCueLong, CountWords(parts_.Of(stance.cue)) >= kLong, &signs);
    Add(Sign::kCueRare, lexicon_.cues[stance.cue_entry].rare, &signs);
    Add(Sign::kTurned, stance.turned, &signs);
    Add(Sign::kReported, stance.factuality == pb::FACTUALITY_REPORTED, &signs);
    Add(Sign::kConditional, stance.factuality == pb::FACTUALITY_CONDITIONAL,
        &signs);
    Add(Sign::kUncertain, stance.uncertain, &signs);
    Add(Sign::kNeutral, stance.polarity == pb::POLARITY_NEUTRAL, &signs);
    Add(Sign::kTitle, stance.sentence.part == Part::kTitle, &signs);
    Add(Sign::kSentenceShort,
        stance.sentence.end - stance.sentence.begin < kShort, &signs);
    Add(Sign::kSentenceModal, (stance.sentence_classes & kModal) != 0, &signs);
    Add(Sign::kSentenceRelative, (stance.sentence_classes & kRelative) != 0,
        &signs);
    Add(Sign::kSentenceNegation, (stance.sentence_classes & kNegation) != 0,
        &signs);
    Add(Sign::kSentenceMany, beside >= kMany, &signs);
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
  void AddTargetSigns(const FoundStance& stance, Signs* signs) const {
    const Mention& target = stance.target;
    const Mention& cue = stance.cue;
    Add(Sign::kTargetKnown, stance.issue >= 0 || !stance.antecedent.empty(),
        signs);
    Add(Sign::kTargetActor, stance.target_entity >= 0, signs);
    Add(Sign::kTargetQuoted, stance.target_quoted, signs);
    const std::string_view phrase = parts_.Of(target);
    Add(Sign::kTargetCapital,
        !phrase.empty() && absl::ascii_isupper(phrase.front()), signs);
    constexpr uint32_t kTakesUp = kPronoun | kRelative | kInterrogative;
    Add(Sign::kTargetLong, CountWords(phrase) >= kLongTarget, signs);
    const uint32_t first = FirstWord(phrase).classes;
    Add(Sign::kTargetPronoun,
        (first & kTakesUp) != 0 && (first & kPossessivePronoun) == 0, signs);
    if (!Holds(stance.sentence, target)) {
      *signs |= Bit(Sign::kTargetElsewhere);
    } else if (Holds(target, cue)) {
      *signs |= Bit(Sign::kTargetAroundCue);
    } else if (target.begin < cue.begin) {
      *signs |= Bit(Sign::kTargetFirst);
    } else {
      const uint32_t between = target.begin - std::min(target.begin, cue.end);
      Add(Sign::kTargetBeside, between <= 1, signs);
      Add(Sign::kTargetFar, between > kFar, signs);
    }
  }

  void AddHolderSigns(const FoundStance& stance, Signs* signs) const {
    const Mention& holder = stance.holder_mention;
    const std::string_view name = parts_.Of(holder);
    Add(Sign::kHolderCommon, !name.empty() && absl::ascii_islower(name.front()),
        signs);
    Add(Sign::kHolderOneWord, CountWords(name) == 1, signs);
    Add(Sign::kHolderKnown, d_.entities[stance.holder].actor >= 0, signs);
    Add(Sign::kHolderSpeaks, !stance.speakers.empty(), signs);
    const bool here = Holds(stance.sentence, holder);
    Add(Sign::kHolderElsewhere, !here, signs);
    Add(Sign::kHolderBeside,
        here && holder.end <= stance.cue.begin &&
            stance.cue.begin - holder.end <= 1,
        signs);
  }

  const WordInfo& FirstWord(std::string_view phrase) const {
    return lexicon_.Word(
        lexicon_.vocabulary.Find(phrase.substr(0, phrase.find(' '))));
  }

  const Lexicon& lexicon_;
  const PartTexts& parts_;
  const Discourse& d_;
};

std::string InHundredths(float confidence) {
  return std::string(absl::StrFormat("%.2f", confidence));
}

// "0.74 (verb/named: target-far, reported)".
std::string Grounds(const FoundStance& stance, Signs signs) {
  std::string grounds =
      Concat(InHundredths(stance.confidence), " (",
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

void RateRepeated(const Calibration& calibration, bool explain,
                  Stance* stance) {
  // What follows from others has been measured by nobody.
  if (stance->derived) return;
  stance->confidence = Probability(Calibration::ToLogOdds(stance->confidence) +
                                   calibration.LogOdds(Sign::kRepeated));
  if (!explain) return;
  stance->evidence[0].derivation.push_back(
      {"confidence",
       {},
       {},
       Concat(InHundredths(stance->confidence), " (",
              kSignNames[static_cast<size_t>(Sign::kRepeated)], ")"),
       stance->polarity});
}

}  // namespace stance
