#include "client/server_answerer.h"

#include <grpcpp/client_context.h>

#include <algorithm>
#include <limits>
#include <string>

#include "client/errors.h"
#include "service/server/errors.h"
#include "service/server/request.h"
#include "stance/v1/lexicon_service.grpc.pb.h"
#include "stance/v1/stance_service.grpc.pb.h"

namespace stance::client {
namespace {

constexpr size_t kPageSize = 1000;

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

  google::rpc::Status ListActors(const std::string& filter, size_t limit,
                                 v1::ListActorsResponse* actors) override {
    return ReadList<v1::ListActorsRequest>(
        filter, limit, &v1::LexiconService::Stub::ListActors,
        [](v1::ListActorsResponse* page) { return page->mutable_actors(); },
        actors);
  }

  google::rpc::Status ListIssues(const std::string& filter, size_t limit,
                                 v1::ListIssuesResponse* issues) override {
    return ReadList<v1::ListIssuesRequest>(
        filter, limit, &v1::LexiconService::Stub::ListIssues,
        [](v1::ListIssuesResponse* page) { return page->mutable_issues(); },
        issues);
  }

 private:
  // Asks for page after page; `items`: the repeated field of an answer.
  template <typename Request, typename Response, typename Items>
  google::rpc::Status ReadList(
      const std::string& filter, size_t limit,
      grpc::Status (v1::LexiconService::Stub::*list)(grpc::ClientContext*,
                                                     const Request&, Response*),
      Items items, Response* all) {
    Request request;
    request.set_filter(filter);
    do {
      const auto have = static_cast<size_t>(items(all)->size());
      request.set_page_size(static_cast<int32_t>(
          limit == 0 ? kPageSize : std::min(kPageSize, limit - have)));
      Response page;
      grpc::ClientContext context;
      const std::string id = connection_.Prepare(&context);
      google::rpc::Status status =
          Named((lexicon_.get()->*list)(&context, request, &page), id);
      if (status.code() != 0) return status;
      request.set_page_token(page.next_page_token());
      items(all)->MergeFrom(*items(&page));
    } while (!request.page_token().empty() &&
             (limit == 0 || static_cast<size_t>(items(all)->size()) < limit));
    return OkStatus();
  }

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
