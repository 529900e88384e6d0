// stance.v1.LexiconService.

#ifndef STANCE_SERVER_LEXICON_SERVICE_H_
#define STANCE_SERVER_LEXICON_SERVICE_H_

#include <string_view>

#include "service/server/access.h"
#include "service/server/call_record.h"
#include "service/server/lexicon_check_call.h"
#include "service/server/snapshot.h"
#include "stance/v1/lexicon_service.grpc.pb.h"

namespace stance {

class LexiconService final : public v1::LexiconService::CallbackService {
 public:
  // `current` and `observer` must outlive the service; `observer` may be null.
  // All but CheckLexicon is UNAVAILABLE while `current` is empty.
  LexiconService(const CurrentSnapshot* current, Access access,
                 CallObserver* observer);

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
  // Calls fill(snapshot), which returns a status, and ends the call.
  template <typename Reply, typename Fill>
  grpc::ServerUnaryReactor* Answer(grpc::CallbackServerContext* context,
                                   std::string_view method,
                                   const google::protobuf::Message& request,
                                   Reply* reply, Fill fill) const;

  void Describe(const Snapshot& snapshot, v1::GetLexiconResponse* reply) const;

  // Tells the observer and ends the call. `method` without the service.
  void Finish(grpc::CallbackServerContext* context,
              grpc::ServerUnaryReactor* reactor, std::string_view method,
              const absl::Status& status,
              const google::protobuf::Message& request,
              const google::protobuf::Message& reply) const;

  const CurrentSnapshot& current_;
  const Access access_;
  CallObserver* const observer_;
  CheckQueue checks_;
};

}  // namespace stance

#endif  // STANCE_SERVER_LEXICON_SERVICE_H_
