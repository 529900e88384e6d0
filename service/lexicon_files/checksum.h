// What tells two lexicons apart.

#ifndef STANCE_LEXICON_FILES_CHECKSUM_H_
#define STANCE_LEXICON_FILES_CHECKSUM_H_

#include <openssl/evp.h>

#include <string>
#include <string_view>

namespace stance {

// SHA-256 over names and contents, each with its length before it so that no
// two lexicons have the same bytes.
class Checksum {
 public:
  Checksum();
  ~Checksum();
  Checksum(const Checksum&) = delete;
  Checksum& operator=(const Checksum&) = delete;

  void Add(std::string_view bytes);
  // Of all that was added; the last thing that is asked for.
  std::string Hex();

 private:
  EVP_MD_CTX* context_;
};

}  // namespace stance

#endif  // STANCE_LEXICON_FILES_CHECKSUM_H_
