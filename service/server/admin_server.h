// A server for those who run the service, apart from that for its callers.

#ifndef STANCE_SERVER_ADMIN_SERVER_H_
#define STANCE_SERVER_ADMIN_SERVER_H_

#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "service/server/server.h"

namespace stance {

// Answers health checks of `services` (which it does not serve), channelz and
// reflection, in plaintext. UNAVAILABLE where `address` cannot be listened on.
// From then on every server of the process that is built has channelz and
// reflection: build the callers' before.
absl::StatusOr<RunningServer> StartAdminServer(
    const std::string& address, const std::vector<NamedService>& services);

}  // namespace stance

#endif  // STANCE_SERVER_ADMIN_SERVER_H_
