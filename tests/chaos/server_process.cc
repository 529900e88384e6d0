#include "tests/chaos/server_process.h"

#include <grpcpp/grpcpp.h>
#include <signal.h>

#include <filesystem>
#include <fstream>
#include <iterator>

#include "gtest/gtest.h"
#include "tests/operations/sockets.h"

namespace stance {

ServerProcess::ServerProcess(std::vector<std::string> flags)
    : flags_(std::move(flags)) {
  Start();
}

std::shared_ptr<grpc::Channel> ServerProcess::Connect() const {
  grpc::ChannelArguments arguments;
  arguments.SetInt(GRPC_ARG_USE_LOCAL_SUBCHANNEL_POOL, 1);
  arguments.SetInt(GRPC_ARG_ENABLE_HTTP_PROXY, 0);
  arguments.SetInt(GRPC_ARG_ENABLE_RETRIES, 0);
  arguments.SetMaxReceiveMessageSize(-1);
  return grpc::CreateCustomChannel(address_, grpc::InsecureChannelCredentials(),
                                   arguments);
}

int ServerProcess::Stop() {
  process_->Signal(SIGTERM);
  return process_->Wait();
}

void ServerProcess::Kill() {
  process_->Signal(SIGKILL);
  process_->Wait();
}

void ServerProcess::StartAgain() { Start(); }

void ServerProcess::Start() {
  std::vector<std::string> arguments = {
      STANCED, "--listen",    address_, "--metrics-address",
      ":0",    "--log-level", "error"};
  arguments.insert(arguments.end(), flags_.begin(), flags_.end());
  process_ = std::make_unique<ChildProcess>(arguments);
  address_ =
      process_->WaitForOutput(R"("event":"listening","address":")", "\"");
  metrics_ = process_->WaitForOutput(
      R"("event":"metrics listening","address":")", "\"");
  EXPECT_NE(process_->WaitForOutput(R"("event":"serving",)", "}"), "")
      << process_->Errors();
}

double ServerProcess::Megabytes() const {
  std::ifstream file("/proc/" + std::to_string(process_->pid()) + "/status");
  std::string word;
  double kilobytes = 0;
  while (file >> word) {
    if (word == "VmRSS:") file >> kilobytes;
  }
  return kilobytes / 1000;
}

int ServerProcess::OpenDescriptors() const {
  const std::filesystem::directory_iterator files(
      "/proc/" + std::to_string(process_->pid()) + "/fd");
  return static_cast<int>(std::distance(begin(files), end(files)));
}

double ServerProcess::Metric(const std::string& name) const {
  const std::string scraped = HttpGet(metrics_, "/metrics");
  const size_t at = scraped.find("\n" + name + " ");
  return at == std::string::npos
             ? -1
             : std::stod(scraped.substr(at + name.size() + 2));
}

}  // namespace stance
