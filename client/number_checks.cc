#include "client/number_checks.h"

#include <cstdint>

#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"

namespace stance::client {
namespace {

std::string CheckFrom(uint64_t least, const std::string& text) {
  uint64_t count = 0;
  if (absl::SimpleAtoi(text, &count) && count >= least) return {};
  return absl::StrCat("\"", text, "\" is no whole number from ", least, " on");
}

}  // namespace

std::string CheckConfidence(const std::string& text) {
  double confidence = 0;
  // Also false for what is no number.
  if (absl::SimpleAtod(text, &confidence) && confidence >= 0 &&
      confidence <= 1) {
    return {};
  }
  return absl::StrCat("\"", text, "\" is not between 0 and 1");
}

std::string CheckCount(const std::string& text) { return CheckFrom(0, text); }

std::string CheckPositiveCount(const std::string& text) {
  return CheckFrom(1, text);
}

}  // namespace stance::client
