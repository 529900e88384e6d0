#include "service/operations/signals.h"

#include <pthread.h>
#include <signal.h>

namespace stance {
namespace {

sigset_t StopSignals() {
  sigset_t signals;
  sigemptyset(&signals);
  sigaddset(&signals, SIGTERM);
  sigaddset(&signals, SIGINT);
  return signals;
}

}  // namespace

void HoldSignals() {
  sigset_t signals = StopSignals();
  sigaddset(&signals, SIGHUP);
  pthread_sigmask(SIG_BLOCK, &signals, nullptr);
  signal(SIGPIPE, SIG_IGN);
}

std::string_view WaitForStopSignal(const std::function<void()>& on_hangup) {
  const sigset_t signals = StopSignals();
  sigset_t awaited = signals;
  sigaddset(&awaited, SIGHUP);
  int signal_number = 0;
  while (sigwait(&awaited, &signal_number) != 0 || signal_number == SIGHUP) {
    if (signal_number == SIGHUP) on_hangup();
  }
  // A shell that starts a program in the background makes it ignore SIGINT.
  signal(SIGINT, SIG_DFL);
  signal(SIGTERM, SIG_DFL);
  pthread_sigmask(SIG_UNBLOCK, &signals, nullptr);
  return signal_number == SIGTERM ? "SIGTERM" : "SIGINT";
}

}  // namespace stance
