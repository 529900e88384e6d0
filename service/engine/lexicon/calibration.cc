#include "service/engine/lexicon/calibration.h"

namespace stance {

bool Calibration::Set(std::string_view name, float precision) {
  if (name == "factor/conditional") {
    conditional_ = precision;
    return true;
  }
  if (name == "factor/uncertain") {
    uncertain_ = precision;
    return true;
  }
  const size_t slash = name.find('/');
  if (slash == std::string_view::npos) return false;
  const std::string_view way = name.substr(0, slash);
  const std::string_view holder = name.substr(slash + 1);
  if (holder != "named" && holder != "coreference") return false;
  for (size_t i = 0; i < kWayNames.size(); ++i) {
    if (kWayNames[i] != way) continue;
    precision_[2 * i + (holder == "named" ? 0 : 1)] = precision;
    return true;
  }
  return false;
}

}  // namespace stance
