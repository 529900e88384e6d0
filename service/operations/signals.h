// SIGTERM and SIGINT, waited for instead of handled.

#ifndef STANCE_OPERATIONS_SIGNALS_H_
#define STANCE_OPERATIONS_SIGNALS_H_

#include <string_view>

namespace stance {

// Keeps the two signals for WaitForStopSignal, in this thread and in those that
// it starts: call it before any is started. Writing to a closed pipe becomes an
// error instead of the end.
void HoldStopSignals();

// Returns the name of the first that comes, or came since HoldStopSignals. From
// then on the next one ends the process at once.
std::string_view WaitForStopSignal();

}  // namespace stance

#endif  // STANCE_OPERATIONS_SIGNALS_H_
