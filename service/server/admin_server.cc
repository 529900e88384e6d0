#include "service/server/admin_server.h"

#include <grpcpp/ext/channelz_service_plugin.h>

namespace stance {

absl::StatusOr<RunningServer> StartAdminServer(
    const std::string& address, const std::vector<NamedService>& services) {
  grpc::channelz::experimental::InitChannelzService();
  std::vector<NamedService> names;
  for (const NamedService& service : services) {
    names.push_back({service.name, nullptr});
  }
  return StartServer({.listen = {address}, .reflection = true}, names);
}

}  // namespace stance
