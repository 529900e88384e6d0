// How a server that serves stops without losing a call.

#ifndef STANCE_OPERATIONS_DRAIN_H_
#define STANCE_OPERATIONS_DRAIN_H_

#include <chrono>

#include "service/server/open_streams.h"
#include "service/server/server.h"

namespace stance {

// Takes no connection and no call any more. Calls in flight may finish for
// `timeout`; streams still open then are ended with SHUTTING_DOWN. Returns when
// all have ended. Before it, health should have said NOT_SERVING for long
// enough that those who watch it have gone elsewhere. `streams` are those of
// the services of `running`.
void Drain(RunningServer* running, std::chrono::seconds timeout,
           OpenStreams* streams);

}  // namespace stance

#endif  // STANCE_OPERATIONS_DRAIN_H_
