#include "service/server/tls_material.h"

#include <openssl/bio.h>
#include <openssl/err.h>
#include <openssl/pem.h>
#include <openssl/x509.h>

#include <ctime>
#include <fstream>
#include <iterator>

#include "absl/strings/str_cat.h"

namespace stance {
namespace {

template <auto Free>
struct Freer {
  template <class T>
  void operator()(T* object) const {
    Free(object);
  }
};
using Bio = std::unique_ptr<BIO, Freer<BIO_free_all>>;
using Certificate = std::unique_ptr<X509, Freer<X509_free>>;
using Key = std::unique_ptr<EVP_PKEY, Freer<EVP_PKEY_free>>;

absl::Status Wrong(const std::string& file, const std::string& what) {
  return absl::InvalidArgumentError(absl::StrCat(file, ": ", what));
}

absl::StatusOr<std::string> ReadFile(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  std::string text((std::istreambuf_iterator<char>(file)), {});
  if (!file || text.empty()) return Wrong(path, "cannot be read, or is empty");
  return text;
}

Bio Open(const std::string& text) {
  return Bio(BIO_new_mem_buf(text.data(), static_cast<int>(text.size())));
}

Certificate NextCertificate(BIO* bio) {
  Certificate certificate(PEM_read_bio_X509(bio, nullptr, nullptr, nullptr));
  ERR_clear_error();
  return certificate;
}

std::chrono::system_clock::time_point ToTime(const ASN1_TIME* time) {
  tm utc{};
  ASN1_TIME_to_tm(time, &utc);
  return std::chrono::system_clock::from_time_t(timegm(&utc));
}

std::string ToText(std::chrono::system_clock::time_point time) {
  const time_t seconds = std::chrono::system_clock::to_time_t(time);
  tm utc{};
  gmtime_r(&seconds, &utc);
  char text[sizeof "2026-01-31T09:00:00Z"];
  strftime(text, sizeof text, "%Y-%m-%dT%H:%M:%SZ", &utc);
  return text;
}

absl::Status CheckServer(const TlsFiles& files, TlsMaterial* material) {
  const Bio chain = Open(material->certificate);
  const Certificate server = NextCertificate(chain.get());
  if (server == nullptr) {
    return Wrong(files.certificate, "holds no certificate in PEM");
  }
  material->expiry = ToTime(X509_get0_notAfter(server.get()));
  const auto now = std::chrono::system_clock::now();
  if (material->expiry <= now) {
    return Wrong(files.certificate, absl::StrCat("the certificate expired at ",
                                                 ToText(material->expiry)));
  }
  const auto begin = ToTime(X509_get0_notBefore(server.get()));
  if (begin > now) {
    return Wrong(
        files.certificate,
        absl::StrCat("the certificate is not valid before ", ToText(begin)));
  }
  const Bio key_text = Open(material->key);
  // No passphrase is asked for.
  const Key key(PEM_read_bio_PrivateKey(
      key_text.get(), nullptr, [](char*, int, int, void*) { return -1; },
      nullptr));
  ERR_clear_error();
  if (key == nullptr) {
    return Wrong(files.key, "holds no private key in PEM without a passphrase");
  }
  const bool belongs = X509_check_private_key(server.get(), key.get()) == 1;
  ERR_clear_error();
  if (!belongs) {
    return Wrong(files.key,
                 absl::StrCat("is not the key of the certificate in ",
                              files.certificate));
  }
  return absl::OkStatus();
}

}  // namespace

absl::StatusOr<TlsMaterial> ReadTlsMaterial(const TlsFiles& files) {
  TlsMaterial material;
  const std::pair<const std::string&, std::string&> reads[] = {
      {files.certificate, material.certificate},
      {files.key, material.key},
      {files.client_ca, material.client_ca}};
  for (const auto& [path, text] : reads) {
    if (path.empty()) continue;
    absl::StatusOr<std::string> read = ReadFile(path);
    if (!read.ok()) return read.status();
    text = *std::move(read);
  }
  if (absl::Status status = CheckServer(files, &material); !status.ok()) {
    return status;
  }
  if (!files.client_ca.empty() &&
      NextCertificate(Open(material.client_ca).get()) == nullptr) {
    return Wrong(files.client_ca, "holds no certificate in PEM");
  }
  return material;
}

}  // namespace stance
