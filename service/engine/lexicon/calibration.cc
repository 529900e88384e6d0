#include "service/engine/lexicon/calibration.h"

#include <algorithm>
#include <cmath>

namespace stance {

float Calibration::ToLogOdds(float precision) {
  const float p = std::clamp(precision, 0.001f, 0.999f);
  return std::log(p / (1 - p));
}

bool Calibration::SetPrecision(std::string_view name, float precision) {
  const size_t slash = name.find('/');
  if (slash == std::string_view::npos) return false;
  const std::string_view holder = name.substr(slash + 1);
  if (holder != "named" && holder != "coreference") return false;
  const auto way =
      std::find(kWayNames.begin(), kWayNames.end(), name.substr(0, slash));
  if (way == kWayNames.end()) return false;
  ways_[2 * (way - kWayNames.begin()) + (holder == "named" ? 0 : 1)] =
      ToLogOdds(precision);
  return true;
}

bool Calibration::SetLogOdds(std::string_view name, float log_odds) {
  constexpr std::string_view kSign = "sign/";
  if (!name.starts_with(kSign)) return false;
  name.remove_prefix(kSign.size());
  const auto sign = std::find(kSignNames.begin(), kSignNames.end(), name);
  if (sign == kSignNames.end()) return false;
  signs_[sign - kSignNames.begin()] = log_odds;
  return true;
}

}  // namespace stance
