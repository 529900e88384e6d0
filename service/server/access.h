// Which clients may call which service, by the names in their certificates.

#ifndef STANCE_SERVER_ACCESS_H_
#define STANCE_SERVER_ACCESS_H_

#include <grpcpp/server_context.h>

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"

namespace stance {

// Immutable; safe to use from any number of threads.
class Access {
 public:
  // Everyone whom the connection let in.
  Access() = default;

  // Only those named. An entry is a subject alternative name, as the
  // certificate has it ("news.example", "spiffe://prod/ns/news/sa/reader"), for
  // all services, or one for a service: "StanceService=news.example". A service
  // that no entry allows is closed. INVALID_ARGUMENT names the entry that is
  // none.
  static absl::StatusOr<Access> Only(const std::vector<std::string>& entries);

  // PERMISSION_DENIED, CLIENT_NOT_ALLOWED, with the names that the client's
  // certificate has. `service`: "StanceService" or "LexiconService".
  absl::Status Check(const grpc::CallbackServerContext& context,
                     std::string_view service) const;

 private:
  bool everyone_ = true;
  std::set<std::string, std::less<>> allowed_;  // "service=name"
};

}  // namespace stance

#endif  // STANCE_SERVER_ACCESS_H_
