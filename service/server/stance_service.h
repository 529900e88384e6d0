// stance.v1.StanceService over gRPC's callback API.
//
// Articles are classified inline, on gRPC's threads: it takes microseconds and
// waits for nothing. Messages are parsed here and not by gRPC, which refuses
// strings that are not UTF-8 with UNIMPLEMENTED and without a word.

#ifndef STANCE_SERVER_STANCE_SERVICE_H_
#define STANCE_SERVER_STANCE_SERVICE_H_

#include "service/server/call_record.h"
#include "service/server/request.h"
#include "service/server/snapshot.h"
#include "stance/v1/stance_service.grpc.pb.h"

namespace stance {

class StanceService final
    : public v1::StanceService::WithRawCallbackMethod_ClassifyArticle<
          v1::StanceService::WithRawCallbackMethod_ClassifyArticles<
              v1::StanceService::Service>> {
 public:
  // `current` must outlive the service; `sink` may be empty. Calls are
  // UNAVAILABLE while `current` is empty.
  StanceService(const CurrentSnapshot* current, RequestLimits limits,
                CallSink sink);

  grpc::ServerUnaryReactor* ClassifyArticle(
      grpc::CallbackServerContext* context, const grpc::ByteBuffer* request,
      grpc::ByteBuffer* reply) override;

  grpc::ServerBidiReactor<grpc::ByteBuffer, grpc::ByteBuffer>* ClassifyArticles(
      grpc::CallbackServerContext* context) override;

 private:
  const CurrentSnapshot& current_;
  const RequestLimits limits_;
  const CallSink sink_;
};

}  // namespace stance

#endif  // STANCE_SERVER_STANCE_SERVICE_H_
