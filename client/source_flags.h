// The flags that say who answers: --server and all that belongs to a server,
// --embedded, --lexicon.

#ifndef STANCE_CLIENT_SOURCE_FLAGS_H_
#define STANCE_CLIENT_SOURCE_FLAGS_H_

#include <CLI/App.hpp>
#include <memory>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "client/answerer.h"
#include "client/connection.h"
#include "client/profile.h"

namespace stance::client {

inline constexpr const char* kDefaultServer = "localhost:50051";
inline constexpr const char* kDefaultTimeout = "30s";

class SourceFlags {
 public:
  // Adds the flags to a command. The object must outlive the parsing.
  void AddTo(CLI::App* command);

  // Only the flags about servers: for commands that need one.
  void AddServerTo(CLI::App* command);

  // What the flags name, else the profile of --profile, else the environment
  // (STANCE_SERVER, STANCE_TIMEOUT, STANCE_TLS, …), else the profile of
  // STANCE_PROFILE or the file's. The file's counts only where nothing else
  // names the server. Throws
  // CLI::ValidationError where an address, a profile or a certificate is wrong:
  // call it while arguments are parsed.
  Connection ServerConnection() const;

  bool is_embedded() const { return embedded_; }

  // Somebody said who answers: a flag, the environment, a profile.
  bool IsNamed() const;

  // Whoever the flags name; throws as ServerConnection() does.
  // FAILED_PRECONDITION: a lexicon that does not load; a server is not asked
  // yet.
  google::rpc::Status MakeAnswerer(std::unique_ptr<Answerer>* answerer) const;

 private:
  absl::StatusOr<ServerSettings> Settings() const;
  absl::StatusOr<Connection> FindConnection() const;

  ServerSettings given_;
  bool tls_ = false;
  std::string profile_;
  bool embedded_ = false;
  std::vector<std::string> lexicons_;
};

}  // namespace stance::client

#endif  // STANCE_CLIENT_SOURCE_FLAGS_H_
