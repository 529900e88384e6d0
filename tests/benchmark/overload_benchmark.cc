// overload_benchmark [SECONDS [ARTICLE [CALLERS_A_CONNECTION [FLAG...]]]]: what
// a server still answers when it is offered ten times as much as it can.
//
// The server on the first processor, this client on the second. Callers ask one
// article after the other, as fast as they are answered: as many as saturate
// the server, then ten times as many, then as before. A caller that is refused
// comes again after the delay that it was told, as gRPC's own retries do.
// Printed: calls answered a second (goodput), refused a second, the latency of
// those that were answered, the server's memory. ARTICLE is a text file, empty
// for the benchmark's own sentences, 3.3 KB; FLAGs are for stanced.

#include <grpcpp/alarm.h>
#include <grpcpp/generic/generic_stub.h>
#include <grpcpp/grpcpp.h>
#include <sched.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <memory>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include "service/server/wire_message.h"
#include "stance/v1/stance_service.grpc.pb.h"
#include "tests/operations/child_process.h"

namespace stance {
namespace {

using Clock = std::chrono::steady_clock;

constexpr int kCallers = 128;

struct Figures {
  uint64_t answered = 0;
  uint64_t refused = 0;
  uint64_t failed = 0;
  std::vector<double> milliseconds;  // of those answered
};

// Callers that ask until they are stopped.
class Crowd {
 public:
  Crowd(const std::string& address, int callers, int callers_a_connection,
        const grpc::ByteBuffer& request)
      : request_(request) {
    for (int i = 0; i < callers; i += callers_a_connection) {
      grpc::ChannelArguments arguments;
      arguments.SetInt(GRPC_ARG_USE_LOCAL_SUBCHANNEL_POOL, 1);
      arguments.SetInt(GRPC_ARG_ENABLE_RETRIES, 0);  // ours are counted
      stubs_.push_back(
          std::make_unique<grpc::GenericStub>(grpc::CreateCustomChannel(
              address, grpc::InsecureChannelCredentials(), arguments)));
    }
    for (int i = 0; i < callers; ++i) {
      callers_.push_back(std::make_unique<Caller>());
      callers_.back()->stub = stubs_[i / callers_a_connection].get();
    }
  }

  // What became of the calls that ended while it measured: after `warm`, for
  // `duration`.
  Figures Run(Clock::duration warm, Clock::duration duration) {
    running_ = static_cast<int>(callers_.size());
    for (const auto& caller : callers_) Ask(caller.get());
    std::this_thread::sleep_for(warm);
    measuring_ = true;
    std::this_thread::sleep_for(duration);
    measuring_ = false;
    stop_ = true;
    while (running_ > 0) {
      std::this_thread::sleep_for(std::chrono::milliseconds(1));
    }
    return std::move(figures_);
  }

 private:
  struct Caller {
    grpc::GenericStub* stub;
    std::unique_ptr<grpc::ClientContext> context;
    grpc::ByteBuffer reply;
    Clock::time_point start;
    std::unique_ptr<grpc::Alarm> alarm;
  };

  void Ask(Caller* caller) {
    if (stop_) {
      --running_;
      return;
    }
    caller->context = std::make_unique<grpc::ClientContext>();
    caller->context->set_deadline(std::chrono::system_clock::now() +
                                  std::chrono::seconds(10));
    caller->start = Clock::now();
    caller->stub->UnaryCall(
        caller->context.get(), "/stance.v1.StanceService/ClassifyArticle", {},
        &request_, &caller->reply,
        [this, caller](const grpc::Status& status) { Done(caller, status); });
  }

  void Done(Caller* caller, const grpc::Status& status) {
    const bool refused =
        status.error_code() == grpc::StatusCode::RESOURCE_EXHAUSTED;
    if (measuring_) {
      const std::lock_guard lock(mutex_);
      ++(status.ok() ? figures_.answered
         : refused   ? figures_.refused
                     : figures_.failed);
      if (status.ok()) {
        figures_.milliseconds.push_back(
            std::chrono::duration<double, std::milli>(Clock::now() -
                                                      caller->start)
                .count());
      }
    }
    if (!refused) {
      Ask(caller);
      return;
    }
    const auto& trailers = caller->context->GetServerTrailingMetadata();
    const auto pushback = trailers.find("grpc-retry-pushback-ms");
    const int wait = pushback == trailers.end()
                         ? 100
                         : std::atoi(std::string(pushback->second.begin(),
                                                 pushback->second.end())
                                         .c_str());
    caller->alarm = std::make_unique<grpc::Alarm>();
    caller->alarm->Set(
        std::chrono::system_clock::now() + std::chrono::milliseconds(wait),
        [this, caller](bool) { Ask(caller); });
  }

  const grpc::ByteBuffer request_;
  std::vector<std::unique_ptr<grpc::GenericStub>> stubs_;
  std::vector<std::unique_ptr<Caller>> callers_;
  std::atomic<int> running_ = 0;
  std::atomic<bool> stop_ = false;
  std::atomic<bool> measuring_ = false;
  std::mutex mutex_;
  Figures figures_;
};

double Megabytes(pid_t pid) {
  std::ifstream file("/proc/" + std::to_string(pid) + "/status");
  std::string word;
  double kilobytes = 0;
  while (file >> word) {
    if (word == "VmRSS:") file >> kilobytes;
  }
  return kilobytes / 1000;
}

double Percentile(std::vector<double>* values, double part) {
  if (values->empty()) return 0;
  const auto at = static_cast<size_t>(part * double(values->size() - 1));
  std::nth_element(values->begin(), values->begin() + ptrdiff_t(at),
                   values->end());
  return (*values)[at];
}

std::string Article(const char* path) {
  std::string text;
  if (path != nullptr) {
    std::ifstream file(path);
    text.assign(std::istreambuf_iterator<char>(file), {});
  }
  while (path == nullptr && text.size() < 3300) {
    text +=
        "China supports a political solution, its foreign minister said on "
        "Monday. The talks in Geneva lasted four hours and ended without a "
        "joint statement. France opposes sanctions against farmers, while São "
        "Tomé’s delegation left early for the airport.\n";
  }
  return text;
}

int Run(double seconds, const char* path, int callers_a_connection,
        const std::vector<std::string>& flags) {
  cpu_set_t second;
  CPU_ZERO(&second);
  CPU_SET(1, &second);
  sched_setaffinity(0, sizeof second, &second);

  v1::ClassifyArticleRequest request;
  request.mutable_article()->set_text(Article(path));
  const grpc::ByteBuffer bytes = SerializeMessage(request);
  std::vector<std::string> arguments = {
      "/usr/bin/taskset", "-c", "0", STANCED, "--listen", "127.0.0.1:0"};
  arguments.insert(arguments.end(), flags.begin(), flags.end());
  ChildProcess server(arguments);
  const std::string address =
      server.WaitForOutput(R"("event":"listening","address":")", "\"");
  server.WaitForOutput(R"("event":"serving")", "}");

  const auto duration = std::chrono::duration_cast<Clock::duration>(
      std::chrono::duration<double>(seconds));
  const auto warm = std::chrono::seconds(4);
  std::printf("callers  answered/s  refused/s  failed  p50 ms  p99 ms  MB\n");
  for (const int times : {1, 10, 1}) {
    Figures figures =
        Crowd(address, times * kCallers, callers_a_connection, bytes)
            .Run(warm, duration);
    std::printf(
        "%7d  %10.0f  %9.0f  %6lu  %6.1f  %6.1f  %.0f\n", times * kCallers,
        double(figures.answered) / seconds, double(figures.refused) / seconds,
        static_cast<unsigned long>(figures.failed),
        Percentile(&figures.milliseconds, 0.5),
        Percentile(&figures.milliseconds, 0.99), Megabytes(server.pid()));
    std::fflush(stdout);
  }
  return 0;
}

}  // namespace
}  // namespace stance

int main(int argc, char** argv) {
  return stance::Run(
      argc > 1 ? std::atof(argv[1]) : 8.0,
      argc > 2 && *argv[2] != '\0' ? argv[2] : nullptr,
      argc > 3 ? std::max(std::atoi(argv[3]), 1) : 4,
      std::vector<std::string>(argv + std::min(argc, 4), argv + argc));
}
