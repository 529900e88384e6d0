// CheckLexicon: one call, from its request to its findings.

#ifndef STANCE_SERVER_LEXICON_CHECK_CALL_H_
#define STANCE_SERVER_LEXICON_CHECK_CALL_H_

#include <grpcpp/server_context.h>
#include <grpcpp/support/server_callback.h>

#include <atomic>
#include <functional>

#include "absl/status/status.h"
#include "service/server/worker_pool.h"
#include "stance/v1/lexicon_service.pb.h"

namespace stance {

// Where checks are run: one after the other, on a thread that does nothing
// else. A whole lexicon takes a second or more of a processor, and whoever
// checks one can wait; articles cannot.
class CheckQueue {
 public:
  // Checks that may wait or run at once; a call over that is refused.
  static constexpr int kMost = 4;

  CheckQueue() : thread_(1) {}

  // Runs the check of `request` and calls `done` with what became of it, from
  // any thread. Errors: INVALID_ARGUMENT, INVALID_FILE_NAME; OVERLOADED;
  // CANCELLED or DEADLINE_EXCEEDED where the call was over before its turn
  // came. `context`, `request` and `reply` must live until then.
  void Post(const grpc::CallbackServerContext& context,
            const v1::CheckLexiconRequest& request,
            v1::CheckLexiconResponse* reply,
            std::function<void(const absl::Status&)> done);

 private:
  class Check;

  std::atomic<int> there_ = 0;
  WorkerPool thread_;
};

}  // namespace stance

#endif  // STANCE_SERVER_LEXICON_CHECK_CALL_H_
