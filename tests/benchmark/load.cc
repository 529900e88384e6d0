#include "tests/benchmark/load.h"

#include <grpcpp/generic/generic_stub.h>
#include <grpcpp/grpcpp.h>

#include <atomic>
#include <condition_variable>
#include <mutex>
#include <thread>

#include "service/server/wire_message.h"
#include "stance/v1/stance_service.pb.h"

namespace stance {
namespace {

// Counts what both kinds do.
class CountingLoad : public Load {
 public:
  CountingLoad(const std::shared_ptr<grpc::Channel>& channel,
               grpc::ByteBuffer request, int in_flight)
      : stub_(channel), request_(std::move(request)), in_flight_(in_flight) {}

  uint64_t Run(std::chrono::duration<double> duration) override {
    stop_ = false;
    const uint64_t before = answered_;
    open_ = in_flight_;
    for (int i = 0; i < in_flight_; ++i) Begin();
    std::this_thread::sleep_for(duration);
    stop_ = true;
    std::unique_lock lock(mutex_);
    all_ended_.wait(lock, [this] { return open_ == 0; });
    return answered_ - before;
  }

  uint64_t failed() const override { return failed_; }

 protected:
  // Begins one of those in flight, which goes on until stop().
  virtual void Begin() = 0;

  bool stop() const { return stop_; }
  void Answered() { ++answered_; }
  void Failed() { ++failed_; }
  void End() {
    const std::lock_guard lock(mutex_);
    if (--open_ == 0) all_ended_.notify_all();
  }

  grpc::GenericStub stub_;
  const grpc::ByteBuffer request_;

 private:
  const int in_flight_;
  std::atomic<bool> stop_ = false;
  std::atomic<uint64_t> answered_ = 0;
  std::atomic<uint64_t> failed_ = 0;
  std::mutex mutex_;
  std::condition_variable all_ended_;
  int open_ = 0;
};

class Calls final : public CountingLoad {
 public:
  using CountingLoad::CountingLoad;

 private:
  struct Slot {
    grpc::ClientContext context;
    grpc::ByteBuffer reply;
  };

  void Begin() override {
    auto* slot = new Slot;
    stub_.UnaryCall(&slot->context, "/stance.v1.StanceService/ClassifyArticle",
                    {}, &request_, &slot->reply,
                    [this, slot](const grpc::Status& status) {
                      delete slot;
                      status.ok() ? Answered() : Failed();
                      stop() ? End() : Begin();
                    });
  }
};

class Streams final : public CountingLoad {
 public:
  using CountingLoad::CountingLoad;

 private:
  class Stream final
      : public grpc::ClientBidiReactor<grpc::ByteBuffer, grpc::ByteBuffer> {
   public:
    explicit Stream(Streams* load) : load_(*load) {
      load_.stub_.PrepareBidiStreamingCall(
          &context_, "/stance.v1.StanceService/ClassifyArticles", {}, this);
      StartWrite(&load_.request_);
      StartCall();
    }
    void OnWriteDone(bool ok) override {
      if (ok) StartRead(&reply_);
    }
    void OnReadDone(bool ok) override {
      if (!ok) return;
      load_.Answered();
      load_.stop() ? StartWritesDone() : StartWrite(&load_.request_);
    }
    void OnDone(const grpc::Status& status) override {
      if (!status.ok()) load_.Failed();
      load_.End();
      delete this;
    }

   private:
    Streams& load_;
    grpc::ClientContext context_;
    grpc::ByteBuffer reply_;
  };

  void Begin() override { new Stream(this); }
};

}  // namespace

std::unique_ptr<Load> MakeCalls(const std::shared_ptr<grpc::Channel>& channel,
                                const std::string& text, int in_flight) {
  v1::ClassifyArticleRequest request;
  request.mutable_article()->set_text(text);
  return std::make_unique<Calls>(channel, SerializeMessage(request), in_flight);
}

std::unique_ptr<Load> MakeStreams(const std::shared_ptr<grpc::Channel>& channel,
                                  const std::string& text, int in_flight) {
  v1::ClassifyArticlesRequest request;
  request.mutable_article()->set_text(text);
  return std::make_unique<Streams>(channel, SerializeMessage(request),
                                   in_flight);
}

}  // namespace stance
