#include "service/server/arrival.h"

namespace stance {
namespace {

using Clock = std::chrono::steady_clock;

struct ArrivalContext final : grpc::CallbackServerContext {
  const Clock::time_point arrival = Clock::now();
};

class ArrivalRecorder final : public grpc::ContextAllocator {
 public:
  grpc::CallbackServerContext* NewCallbackServerContext() override {
    return new ArrivalContext;
  }
  // gRPC 1.51 also calls it with contexts that are its own: of a method that no
  // service has.
  void Release(grpc::CallbackServerContext* context) override {
    delete dynamic_cast<ArrivalContext*>(context);
  }
};

}  // namespace

std::unique_ptr<grpc::ContextAllocator> MakeArrivalRecorder() {
  return std::make_unique<ArrivalRecorder>();
}

Clock::time_point ArrivalOf(const grpc::CallbackServerContext& context) {
  const auto* timed = dynamic_cast<const ArrivalContext*>(&context);
  return timed == nullptr ? Clock::now() : timed->arrival;
}

}  // namespace stance
