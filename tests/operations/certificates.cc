#include "tests/operations/certificates.h"

#include <openssl/bio.h>
#include <openssl/ec.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/x509.h>
#include <openssl/x509v3.h>

#include <memory>
#include <random>

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

Bio Open(const std::string& text) {
  return Bio(BIO_new_mem_buf(text.data(), static_cast<int>(text.size())));
}

template <class Write>
std::string ToPem(Write write) {
  const Bio bio(BIO_new(BIO_s_mem()));
  write(bio.get());
  char* data = nullptr;
  const long size = BIO_get_mem_data(bio.get(), &data);
  return std::string(data, static_cast<size_t>(size));
}

void AddExtension(X509* certificate, X509* issuer, int id,
                  const std::string& value) {
  X509V3_CTX context;
  X509V3_set_ctx(&context, issuer, certificate, nullptr, nullptr, 0);
  X509_EXTENSION* extension =
      X509V3_EXT_conf_nid(nullptr, &context, id, value.c_str());
  X509_add_ext(certificate, extension, -1);
  X509_EXTENSION_free(extension);
}

}  // namespace

CertificateAndKey MakeCertificate(const CertificateRequest& request,
                                  const CertificateAndKey* issuer) {
  const Key key(EVP_EC_gen("P-256"));
  const Certificate certificate(X509_new());
  X509_set_version(certificate.get(), 2);
  std::random_device random;
  ASN1_INTEGER_set(X509_get_serialNumber(certificate.get()),
                   static_cast<long>(random() >> 1));
  X509_gmtime_adj(X509_getm_notBefore(certificate.get()),
                  std::chrono::seconds(request.valid_from).count());
  X509_gmtime_adj(X509_getm_notAfter(certificate.get()),
                  std::chrono::seconds(request.valid_until).count());
  X509_NAME_add_entry_by_txt(
      X509_get_subject_name(certificate.get()), "CN", MBSTRING_ASC,
      reinterpret_cast<const unsigned char*>(request.common_name.c_str()), -1,
      -1, 0);
  X509_set_pubkey(certificate.get(), key.get());

  Certificate issuer_certificate;
  Key issuer_key;
  if (issuer != nullptr) {
    issuer_certificate.reset(PEM_read_bio_X509(Open(issuer->certificate).get(),
                                               nullptr, nullptr, nullptr));
    issuer_key.reset(PEM_read_bio_PrivateKey(Open(issuer->key).get(), nullptr,
                                             nullptr, nullptr));
  }
  X509* const signer =
      issuer == nullptr ? certificate.get() : issuer_certificate.get();
  X509_set_issuer_name(certificate.get(), X509_get_subject_name(signer));
  AddExtension(certificate.get(), signer, NID_basic_constraints,
               request.is_authority ? "critical,CA:TRUE" : "CA:FALSE");
  if (!request.alternative_names.empty()) {
    AddExtension(certificate.get(), signer, NID_subject_alt_name,
                 request.alternative_names);
  }
  X509_sign(certificate.get(), issuer == nullptr ? key.get() : issuer_key.get(),
            EVP_sha256());
  return {ToPem([&](BIO* bio) { PEM_write_bio_X509(bio, certificate.get()); }),
          ToPem([&](BIO* bio) {
            PEM_write_bio_PrivateKey(bio, key.get(), nullptr, nullptr, 0,
                                     nullptr, nullptr);
          })};
}

}  // namespace stance
