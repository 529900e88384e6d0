#include "service/operations/metrics_endpoint.h"

#include <exception>

#include "absl/strings/str_cat.h"
#include "service/operations/loopback.h"

namespace stance {

absl::StatusOr<MetricsEndpoint> ServeMetrics(
    const std::string& address,
    const std::shared_ptr<prometheus::Collectable>& metrics) {
  const std::string bound = WithLoopback(address);
  MetricsEndpoint endpoint;
  try {
    // The library throws where it cannot listen.
    endpoint.exposer = std::make_unique<prometheus::Exposer>(bound, 2);
  } catch (const std::exception&) {
    return absl::UnavailableError(
        absl::StrCat("cannot listen on ", bound,
                     " for metrics: is it a free address of this machine, as "
                     "in 127.0.0.1:9464?"));
  }
  endpoint.exposer->RegisterCollectable(metrics);
  endpoint.address =
      absl::StrCat(bound.substr(0, bound.rfind(':') + 1),
                   endpoint.exposer->GetListeningPorts().front());
  return endpoint;
}

}  // namespace stance
