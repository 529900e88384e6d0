#include "client/batch/interruption.h"

#include <atomic>
#include <csignal>

namespace stance::client {
namespace {

std::atomic<int> came = 0;
static_assert(std::atomic<int>::is_always_lock_free);

constexpr int kSignals[] = {SIGINT, SIGTERM};

void Note(int signal) {
  came = signal;
  for (const int each : kSignals) std::signal(each, SIG_DFL);
}

}  // namespace

void NoteInterruptions() {
  struct sigaction action {};
  action.sa_handler = &Note;
  action.sa_flags = SA_RESTART;  // what is being read is still wanted
  for (const int each : kSignals) sigaction(each, &action, nullptr);
}

int Interruption() { return came; }

}  // namespace stance::client
