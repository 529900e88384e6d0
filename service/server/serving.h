// What the calls of a server share.

#ifndef STANCE_SERVER_SERVING_H_
#define STANCE_SERVER_SERVING_H_

#include "service/server/access.h"
#include "service/server/admission.h"
#include "service/server/call_record.h"
#include "service/server/open_streams.h"
#include "service/server/request.h"
#include "service/server/snapshot.h"
#include "service/server/worker_pool.h"

namespace stance {

// What it points at must outlive the server.
struct Serving {
  const CurrentSnapshot* current;  // while it is empty, calls are UNAVAILABLE
  RequestLimits limits;
  Access access;
  Admission* admission;
  OpenStreams* streams;           // open streams are entered there
  WorkerPool* workers = nullptr;  // null: articles are classified on gRPC's own
  CallObserver* observer = nullptr;  // may be null
};

}  // namespace stance

#endif  // STANCE_SERVER_SERVING_H_
