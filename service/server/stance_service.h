// stance.v1.StanceService over gRPC's callback API.
//
// Messages are parsed here and not by gRPC, which refuses strings that are not
// UTF-8 with UNIMPLEMENTED and without a word.

#ifndef STANCE_SERVER_STANCE_SERVICE_H_
#define STANCE_SERVER_STANCE_SERVICE_H_

#include "service/server/serving.h"
#include "stance/v1/stance_service.grpc.pb.h"

namespace stance {

class StanceService final
    : public v1::StanceService::WithRawCallbackMethod_ClassifyArticle<
          v1::StanceService::WithRawCallbackMethod_ClassifyArticles<
              v1::StanceService::Service>> {
 public:
  explicit StanceService(const Serving& serving) : serving_(serving) {}

  grpc::ServerUnaryReactor* ClassifyArticle(
      grpc::CallbackServerContext* context, const grpc::ByteBuffer* request,
      grpc::ByteBuffer* reply) override;

  grpc::ServerBidiReactor<grpc::ByteBuffer, grpc::ByteBuffer>* ClassifyArticles(
      grpc::CallbackServerContext* context) override;

 private:
  const Serving serving_;
};

}  // namespace stance

#endif  // STANCE_SERVER_STANCE_SERVICE_H_
