// A batch over streams to a server.

#ifndef STANCE_CLIENT_BATCH_STREAMS_H_
#define STANCE_CLIENT_BATCH_STREAMS_H_

#include <cstddef>

#include "client/batch/batch.h"
#include "client/connection.h"

namespace stance::client {

// Answers all that `queue` holds over `streams` streams at once. A stream ends
// after half of the connection's timeout and another begins, so that every call
// has a deadline and new replicas get their share. What a stream that breaks
// (UNAVAILABLE) leaves unanswered goes over the next. After five without an
// answer the oldest article is set aside: it may be what breaks them, and fails
// once another is answered. Where the next one breaks without an answer too, or
// five never came about, nobody is there: the batch is stopped, and no article
// blamed for it.
void RunBatchOverStreams(BatchQueue* queue, size_t streams,
                         const Connection& connection);

}  // namespace stance::client

#endif  // STANCE_CLIENT_BATCH_STREAMS_H_
