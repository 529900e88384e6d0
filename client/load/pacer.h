// When the calls of a load are to be made.

#ifndef STANCE_CLIENT_LOAD_PACER_H_
#define STANCE_CLIENT_LOAD_PACER_H_

#include <atomic>
#include <chrono>
#include <cstdint>
#include <optional>

namespace stance::client {

struct Pace {
  double rate = 0;  // calls a second; 0: as soon as whoever asks is free
  std::chrono::nanoseconds warm_up{0};  // calls due in it are not measured
  // After the warm-up; 0: without end. One of the two ends the run.
  std::chrono::nanoseconds duration{0};
  uint64_t count = 0;  // measured calls; 0: without end
};

// Hands out the moments. With a rate they stand fixed from the beginning,
// whoever is late (an open loop): a call that is made late has been waiting
// since its moment. Safe to use from any number of threads.
class Pacer {
 public:
  using Time = std::chrono::steady_clock::time_point;

  struct Turn {
    Time due;  // with a rate, possibly in the future, or long past
    bool measured;
    uint64_t number;  // of all turns, from 0
  };

  // The first moment is `start`.
  Pacer(const Pace& pace, Time start) : pace_(pace), start_(start) {}

  // The next turn; nothing where the run is over. `now` is the present: once it
  // is measured, turns of the warm-up that nobody has taken are passed over.
  std::optional<Turn> Next(Time now);

  // Where the measured time begins.
  Time measured_from() const { return start_ + pace_.warm_up; }

  // With a rate and a duration: measured turns that were due until `end` and
  // that nobody has taken.
  uint64_t NotTaken(Time end) const;

 private:
  Time DueAt(uint64_t number) const;

  const Pace pace_;
  const Time start_;
  std::atomic<uint64_t> turns_ = 0;
  std::atomic<uint64_t> measured_ = 0;
};

}  // namespace stance::client

#endif  // STANCE_CLIENT_LOAD_PACER_H_
