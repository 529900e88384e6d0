// Random numbers for names and delays; not for secrets.

#ifndef STANCE_SERVER_THREAD_RANDOM_H_
#define STANCE_SERVER_THREAD_RANDOM_H_

#include <cstdint>
#include <random>

namespace stance {

// The calling thread's own.
inline std::mt19937_64& ThreadRandom() {
  thread_local std::mt19937_64 random{(uint64_t{std::random_device{}()} << 32) |
                                      std::random_device{}()};
  return random;
}

}  // namespace stance

#endif  // STANCE_SERVER_THREAD_RANDOM_H_
