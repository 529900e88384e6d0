// What may be in flight at once, and what is refused so that the rest is
// answered in time.
//
// Past the point where a server is busy all the time, whatever it takes on only
// makes everyone wait; answers that come too late are work for nothing. So the
// number and the size of the articles in flight are bounded, and so is the time
// for which one may wait. What is over that is refused at once, and told when
// to come again.

#ifndef STANCE_SERVER_ADMISSION_H_
#define STANCE_SERVER_ADMISSION_H_

#include <atomic>
#include <chrono>
#include <cstddef>
#include <cstdint>

#include "absl/status/status.h"
#include "service/server/retry_delay.h"
#include "service/server/shedding.h"

namespace stance {

struct AdmissionLimits {
  // Articles that wait or are being classified.
  int64_t max_in_flight = 1000;
  // Bytes of their messages.
  int64_t max_in_flight_bytes = int64_t{256} << 20;
  // From its arrival to the moment at which its classification may begin.
  std::chrono::milliseconds max_wait{200};
};

// Which limit was met.
enum class Refusal { kNone, kInFlight, kInFlightBytes, kWait };

// Safe to use from any number of threads; atomic counters, no lock.
class Admission {
 public:
  explicit Admission(const AdmissionLimits& limits);

  // Takes a message of a call in, or says why not. Leave() follows where it was
  // taken.
  Refusal Enter(size_t bytes);
  // The same for a message of a stream, which is never refused: a stream has
  // one in flight at a time, and is slowed down by flow control instead.
  void EnterStreamed(size_t bytes);
  void Leave(size_t bytes);

  // Whether an article of a call may still be begun. `waited`: since the server
  // knows of it.
  Refusal MayBegin(std::chrono::nanoseconds waited) const;

  // Told at SheddingController's intervals how long a call waited before that,
  // and how many were taken in meanwhile, which is how many waited before it:
  // where those are few it is not they that it waited for. As many are refused
  // as keep the wait at half of max_wait, and stay away for as long as keeps
  // them few. One thread.
  void ObserveUnseenWait(std::chrono::nanoseconds wait, uint64_t meanwhile);

  // Messages taken in so far.
  uint64_t entered() const { return entered_.load(kRelaxed); }

  // What is answered: RESOURCE_EXHAUSTED, OVERLOADED, with the limit that was
  // met and a RetryInfo whose delay is that of RetryDelayController, give or
  // take a half. Once a refusal. REQUIRES: refusal != kNone.
  absl::Status ToStatus(Refusal refusal);

  // The share that ObserveUnseenWait has refused at present, 0 to 1.
  double refused_share() const {
    return static_cast<double>(share_.load(kRelaxed)) / 0xFFFFFFFF;
  }
  int64_t in_flight() const { return in_flight_.load(kRelaxed); }
  int64_t in_flight_bytes() const { return bytes_.load(kRelaxed); }

 private:
  static constexpr auto kRelaxed = std::memory_order_relaxed;

  const AdmissionLimits limits_;
  std::atomic<int64_t> in_flight_ = 0;
  std::atomic<int64_t> bytes_ = 0;
  std::atomic<uint64_t> entered_ = 0;
  std::atomic<uint64_t> refused_ = 0;
  SheddingController controller_;
  RetryDelayController retry_controller_;
  // To refuse, in 2^32nds.
  std::atomic<uint32_t> share_ = 0;
  // Of those refused, on average, in milliseconds.
  std::atomic<int64_t> retry_delay_;
};

}  // namespace stance

#endif  // STANCE_SERVER_ADMISSION_H_
