#include "service/engine/stance/confidence.h"

#include <algorithm>
#include <cstring>

namespace stance {
namespace {

// Of a way that nobody has measured.
constexpr float kUnmeasured = 0.5f;

float Measured(const Lexicon& lexicon, std::string_view way,
               std::string_view suffix) {
  char key[64];
  if (way.size() + suffix.size() > sizeof(key)) return kUnmeasured;
  std::memcpy(key, way.data(), way.size());
  std::memcpy(key + way.size(), suffix.data(), suffix.size());
  const std::string_view full(key, way.size() + suffix.size());
  const auto it = std::lower_bound(
      lexicon.calibration.begin(), lexicon.calibration.end(), full,
      [](const auto& entry, std::string_view k) { return entry.first < k; });
  return it != lexicon.calibration.end() && it->first == full ? it->second
                                                              : kUnmeasured;
}

}  // namespace

float Confidence(const Lexicon& lexicon, std::string_view way, Sieve sieve,
                 Factuality factuality, bool uncertain) {
  const bool named = sieve == Sieve::kName || sieve == Sieve::kSurname ||
                     sieve == Sieve::kOffice || sieve == Sieve::kGroup;
  float confidence = Measured(lexicon, way, named ? "/named" : "/coreference");
  if (factuality == lexicon::v1::FACTUALITY_CONDITIONAL) {
    confidence *= Measured(lexicon, "factor", "/conditional");
  }
  if (uncertain) confidence *= Measured(lexicon, "factor", "/uncertain");
  return confidence;
}

}  // namespace stance
