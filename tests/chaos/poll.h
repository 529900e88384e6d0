// Waits for what a server does in its own time.

#ifndef STANCE_TESTS_CHAOS_POLL_H_
#define STANCE_TESTS_CHAOS_POLL_H_

#include <chrono>
#include <thread>

namespace stance {

// True as soon as `done` is; false after `patience`.
template <typename Predicate>
bool Poll(const Predicate& done,
          std::chrono::seconds patience = std::chrono::seconds(30)) {
  const auto end = std::chrono::steady_clock::now() + patience;
  while (!done()) {
    if (std::chrono::steady_clock::now() > end) return false;
    std::this_thread::sleep_for(std::chrono::milliseconds(20));
  }
  return true;
}

}  // namespace stance

#endif  // STANCE_TESTS_CHAOS_POLL_H_
