#include "service/engine/stance/confidence.h"

namespace stance {

float Confidence(const Calibration& calibration, Way way, Sieve sieve,
                 Factuality factuality, bool uncertain) {
  const bool named = sieve == Sieve::kName || sieve == Sieve::kSurname ||
                     sieve == Sieve::kOffice || sieve == Sieve::kGroup;
  float confidence = calibration.Precision(way, named);
  if (factuality == lexicon::v1::FACTUALITY_CONDITIONAL) {
    confidence *= calibration.conditional();
  }
  if (uncertain) confidence *= calibration.uncertain();
  return confidence;
}

}  // namespace stance
