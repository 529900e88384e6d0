// How a server that serves stops without losing a call.

#ifndef STANCE_OPERATIONS_DRAIN_H_
#define STANCE_OPERATIONS_DRAIN_H_

#include <chrono>

#include "service/server/open_streams.h"
#include "service/server/server.h"

namespace stance {

struct DrainTimes {
  // Health says NOT_SERVING and all else goes on as before, so that those who
  // watch it go elsewhere before anything is refused.
  std::chrono::seconds delay;
  // Then no connection and no call is taken any more; calls in flight may
  // finish for so long. Streams still open then are ended with SHUTTING_DOWN.
  std::chrono::seconds timeout;
};

// Returns when all calls have ended. `streams` are those of the services of
// `running`.
void Drain(const RunningServer& running, const DrainTimes& times,
           OpenStreams* streams);

}  // namespace stance

#endif  // STANCE_OPERATIONS_DRAIN_H_
