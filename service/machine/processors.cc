#include "service/machine/processors.h"

#include <sched.h>

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string_view>
#include <vector>

namespace stance {
namespace {

namespace fs = std::filesystem;

// In processors; 0 where there is none.
double QuotaV2(const fs::path& group) {
  std::ifstream file(group / "cpu.max");
  std::string quota;
  double period = 0;
  // "max 100000" or "150000 100000"
  if (!(file >> quota >> period) || quota == "max" || period <= 0) return 0;
  return std::strtod(quota.c_str(), nullptr) / period;
}

double QuotaV1(const fs::path& group) {
  double quota = -1;
  double period = 0;
  std::ifstream(group / "cpu.cfs_quota_us") >> quota;
  std::ifstream(group / "cpu.cfs_period_us") >> period;
  return quota > 0 && period > 0 ? quota / period : 0;
}

// The least quota from the group `path` up to the top of the hierarchy. Inside
// a container the path may be one of the host's that is not there: then the top
// is the container's own group.
double LeastQuota(const fs::path& top, const fs::path& path,
                  double (*quota_of)(const fs::path&)) {
  double least = 0;
  fs::path group = top / path.relative_path();
  while (true) {
    const double quota = quota_of(group);
    if (quota > 0) least = least > 0 ? std::min(least, quota) : quota;
    if (group == top || !group.has_relative_path()) return least;
    group = group.parent_path();
  }
}

bool Names(std::string_view controllers, std::string_view name) {
  std::istringstream list{std::string(controllers)};
  for (std::string controller; std::getline(list, controller, ',');) {
    if (controller == name) return true;
  }
  return false;
}

}  // namespace

int ProcessorQuota(const std::string& root) {
  const fs::path mounted = fs::path(root) / "sys/fs/cgroup";
  double least = 0;
  const auto take = [&least](double quota) {
    if (quota > 0) least = least > 0 ? std::min(least, quota) : quota;
  };
  // "0::/pod/container" (v2), "4:cpu,cpuacct:/pod/container" (v1)
  std::ifstream groups(fs::path(root) / "proc/self/cgroup");
  for (std::string line; std::getline(groups, line);) {
    const size_t first = line.find(':');
    const size_t second = line.find(':', first + 1);
    if (second == std::string::npos) continue;
    const std::string controllers = line.substr(first + 1, second - first - 1);
    const std::string path = line.substr(second + 1);
    if (controllers.empty()) {
      take(LeastQuota(mounted, path, QuotaV2));
    } else if (Names(controllers, "cpu")) {
      for (const std::string& name : {controllers, std::string("cpu")}) {
        std::error_code error;
        if (!fs::is_directory(mounted / name, error)) continue;
        take(LeastQuota(mounted / name, path, QuotaV1));
        break;
      }
    }
  }
  return static_cast<int>(std::ceil(least));
}

int AvailableProcessors() {
  cpu_set_t allowed;
  CPU_ZERO(&allowed);
  int count = 1;
  if (sched_getaffinity(0, sizeof(allowed), &allowed) == 0) {
    count = std::max(1, CPU_COUNT(&allowed));
  }
  const int quota = ProcessorQuota("/");
  return quota > 0 ? std::min(count, quota) : count;
}

}  // namespace stance
