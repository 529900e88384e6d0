#include "service/machine/processors.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <string>
#include <utility>
#include <vector>

#include "tests/server/test_lexicon.h"

namespace stance {
namespace {

TEST(ProcessorsTest, QuotasOfControlGroups) {
  const struct {
    const char* name;
    std::vector<std::pair<const char*, const char*>> files;
    int quota;
  } rows[] = {
      {"no control groups", {}, 0},
      {"v2, of a container that sees itself as the top",
       {{"proc/self/cgroup", "0::/\n"},
        {"sys/fs/cgroup/cpu.max", "150000 100000\n"}},
       2},
      {"v2, none",
       {{"proc/self/cgroup", "0::/\n"},
        {"sys/fs/cgroup/cpu.max", "max 100000\n"}},
       0},
      {"v2, the least on the way up",
       {{"proc/self/cgroup", "0::/kubepods/pod1/c1\n"},
        {"sys/fs/cgroup/kubepods/cpu.max", "800000 100000\n"},
        {"sys/fs/cgroup/kubepods/pod1/cpu.max", "300000 100000\n"},
        {"sys/fs/cgroup/kubepods/pod1/c1/cpu.max", "max 100000\n"}},
       3},
      {"v2, another period",
       {{"proc/self/cgroup", "0::/a\n"},
        {"sys/fs/cgroup/a/cpu.max", "20000 10000"}},
       2},
      {"v2, less than one",
       {{"proc/self/cgroup", "0::/\n"},
        {"sys/fs/cgroup/cpu.max", "5000 100000\n"}},
       1},
      {"v1",
       {{"proc/self/cgroup", "5:memory:/x\n4:cpu,cpuacct:/docker/1\n0::/\n"},
        {"sys/fs/cgroup/cpu,cpuacct/docker/1/cpu.cfs_quota_us", "400000\n"},
        {"sys/fs/cgroup/cpu,cpuacct/docker/1/cpu.cfs_period_us", "100000\n"}},
       4},
      {"v1, mounted as cpu, the path is the host's",
       {{"proc/self/cgroup", "4:cpuacct,cpu:/host/path\n"},
        {"sys/fs/cgroup/cpu/cpu.cfs_quota_us", "250000"},
        {"sys/fs/cgroup/cpu/cpu.cfs_period_us", "100000"}},
       3},
      {"v1, none",
       {{"proc/self/cgroup", "4:cpu:/\n"},
        {"sys/fs/cgroup/cpu/cpu.cfs_quota_us", "-1"},
        {"sys/fs/cgroup/cpu/cpu.cfs_period_us", "100000"}},
       0},
      {"v1, cpuset is not cpu",
       {{"proc/self/cgroup", "4:cpuset:/\n"},
        {"sys/fs/cgroup/cpu/cpu.cfs_quota_us", "100000"},
        {"sys/fs/cgroup/cpu/cpu.cfs_period_us", "100000"}},
       0},
      {"rubbish",
       {{"proc/self/cgroup", "x\n0::/\n::::\n"},
        {"sys/fs/cgroup/cpu.max", "many of them\n"}},
       0},
  };
  for (const auto& row : rows) {
    SCOPED_TRACE(row.name);
    const std::filesystem::path root = MakeTempDirectory();
    for (const auto& [path, text] : row.files) WriteFile(root / path, text);
    EXPECT_EQ(ProcessorQuota(root), row.quota);
    std::filesystem::remove_all(root);
  }
}

TEST(ProcessorsTest, ThereIsAtLeastOne) { EXPECT_GE(AvailableProcessors(), 1); }

}  // namespace
}  // namespace stance
