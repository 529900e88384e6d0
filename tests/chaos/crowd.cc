#include "tests/chaos/crowd.h"

#include <grpcpp/grpcpp.h>

#include <chrono>
#include <utility>

#include "stance/v1/stance_service.grpc.pb.h"

namespace stance {

Crowd::Crowd(std::shared_ptr<grpc::Channel> channel, int callers,
             std::string text) {
  for (int i = 0; i < callers; ++i) {
    threads_.emplace_back([this, channel, text] { Ask(channel, text); });
  }
}

Crowd::~Crowd() { Stop(); }

bool Crowd::WaitForAnswers(uint64_t count) const {
  const uint64_t wanted = answered_ + count;
  uint64_t last = answered_;
  auto patience = std::chrono::steady_clock::now() + std::chrono::seconds(30);
  while (answered_ < wanted) {
    std::this_thread::sleep_for(std::chrono::milliseconds(5));
    const auto now = std::chrono::steady_clock::now();
    if (answered_ != last) {
      last = answered_;
      patience = now + std::chrono::seconds(30);
    } else if (now > patience) {
      return false;
    }
  }
  return true;
}

void Crowd::Stop() {
  stop_ = true;
  for (std::thread& thread : threads_) {
    if (thread.joinable()) thread.join();
  }
}

std::map<std::string, int> Crowd::Failures() const {
  const std::lock_guard lock(mutex_);
  return failures_;
}

void Crowd::Ask(const std::shared_ptr<grpc::Channel>& channel,
                const std::string& text) {
  const auto stub = v1::StanceService::NewStub(channel);
  v1::ClassifyArticleRequest request;
  request.mutable_article()->set_text(text);
  while (!stop_) {
    grpc::ClientContext context;
    context.set_deadline(std::chrono::system_clock::now() +
                         std::chrono::seconds(10));
    v1::ClassifyArticleResponse reply;
    const grpc::Status status =
        stub->ClassifyArticle(&context, request, &reply);
    if (status.ok()) {
      ++answered_;
      continue;
    }
    const std::lock_guard lock(mutex_);
    ++failures_[std::to_string(status.error_code()) + " " +
                status.error_message()];
  }
}

}  // namespace stance
