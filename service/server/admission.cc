#include "service/server/admission.h"

#include <random>

#include "absl/strings/str_cat.h"
#include "service/server/errors.h"
#include "service/server/thread_random.h"

namespace stance {
namespace {

// Calls that wait, from which on they are a queue.
constexpr uint64_t kQueue = 32;

// Those who are refused stay away until the present queue has passed, twice
// over: they are spread over the time around that.
std::chrono::milliseconds LeastRetryDelay(const AdmissionLimits& limits) {
  return 2 * (limits.max_wait + std::chrono::milliseconds(50));
}

}  // namespace

Admission::Admission(const AdmissionLimits& limits)
    : limits_(limits),
      controller_(limits.max_wait / 2),
      retry_controller_(LeastRetryDelay(limits)),
      retry_delay_(LeastRetryDelay(limits).count()) {}

Refusal Admission::Enter(size_t bytes) {
  entered_.fetch_add(1, kRelaxed);
  const auto size = static_cast<int64_t>(bytes);
  if (in_flight_.fetch_add(1, kRelaxed) >= limits_.max_in_flight) {
    in_flight_.fetch_sub(1, kRelaxed);
    return Refusal::kInFlight;
  }
  // One that is alone is always taken.
  const int64_t before = bytes_.fetch_add(size, kRelaxed);
  if (before != 0 && before + size > limits_.max_in_flight_bytes) {
    Leave(bytes);
    return Refusal::kInFlightBytes;
  }
  return Refusal::kNone;
}

void Admission::EnterStreamed(size_t bytes) {
  entered_.fetch_add(1, kRelaxed);
  in_flight_.fetch_add(1, kRelaxed);
  bytes_.fetch_add(static_cast<int64_t>(bytes), kRelaxed);
}

void Admission::Leave(size_t bytes) {
  in_flight_.fetch_sub(1, kRelaxed);
  bytes_.fetch_sub(static_cast<int64_t>(bytes), kRelaxed);
}

Refusal Admission::MayBegin(std::chrono::nanoseconds waited) const {
  if (waited > limits_.max_wait) return Refusal::kWait;
  const uint32_t share = share_.load(kRelaxed);
  if (share == 0) return Refusal::kNone;
  return static_cast<uint32_t>(ThreadRandom()()) < share ? Refusal::kWait
                                                         : Refusal::kNone;
}

void Admission::ObserveUnseenWait(std::chrono::nanoseconds wait,
                                  uint64_t meanwhile) {
  if (meanwhile < kQueue) wait = std::chrono::nanoseconds(0);
  share_.store(static_cast<uint32_t>(controller_.Update(wait) * 0xFFFFFFFF),
               kRelaxed);
  retry_delay_.store(
      retry_controller_.Update(entered(), refused_.load(kRelaxed)).count(),
      kRelaxed);
}

absl::Status Admission::ToStatus(Refusal refusal) {
  refused_.fetch_add(1, kRelaxed);
  const int64_t average = retry_delay_.load(kRelaxed);
  std::uniform_int_distribution<int64_t> delay(average / 2, average * 3 / 2);
  const std::chrono::milliseconds retry(delay(ThreadRandom()));
  switch (refusal) {
    case Refusal::kNone:
      break;
    case Refusal::kInFlight:
      return Overloaded(
          absl::StrCat(limits_.max_in_flight, " articles are in flight"),
          "max-in-flight", retry);
    case Refusal::kInFlightBytes:
      return Overloaded(
          absl::StrCat("articles of ", limits_.max_in_flight_bytes,
                       " bytes are in flight"),
          "max-in-flight-bytes", retry);
    case Refusal::kWait:
      return Overloaded(absl::StrCat("articles wait for more than ",
                                     limits_.max_wait.count(), " ms"),
                        "max-wait", retry);
  }
  return absl::OkStatus();
}

}  // namespace stance
