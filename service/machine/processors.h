// How many processors there are for this process.

#ifndef STANCE_MACHINE_PROCESSORS_H_
#define STANCE_MACHINE_PROCESSORS_H_

#include <string>

namespace stance {

// Those that the process may run on (sched_getaffinity), or fewer where its
// control group, or one above it, has a quota: cpu.max (cgroup v2) or
// cpu.cfs_quota_us (v1), rounded up. A container that is given 2 processors of
// a machine with 64 sees 64, and is stopped for most of each tenth of a second
// when it uses more than its two. At least 1.
int AvailableProcessors();

// The quota under `root`, which stands for "/", rounded up; 0 where there is
// none. For tests.
int ProcessorQuota(const std::string& root);

}  // namespace stance

#endif  // STANCE_MACHINE_PROCESSORS_H_
