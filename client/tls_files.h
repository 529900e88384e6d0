// Certificates and keys from files.

#ifndef STANCE_CLIENT_TLS_FILES_H_
#define STANCE_CLIENT_TLS_FILES_H_

#include "absl/status/statusor.h"
#include "client/connection.h"
#include "client/profile.h"

namespace stance::client {

// What the settings say about TLS, files read. INVALID_ARGUMENT: a file that is
// not PEM of the kind it should be, a certificate without its key, TLS turned
// off beside files for it; NOT_FOUND: one that cannot be read. Each names the
// file.
absl::StatusOr<Tls> ReadTlsFiles(const ServerSettings& settings);

}  // namespace stance::client

#endif  // STANCE_CLIENT_TLS_FILES_H_
