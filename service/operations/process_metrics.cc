#include "service/operations/process_metrics.h"

#include <sys/resource.h>
#include <sys/time.h>
#include <unistd.h>

#include <chrono>
#include <filesystem>
#include <fstream>
#include <string>
#include <system_error>

namespace stance {
namespace {

double Seconds(const timeval& time) {
  return double(time.tv_sec) + double(time.tv_usec) / 1e6;
}

// The field of /proc/self/status of that name, a number; 0 where there is none.
double StatusField(const std::string& name) {
  std::ifstream file("/proc/self/status");
  std::string line;
  while (std::getline(file, line)) {
    if (line.starts_with(name + ":")) {
      return std::stod(line.substr(name.size() + 1));
    }
  }
  return 0;
}

double OpenDescriptors() {
  std::error_code error;
  double count = 0;
  for (std::filesystem::directory_iterator it("/proc/self/fd", error), end;
       !error && it != end; it.increment(error)) {
    ++count;
  }
  return count > 0 ? count - 1 : 0;  // the directory itself
}

const double kStart = std::chrono::duration<double>(
                          std::chrono::system_clock::now().time_since_epoch())
                          .count();

}  // namespace

void AddProcessMetrics(MetricFamilies* out) {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  out->Counter("process_cpu_seconds_total",
               "CPU time of the process, user and system, in seconds.")
      .Value(Seconds(usage.ru_utime) + Seconds(usage.ru_stime));
  out->Gauge("process_resident_memory_bytes",
             "Memory of the process that is resident, in bytes.")
      .Value(StatusField("VmRSS") * 1024);
  out->Gauge("process_threads", "Threads of the process.")
      .Value(StatusField("Threads"));
  out->Gauge("process_open_fds", "File descriptors that are open.")
      .Value(OpenDescriptors());
  rlimit limit{};
  getrlimit(RLIMIT_NOFILE, &limit);
  out->Gauge("process_max_fds", "File descriptors that may be open.")
      .Value(double(limit.rlim_cur));
  out->Gauge("process_start_time_seconds",
             "When the process started, in seconds since 1970 in UTC.")
      .Value(kStart);
}

}  // namespace stance
