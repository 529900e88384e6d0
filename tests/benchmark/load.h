// Callers that keep a fixed number of articles in flight.

#ifndef STANCE_TESTS_BENCHMARK_LOAD_H_
#define STANCE_TESTS_BENCHMARK_LOAD_H_

#include <grpcpp/channel.h>

#include <chrono>
#include <cstdint>
#include <memory>
#include <string>

namespace stance {

class Load {
 public:
  virtual ~Load() = default;

  // Asks for that long, waits for the rest, and returns the number of articles
  // answered.
  virtual uint64_t Run(std::chrono::duration<double> duration) = 0;
  // Calls that failed so far.
  virtual uint64_t failed() const = 0;
};

// `in_flight` calls of ClassifyArticle, or as many streams with an article
// each.
std::unique_ptr<Load> MakeCalls(const std::shared_ptr<grpc::Channel>& channel,
                                const std::string& text, int in_flight);
std::unique_ptr<Load> MakeStreams(const std::shared_ptr<grpc::Channel>& channel,
                                  const std::string& text, int in_flight);

}  // namespace stance

#endif  // STANCE_TESTS_BENCHMARK_LOAD_H_
