// gRPC server credentials whose certificate may change while they are used.

#ifndef STANCE_SERVER_TLS_CREDENTIALS_H_
#define STANCE_SERVER_TLS_CREDENTIALS_H_

#include <grpcpp/security/server_credentials.h>

#include <memory>

#include "service/server/tls_material.h"

namespace stance {

// TLS 1.2 or 1.3. Each handshake uses what `current` holds when it begins.
// Where that has a client_ca at first, clients must show a certificate that it
// signed. For one port; both the credentials and `current` must outlive the
// server.
//
// gRPC's own credentials that reload files take whatever is in them: one bad
// key, and no client gets in any more.
std::shared_ptr<grpc::ServerCredentials> MakeTlsCredentials(
    const CurrentTls* current);

}  // namespace stance

#endif  // STANCE_SERVER_TLS_CREDENTIALS_H_
