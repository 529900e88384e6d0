#include "service/server/shedding.h"

#include <algorithm>

namespace stance {
namespace {

// What a wait of one target too long adds, and what a wait that grows by one
// target does. Small shares change in small steps, or they would swing.
constexpr double kProportion = 0.02;
constexpr double kTrend = 0.2;

double Step(double share) {
  if (share < 0.01) return 0.125;
  if (share < 0.1) return 0.5;
  return 1;
}

}  // namespace

double SheddingController::Update(std::chrono::nanoseconds wait) {
  waits_[next_] =
      static_cast<double>(wait.count()) / static_cast<double>(target_.count());
  next_ = (next_ + 1) % waits_.size();
  const double now = *std::min_element(waits_.begin(), waits_.end());
  const double change = kProportion * (std::min(now, 5.0) - 1) +
                        kTrend * std::clamp(now - last_, -2.0, 2.0);
  share_ = std::clamp(share_ + Step(share_) * change, 0.0, 0.98);
  if (now < 0.1 && last_ < 0.1) share_ *= 0.9;
  last_ = now;
  return share_;
}

}  // namespace stance
