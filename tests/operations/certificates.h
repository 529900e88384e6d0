// Certificates made up for a test.

#ifndef STANCE_TESTS_OPERATIONS_CERTIFICATES_H_
#define STANCE_TESTS_OPERATIONS_CERTIFICATES_H_

#include <chrono>
#include <string>

namespace stance {

// In PEM.
struct CertificateAndKey {
  std::string certificate;
  std::string key;
};

struct CertificateRequest {
  std::string common_name = "test";
  // As OpenSSL writes them: "DNS:localhost,URI:spiffe://prod/reader". Empty:
  // none.
  std::string alternative_names;
  std::chrono::hours valid_from{-1};  // from now
  std::chrono::hours valid_until{24};
  bool is_authority = false;
};

// Signed by `issuer`, or by itself where that is null.
CertificateAndKey MakeCertificate(const CertificateRequest& request,
                                  const CertificateAndKey* issuer = nullptr);

}  // namespace stance

#endif  // STANCE_TESTS_OPERATIONS_CERTIFICATES_H_
