#include "service/server/tls_credentials.h"

#include <grpc/grpc.h>
#include <grpc/grpc_security.h>

#include <string>

namespace stance {
namespace {

class TlsCredentials final : public grpc::ServerCredentials {
 public:
  explicit TlsCredentials(const CurrentTls* current)
      : current_(*current),
        credentials_(grpc_ssl_server_credentials_create_with_options(
            grpc_ssl_server_credentials_create_options_using_config_fetcher(
                current->Get()->client_ca.empty()
                    ? GRPC_SSL_DONT_REQUEST_CLIENT_CERTIFICATE
                    : GRPC_SSL_REQUEST_AND_REQUIRE_CLIENT_CERTIFICATE_AND_VERIFY,
                &TlsCredentials::Fetch, this))) {}

  ~TlsCredentials() override { grpc_server_credentials_release(credentials_); }

  // Who may call what is asked where calls are answered (see access.h).
  void SetAuthMetadataProcessor(
      const std::shared_ptr<grpc::AuthMetadataProcessor>&) override {}

 private:
  int AddPortToServer(const std::string& address,
                      grpc_server* server) override {
    return grpc_server_add_http2_port(server, address.c_str(), credentials_);
  }

  // Before each handshake; gRPC holds a lock of the port's.
  static grpc_ssl_certificate_config_reload_status Fetch(
      void* credentials, grpc_ssl_server_certificate_config** config) {
    auto& self = *static_cast<TlsCredentials*>(credentials);
    std::shared_ptr<const TlsMaterial> material = self.current_.Get();
    if (material == self.used_)
      return GRPC_SSL_CERTIFICATE_CONFIG_RELOAD_UNCHANGED;
    const grpc_ssl_pem_key_cert_pair pair = {material->key.c_str(),
                                             material->certificate.c_str()};
    // gRPC wants roots also where no client is asked for a certificate.
    const std::string& roots = material->client_ca.empty()
                                   ? material->certificate
                                   : material->client_ca;
    *config =
        grpc_ssl_server_certificate_config_create(roots.c_str(), &pair, 1);
    self.used_ = std::move(material);
    return GRPC_SSL_CERTIFICATE_CONFIG_RELOAD_NEW;
  }

  const CurrentTls& current_;
  std::shared_ptr<const TlsMaterial> used_;
  grpc_server_credentials* const credentials_;
};

}  // namespace

std::shared_ptr<grpc::ServerCredentials> MakeTlsCredentials(
    const CurrentTls* current) {
  return std::make_shared<TlsCredentials>(current);
}

}  // namespace stance
