#include "client/server_answerer.h"

#include <grpcpp/client_context.h>

#include <limits>

#include "client/errors.h"
#include "service/server/errors.h"
#include "service/server/request.h"
#include "stance/v1/lexicon_service.grpc.pb.h"
#include "stance/v1/stance_service.grpc.pb.h"

namespace stance::client {
namespace {

class ServerAnswerer : public Answerer {
 public:
  explicit ServerAnswerer(Connection connection)
      : connection_(std::move(connection)),
        channel_(OpenChannel(connection_)),
        stances_(v1::StanceService::NewStub(channel_)),
        lexicon_(v1::LexiconService::NewStub(channel_)) {}

  google::rpc::Status Answer(const v1::ClassifyArticleRequest& request,
                             v1::ClassifyArticleResponse* response) override {
    google::rpc::Status checked =
        CheckRequest(request.article(), request.options());
    if (checked.code() != 0) return checked;
    grpc::ClientContext context;
    const std::string id = connection_.Prepare(&context);
    return Named(stances_->ClassifyArticle(&context, request, response), id);
  }

  google::rpc::Status Lexicon(v1::GetLexiconResponse* lexicon) override {
    grpc::ClientContext context;
    const std::string id = connection_.Prepare(&context);
    return Named(lexicon_->GetLexicon(&context, {}, lexicon), id);
  }

 private:
  google::rpc::Status Named(const grpc::Status& status,
                            const std::string& id) const {
    return AddRequestId(NameServer(connection_, FromGrpc(status)), id);
  }

  const Connection connection_;
  const std::shared_ptr<grpc::Channel> channel_;
  const std::unique_ptr<v1::StanceService::Stub> stances_;
  const std::unique_ptr<v1::LexiconService::Stub> lexicon_;
};

}  // namespace

google::rpc::Status CheckRequest(const v1::Article& article,
                                 const v1::ClassifyOptions& options) {
  const auto checked =
      ReadRequest(article, options,
                  {.max_article_bytes = std::numeric_limits<size_t>::max()});
  return checked.ok() ? OkStatus() : ToRpcStatus(checked.status());
}

std::unique_ptr<Answerer> MakeServerAnswerer(Connection connection) {
  return std::make_unique<ServerAnswerer>(std::move(connection));
}

}  // namespace stance::client
