// The flags that say who answers: --server, --embedded, --lexicon, --timeout.

#ifndef STANCE_CLIENT_SOURCE_FLAGS_H_
#define STANCE_CLIENT_SOURCE_FLAGS_H_

#include <CLI/App.hpp>
#include <memory>
#include <string>

#include "client/answerer.h"
#include "client/connection.h"

namespace stance::client {

inline constexpr const char* kDefaultServer = "localhost:50051";

class SourceFlags {
 public:
  // Adds the flags to a command. The object must outlive the parsing.
  void AddTo(CLI::App* command);

  // Only --server and --timeout: for commands that need a server.
  void AddServerTo(CLI::App* command);

  // What the flags and STANCE_SERVER name.
  Connection ServerConnection() const;

  bool is_embedded() const { return embedded_; }

  // Somebody said who answers, by a flag or in the environment.
  bool IsNamed() const;

  // Whoever the flags name. FAILED_PRECONDITION: a lexicon that does not load;
  // a server is not asked yet.
  google::rpc::Status MakeAnswerer(std::unique_ptr<Answerer>* answerer) const;

 private:
  std::string server_;
  bool embedded_ = false;
  std::string lexicon_;
  std::string timeout_ = "30s";
};

}  // namespace stance::client

#endif  // STANCE_CLIENT_SOURCE_FLAGS_H_
