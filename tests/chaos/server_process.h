// A stanced that a test starts, stops, kills and starts again.

#ifndef STANCE_TESTS_CHAOS_SERVER_PROCESS_H_
#define STANCE_TESTS_CHAOS_SERVER_PROCESS_H_

#include <grpcpp/channel.h>

#include <memory>
#include <string>
#include <vector>

#include "tests/operations/child_process.h"

namespace stance {

class ServerProcess {
 public:
  // Started with `flags`, once it serves.
  explicit ServerProcess(std::vector<std::string> flags);

  const std::string& address() const { return address_; }
  // Over a connection of its own; without retries.
  std::shared_ptr<grpc::Channel> Connect() const;

  void Signal(int signal_number) const { process_->Signal(signal_number); }
  // SIGTERM, and what it ended with.
  int Stop();
  // SIGKILL.
  void Kill();
  // At the same address as before.
  void StartAgain();

  // Of the process.
  double Megabytes() const;
  int OpenDescriptors() const;
  // Of a metric, with its labels as they are written; -1 where there is none.
  double Metric(const std::string& name) const;

 private:
  void Start();

  const std::vector<std::string> flags_;
  std::string address_ = "127.0.0.1:0";
  std::string metrics_;
  std::unique_ptr<ChildProcess> process_;
};

}  // namespace stance

#endif  // STANCE_TESTS_CHAOS_SERVER_PROCESS_H_
