#include "client/tls_files.h"

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "client/input.h"

namespace stance::client {
namespace {

constexpr size_t kLargestFile = 8 << 20;  // all of Mozilla's are 220 KB

// The file at `path`, which must hold a block whose label ends in `label`;
// nothing where no file is named.
absl::Status ReadPem(const std::string& path, const char* label,
                     const char* what, std::string* pem) {
  if (path.empty()) return absl::OkStatus();
  auto text = ReadText(path, kLargestFile);
  if (!text.ok()) {
    return absl::NotFoundError(
        absl::StrCat(path, ": ", text.status().message()));
  }
  *pem = *std::move(text);
  if (absl::StrContains(*pem, "-----BEGIN ") &&
      absl::StrContains(*pem, absl::StrCat(label, "-----"))) {
    return absl::OkStatus();
  }
  return absl::InvalidArgumentError(
      absl::StrCat(path, ": there is no ", what, " in PEM in it"));
}

}  // namespace

absl::StatusOr<Tls> ReadTlsFiles(const ServerSettings& settings) {
  Tls out;
  const bool any = !settings.tls_ca.empty() || !settings.tls_cert.empty() ||
                   !settings.tls_key.empty() ||
                   !settings.tls_server_name.empty();
  if (!settings.tls.empty() && settings.tls != "true" &&
      settings.tls != "false") {
    return absl::InvalidArgumentError(
        absl::StrCat("STANCE_TLS is true or false, not ", settings.tls));
  }
  if (settings.tls == "false" && any) {
    return absl::InvalidArgumentError(
        "TLS is turned off, and certificates are named for it");
  }
  out.enabled = any || settings.tls == "true";
  out.server_name = settings.tls_server_name;
  absl::Status status =
      ReadPem(settings.tls_ca, "CERTIFICATE", "certificate", &out.ca_pem);
  if (status.ok()) {
    status =
        ReadPem(settings.tls_cert, "CERTIFICATE", "certificate", &out.cert_pem);
  }
  if (status.ok()) {
    status =
        ReadPem(settings.tls_key, "PRIVATE KEY", "private key", &out.key_pem);
  }
  if (!status.ok()) return status;
  if (out.cert_pem.empty() != out.key_pem.empty()) {
    return absl::InvalidArgumentError(
        "a certificate of our own needs its private key: --tls-cert and "
        "--tls-key go together");
  }
  return out;
}

}  // namespace stance::client
