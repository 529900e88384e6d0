// SIGTERM, SIGINT and SIGHUP, waited for instead of handled.

#ifndef STANCE_OPERATIONS_SIGNALS_H_
#define STANCE_OPERATIONS_SIGNALS_H_

#include <functional>
#include <string_view>

namespace stance {

// Keeps the three signals for WaitForStopSignal, in this thread and in those
// that it starts: call it before any is started. Writing to a closed pipe
// becomes an error instead of the end.
void HoldSignals();

// Returns the name of the first SIGTERM or SIGINT that comes, or came since
// HoldSignals. From then on the next one ends the process at once. Until then
// calls `on_hangup` for each SIGHUP; several that come at once are one.
std::string_view WaitForStopSignal(const std::function<void()>& on_hangup);

}  // namespace stance

#endif  // STANCE_OPERATIONS_SIGNALS_H_
