// noop_server BYTES: the server that serving_benchmark measures stanced
// against. The same gRPC, settings and API, a handler that does nothing: gRPC
// parses the request on an arena, the answer is a constant of BYTES bytes.
// Prints its address as stanced does; SIGTERM stops it.

#include <google/protobuf/arena.h>
#include <grpcpp/support/message_allocator.h>

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <string>

#include "service/operations/signals.h"
#include "service/server/server.h"
#include "stance/v1/stance_service.grpc.pb.h"

namespace stance {
namespace {

using Request = v1::ClassifyArticleRequest;
using Reply = v1::ClassifyArticleResponse;

class ArenaMessages final : public grpc::MessageHolder<Request, Reply> {
 public:
  ArenaMessages() {
    set_request(google::protobuf::Arena::CreateMessage<Request>(&arena_));
    set_response(google::protobuf::Arena::CreateMessage<Reply>(&arena_));
  }
  void Release() override { delete this; }

 private:
  google::protobuf::Arena arena_;
};

class ArenaAllocator final : public grpc::MessageAllocator<Request, Reply> {
 public:
  grpc::MessageHolder<Request, Reply>* AllocateMessages() override {
    return new ArenaMessages;
  }
};

class NoOpService final
    : public v1::StanceService::WithCallbackMethod_ClassifyArticle<
          v1::StanceService::Service> {
 public:
  explicit NoOpService(size_t bytes) : answer_(bytes, 'x') {
    SetMessageAllocatorFor_ClassifyArticle(&allocator_);
  }

  grpc::ServerUnaryReactor* ClassifyArticle(
      grpc::CallbackServerContext* context, const Request*,
      Reply* reply) override {
    reply->set_article_id(answer_);
    grpc::ServerUnaryReactor* reactor = context->DefaultReactor();
    reactor->Finish(grpc::Status::OK);
    return reactor;
  }

 private:
  ArenaAllocator allocator_;
  const std::string answer_;
};

int Run(size_t bytes) {
  HoldSignals();
  NoOpService service(bytes);
  absl::StatusOr<RunningServer> running =
      StartServer({.listen = {"127.0.0.1:0"}},
                  {{v1::StanceService::service_full_name(), &service}});
  if (!running.ok()) return 1;
  SetServing(*running, true);
  std::printf("{\"event\":\"listening\",\"address\":\"%s\"}\n",
              running->addresses[0].c_str());
  std::printf("{\"event\":\"serving\"}\n");
  std::fflush(stdout);
  WaitForStopSignal([] {});
  running->Stop(std::chrono::system_clock::now());
  return 0;
}

}  // namespace
}  // namespace stance

int main(int argc, char** argv) {
  return stance::Run(argc > 1 ? std::strtoul(argv[1], nullptr, 10) : 1300);
}
