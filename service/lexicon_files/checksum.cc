#include "service/lexicon_files/checksum.h"

#include "absl/strings/escaping.h"
#include "service/engine/lexicon/concat.h"

namespace stance {

Checksum::Checksum() : context_(EVP_MD_CTX_new()) {
  EVP_DigestInit_ex(context_, EVP_sha256(), nullptr);
}

Checksum::~Checksum() { EVP_MD_CTX_free(context_); }

void Checksum::Add(std::string_view bytes) {
  const std::string length = Concat(bytes.size(), ":");
  EVP_DigestUpdate(context_, length.data(), length.size());
  EVP_DigestUpdate(context_, bytes.data(), bytes.size());
}

std::string Checksum::Hex() {
  unsigned char digest[EVP_MAX_MD_SIZE];
  unsigned int size = 0;
  EVP_DigestFinal_ex(context_, digest, &size);
  return absl::BytesToHexString(
      absl::string_view(reinterpret_cast<const char*>(digest), size));
}

}  // namespace stance
