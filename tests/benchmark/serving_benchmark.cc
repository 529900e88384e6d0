// serving_benchmark [ARTICLE [SECONDS]]: what a ClassifyArticle call costs the
// server, in microseconds of CPU, beside the same server with a handler that
// does nothing and answers as many bytes.
//
// Each server runs on the first processor, this client on the second, with 64
// calls in flight on one connection; several rounds, alternating, SECONDS each
// (2 unless given). ARTICLE is a text file; without one, the benchmark's own
// sentences, 3.3 KB. The medians and their ratio are printed; nothing is
// asserted.

#include <grpcpp/generic/generic_stub.h>
#include <grpcpp/grpcpp.h>
#include <sched.h>
#include <signal.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <condition_variable>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <memory>
#include <mutex>
#include <sstream>
#include <string>
#include <thread>
#include <vector>

#include "service/server/wire_message.h"
#include "stance/v1/stance_service.grpc.pb.h"
#include "tests/operations/child_process.h"

namespace stance {
namespace {

constexpr int kInFlight = 64;
constexpr int kRounds = 5;

// The CPU time of a process so far, in seconds.
double CpuSeconds(pid_t pid) {
  std::ifstream file("/proc/" + std::to_string(pid) + "/stat");
  std::string text((std::istreambuf_iterator<char>(file)), {});
  // Fields 14 and 15, counted from the name in brackets, which is the second.
  std::istringstream fields(text.substr(text.rfind(')') + 1));
  std::string skipped;
  for (int i = 3; i < 14; ++i) fields >> skipped;
  double user = 0;
  double system = 0;
  fields >> user >> system;
  return (user + system) / static_cast<double>(sysconf(_SC_CLK_TCK));
}

// Keeps calls in flight until it is stopped.
class Load {
 public:
  Load(const std::shared_ptr<grpc::Channel>& channel,
       const grpc::ByteBuffer& request)
      : stub_(channel), request_(request) {}

  // Returns the number of calls answered in that time.
  uint64_t Run(std::chrono::duration<double> duration) {
    stop_ = false;
    const uint64_t before = answered_;
    for (int i = 0; i < kInFlight; ++i) Call();
    std::this_thread::sleep_for(duration);
    stop_ = true;
    std::unique_lock lock(mutex_);
    idle_.wait(lock, [this] { return in_flight_ == 0; });
    return answered_ - before;
  }

  uint64_t failed() const { return failed_; }

 private:
  struct Slot {
    grpc::ClientContext context;
    grpc::ByteBuffer reply;
  };

  void Call() {
    {
      const std::lock_guard lock(mutex_);
      ++in_flight_;
    }
    auto* slot = new Slot;
    stub_.UnaryCall(
        &slot->context, "/stance.v1.StanceService/ClassifyArticle", {},
        &request_, &slot->reply,
        [this, slot](const grpc::Status& status) { Done(slot, status.ok()); });
  }

  void Done(Slot* slot, bool ok) {
    delete slot;
    ++(ok ? answered_ : failed_);
    if (!stop_) Call();
    const std::lock_guard lock(mutex_);
    if (--in_flight_ == 0) idle_.notify_all();
  }

  grpc::GenericStub stub_;
  const grpc::ByteBuffer request_;
  std::atomic<bool> stop_ = false;
  std::atomic<uint64_t> answered_ = 0;
  std::atomic<uint64_t> failed_ = 0;
  std::mutex mutex_;
  std::condition_variable idle_;
  int in_flight_ = 0;
};

// A server on the first processor, and how dear it is.
class Measured {
 public:
  Measured(std::vector<std::string> arguments, const grpc::ByteBuffer& request)
      : process_(Pinned(std::move(arguments))),
        channel_(grpc::CreateChannel(
            process_.WaitForOutput(R"("event":"listening","address":")", "\""),
            grpc::InsecureChannelCredentials())),
        load_(channel_, request) {
    process_.WaitForOutput(R"("event":"serving")", "}");
    load_.Run(std::chrono::milliseconds(300));  // warm
  }

  void Round(std::chrono::duration<double> duration) {
    const double before = CpuSeconds(process_.pid());
    const auto start = std::chrono::steady_clock::now();
    const uint64_t calls = load_.Run(duration);
    const std::chrono::duration<double> took =
        std::chrono::steady_clock::now() - start;
    const double cpu = CpuSeconds(process_.pid()) - before;
    microseconds_.push_back(cpu * 1e6 / static_cast<double>(calls));
    rates_.push_back(static_cast<double>(calls) / took.count());
  }

  double Microseconds() const { return Median(microseconds_); }
  double Rate() const { return Median(rates_); }
  uint64_t failed() const { return load_.failed(); }
  const std::shared_ptr<grpc::Channel>& channel() const { return channel_; }

 private:
  static std::vector<std::string> Pinned(std::vector<std::string> arguments) {
    arguments.insert(arguments.begin(), {"/usr/bin/taskset", "-c", "0"});
    return arguments;
  }

  static double Median(std::vector<double> values) {
    std::sort(values.begin(), values.end());
    return values[values.size() / 2];
  }

  ChildProcess process_;
  std::shared_ptr<grpc::Channel> channel_;
  Load load_;
  std::vector<double> microseconds_;
  std::vector<double> rates_;
};

std::string Article(int argc, char** argv) {
  std::string text;
  if (argc > 1) {
    std::ifstream file(argv[1]);
    text.assign(std::istreambuf_iterator<char>(file), {});
  }
  while (argc <= 1 && text.size() < 3300) {
    text +=
        "China supports a political solution, its foreign minister said on "
        "Monday. The talks in Geneva lasted four hours and ended without a "
        "joint statement. France opposes sanctions against farmers, while São "
        "Tomé’s delegation left early for the airport. Ministers will meet "
        "again next week to discuss fishing rights and the price of grain.\n";
  }
  return text;
}

int Run(int argc, char** argv) {
  cpu_set_t second;
  CPU_ZERO(&second);
  CPU_SET(1, &second);
  sched_setaffinity(0, sizeof second, &second);

  v1::ClassifyArticleRequest request;
  request.mutable_article()->set_text(Article(argc, argv));
  const grpc::ByteBuffer bytes = SerializeMessage(request);
  Measured stanced({STANCED, "--listen", "127.0.0.1:0"}, bytes);
  v1::ClassifyArticleResponse reply;
  grpc::ClientContext context;
  const grpc::Status status = v1::StanceService::NewStub(stanced.channel())
                                  ->ClassifyArticle(&context, request, &reply);
  if (!status.ok()) {
    std::fprintf(stderr, "%s\n", status.error_message().c_str());
    return 1;
  }
  Measured noop({NOOP_SERVER, std::to_string(reply.ByteSizeLong())}, bytes);

  const std::chrono::duration<double> seconds(argc > 2 ? std::atof(argv[2])
                                                       : 2.0);
  for (int i = 0; i < kRounds; ++i) {
    noop.Round(seconds);
    stanced.Round(seconds);
  }
  std::printf("ClassifyArticle: %zu bytes in, %zu out, %d in flight\n",
              bytes.Length(), reply.ByteSizeLong(), kInFlight);
  std::printf("  no-op    %7.1f us CPU a call  %8.0f calls/s\n",
              noop.Microseconds(), noop.Rate());
  std::printf("  stanced  %7.1f us CPU a call  %8.0f calls/s\n",
              stanced.Microseconds(), stanced.Rate());
  std::printf("  stanced / no-op: %.2f\n",
              stanced.Microseconds() / noop.Microseconds());
  return stanced.failed() + noop.failed() == 0 ? 0 : 1;
}

}  // namespace
}  // namespace stance

int main(int argc, char** argv) { return stance::Run(argc, argv); }
