// stance.v1.LexiconService. GetLexicon answers; ListActors, ListIssues and
// CheckLexicon are UNIMPLEMENTED and say so.

#ifndef STANCE_SERVER_LEXICON_SERVICE_H_
#define STANCE_SERVER_LEXICON_SERVICE_H_

#include <chrono>
#include <string_view>

#include "service/server/call_record.h"
#include "service/server/snapshot.h"
#include "stance/v1/lexicon_service.grpc.pb.h"

namespace stance {

class LexiconService final : public v1::LexiconService::CallbackService {
 public:
  // `current` must outlive the service; `sink` may be empty. GetLexicon is
  // UNAVAILABLE while `current` is empty.
  LexiconService(const CurrentSnapshot* current, CallSink sink);

  grpc::ServerUnaryReactor* GetLexicon(grpc::CallbackServerContext* context,
                                       const v1::GetLexiconRequest* request,
                                       v1::GetLexiconResponse* reply) override;
  grpc::ServerUnaryReactor* ListActors(grpc::CallbackServerContext* context,
                                       const v1::ListActorsRequest* request,
                                       v1::ListActorsResponse* reply) override;
  grpc::ServerUnaryReactor* ListIssues(grpc::CallbackServerContext* context,
                                       const v1::ListIssuesRequest* request,
                                       v1::ListIssuesResponse* reply) override;
  grpc::ServerUnaryReactor* CheckLexicon(
      grpc::CallbackServerContext* context,
      const v1::CheckLexiconRequest* request,
      v1::CheckLexiconResponse* reply) override;

 private:
  // Tells the sink and ends the call. `method` without the service.
  grpc::ServerUnaryReactor* Finish(
      grpc::CallbackServerContext* context, std::string_view method,
      const absl::Status& status, const google::protobuf::Message& request,
      const google::protobuf::Message& reply,
      std::chrono::steady_clock::time_point start) const;

  const CurrentSnapshot& current_;
  const CallSink sink_;
};

}  // namespace stance

#endif  // STANCE_SERVER_LEXICON_SERVICE_H_
