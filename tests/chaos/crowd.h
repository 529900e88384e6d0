// Callers that ask without a pause.

#ifndef STANCE_TESTS_CHAOS_CROWD_H_
#define STANCE_TESTS_CHAOS_CROWD_H_

#include <grpcpp/channel.h>

#include <atomic>
#include <cstdint>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

namespace stance {

class Crowd {
 public:
  // `callers` threads that send `text` over `channel`, each call with 10 s.
  Crowd(std::shared_ptr<grpc::Channel> channel, int callers, std::string text);
  // Stops.
  ~Crowd();
  Crowd(const Crowd&) = delete;
  Crowd& operator=(const Crowd&) = delete;

  // Waits until that many more have been answered; false after 30 s without
  // one.
  bool WaitForAnswers(uint64_t count) const;
  // No call is made any more; those that are end.
  void Stop();

  uint64_t answered() const { return answered_; }
  // Calls that failed, by code and message.
  std::map<std::string, int> Failures() const;

 private:
  void Ask(const std::shared_ptr<grpc::Channel>& channel,
           const std::string& text);

  std::atomic<bool> stop_ = false;
  std::atomic<uint64_t> answered_ = 0;
  mutable std::mutex mutex_;
  std::map<std::string, int> failures_;
  std::vector<std::thread> threads_;
};

}  // namespace stance

#endif  // STANCE_TESTS_CHAOS_CROWD_H_
