// crowd: callers that ask a service of several replicas without a pause, as
// stancectl connects (round robin, health checks, retries), until so many calls
// have ended. Prints {"answered": n, "failures": {"code message": n}}. For
// ./dev lab.

#include <CLI/CLI.hpp>
#include <iostream>
#include <string>

#include "client/connection.h"
#include "client/json.h"
#include "tests/chaos/crowd.h"

int main(int argc, char** argv) {
  CLI::App program("Callers that ask without a pause", "crowd");
  std::string server;
  std::string text = "China opposes sanctions. France supports China.";
  int callers = 8;
  uint64_t calls = 1000;
  program.add_option("--server", server, "gRPC target")->required();
  program.add_option("--text", text, "What is sent")->capture_default_str();
  program.add_option("--callers", callers, "How many")->capture_default_str();
  program.add_option("--calls", calls, "Answers to wait for")
      ->capture_default_str();
  CLI11_PARSE(program, argc, argv);

  stance::Crowd crowd(stance::client::OpenChannel({.server = server}), callers,
                      text);
  const bool answered = crowd.WaitForAnswers(calls);
  crowd.Stop();
  std::cout << "{\"answered\": " << crowd.answered() << ", \"failures\": {";
  const char* separator = "";
  for (const auto& [failure, count] : crowd.Failures()) {
    std::cout << separator << stance::client::JsonString(failure) << ": "
              << count;
    separator = ", ";
  }
  std::cout << "}}\n";
  return answered ? 0 : 1;
}
