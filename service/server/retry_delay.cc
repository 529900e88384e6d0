#include "service/server/retry_delay.h"

#include <algorithm>

namespace stance {
namespace {

constexpr double kMostOverLeast = 16;
constexpr double kShareToRefuse = 0.2;
// What a share that is one too large adds to the delay, of itself.
constexpr double kGain = 0.2;

}  // namespace

std::chrono::milliseconds RetryDelayController::Update(uint64_t come,
                                                       uint64_t refused) {
  if (come != come_) {
    const double share = static_cast<double>(refused - refused_) /
                         static_cast<double>(come - come_);
    delay_ = std::clamp(delay_ * (1 + kGain * (share - kShareToRefuse)), least_,
                        kMostOverLeast * least_);
    come_ = come;
    refused_ = refused;
  }
  return std::chrono::milliseconds(static_cast<int64_t>(delay_));
}

}  // namespace stance
