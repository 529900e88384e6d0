// What the process takes of the machine, as Prometheus's own clients tell it.

#ifndef STANCE_OPERATIONS_PROCESS_METRICS_H_
#define STANCE_OPERATIONS_PROCESS_METRICS_H_

#include "service/operations/metric_families.h"

namespace stance {

// process_cpu_seconds_total, process_resident_memory_bytes, process_open_fds,
// process_max_fds, process_start_time_seconds, process_threads; from /proc.
void AddProcessMetrics(MetricFamilies* out);

}  // namespace stance

#endif  // STANCE_OPERATIONS_PROCESS_METRICS_H_
