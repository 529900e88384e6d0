// Named servers in a file, like kubectl's contexts.
//
//   profile = "prod"                 # the one that counts unless one is named
//
//   [profiles.prod]
//   server = "dns:///stance.example.org:443"
//   timeout = "10s"
//   tls = true
//   tls-ca = "ca.pem"                # beside this file

#ifndef STANCE_CLIENT_PROFILE_H_
#define STANCE_CLIENT_PROFILE_H_

#include <string>

#include "absl/status/statusor.h"

namespace stance::client {

// Where a server is and how to speak to it, as flags, the environment and
// profiles give it. An empty field is not given.
struct ServerSettings {
  std::string server;   // a gRPC target
  std::string timeout;  // "10s"
  std::string tls;      // "true" or "false"
  std::string tls_ca;   // files in PEM
  std::string tls_cert;
  std::string tls_key;
  std::string tls_server_name;

  // Takes from `other` what is not given here.
  void FillFrom(const ServerSettings& other);
};

// The file of profiles: $STANCE_CONFIG, $XDG_CONFIG_HOME/stance/config.toml or
// ~/.config/stance/config.toml.
std::string ConfigPath();

// The profile `name` of the file; with an empty name the one that the file says
// counts, nothing where it names none or there is no file. Paths in it are made
// relative to the file's directory. INVALID_ARGUMENT: what is wrong with the
// file, with its line; a key that is none. NOT_FOUND: there is no such profile,
// and which there are.
absl::StatusOr<ServerSettings> ReadProfile(const std::string& path,
                                           const std::string& name);

}  // namespace stance::client

#endif  // STANCE_CLIENT_PROFILE_H_
