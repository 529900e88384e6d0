// Where metrics are scraped: HTTP, plaintext, GET /metrics.

#ifndef STANCE_OPERATIONS_METRICS_ENDPOINT_H_
#define STANCE_OPERATIONS_METRICS_ENDPOINT_H_

#include <prometheus/collectable.h>
#include <prometheus/exposer.h>

#include <memory>
#include <string>

#include "absl/status/statusor.h"

namespace stance {

struct MetricsEndpoint {
  std::unique_ptr<prometheus::Exposer> exposer;  // serves while it lives
  std::string address;                           // with the port taken
};

// `address` is host:port or [ipv6]:port; without a host, as in ":9464", that of
// the loopback. `metrics` must be kept alive. UNAVAILABLE where the address
// cannot be listened on.
absl::StatusOr<MetricsEndpoint> ServeMetrics(
    const std::string& address,
    const std::shared_ptr<prometheus::Collectable>& metrics);

}  // namespace stance

#endif  // STANCE_OPERATIONS_METRICS_ENDPOINT_H_
