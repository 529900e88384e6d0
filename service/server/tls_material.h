// Certificates and keys, read from files and found to be of use.

#ifndef STANCE_SERVER_TLS_MATERIAL_H_
#define STANCE_SERVER_TLS_MATERIAL_H_

#include <chrono>
#include <memory>
#include <string>
#include <utility>

#include "absl/status/statusor.h"
#include "service/server/shared_cell.h"

namespace stance {

struct TlsFiles {
  std::string certificate;  // PEM: the server's, then those above it
  std::string key;          // PEM: its private key
  // PEM: who signs clients' certificates. Empty: clients need none.
  std::string client_ca;
};

// What the files hold.
struct TlsMaterial {
  std::string certificate;
  std::string key;
  std::string client_ca;
  std::chrono::system_clock::time_point expiry;  // of the server's certificate

  friend bool operator==(const TlsMaterial&, const TlsMaterial&) = default;
};

// Reads the files and checks them: certificates can be read, the server's is
// valid now and belongs to the key. INVALID_ARGUMENT names the file and what is
// wrong with it; never what is in it.
absl::StatusOr<TlsMaterial> ReadTlsMaterial(const TlsFiles& files);

// What handshakes use at present; changed while the server runs. Safe to use
// from any number of threads.
class CurrentTls {
 public:
  explicit CurrentTls(TlsMaterial material) { Set(std::move(material)); }

  std::shared_ptr<const TlsMaterial> Get() const { return material_.Get(); }
  void Set(TlsMaterial material) {
    material_.Set(std::make_shared<const TlsMaterial>(std::move(material)));
  }

 private:
  SharedCell<TlsMaterial> material_;
};

}  // namespace stance

#endif  // STANCE_SERVER_TLS_MATERIAL_H_
