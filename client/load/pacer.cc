#include "client/load/pacer.h"

#include <algorithm>

namespace stance::client {

Pacer::Time Pacer::DueAt(uint64_t number) const {
  return start_ + std::chrono::nanoseconds(static_cast<int64_t>(
                      static_cast<double>(number) / pace_.rate * 1e9));
}

std::optional<Pacer::Turn> Pacer::Next(Time now) {
  const bool ends = pace_.duration.count() > 0;
  const Time end = measured_from() + pace_.duration;
  if (ends && now >= end) return std::nullopt;
  uint64_t number = turns_++;
  // What the warm-up left undone is no load on what is measured.
  while (pace_.rate > 0 && now >= measured_from() &&
         DueAt(number) < measured_from()) {
    number = turns_++;
  }
  Turn turn{.due = pace_.rate > 0 ? DueAt(number) : now, .number = number};
  turn.measured = turn.due >= measured_from();
  if (ends && turn.due >= end) return std::nullopt;
  if (turn.measured && pace_.count > 0 && measured_++ >= pace_.count) {
    return std::nullopt;
  }
  return turn;
}

uint64_t Pacer::NotTaken(Time end) const {
  if (pace_.rate <= 0 || pace_.duration.count() == 0) return 0;
  const Time last = std::min(end, measured_from() + pace_.duration);
  uint64_t missed = 0;
  for (uint64_t number = turns_; DueAt(number) < last; ++number) {
    if (pace_.count > 0 && measured_ + missed >= pace_.count) break;
    missed += DueAt(number) >= measured_from();
  }
  return missed;
}

}  // namespace stance::client
