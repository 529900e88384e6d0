// Certificates that change while the server runs.

#ifndef STANCE_OPERATIONS_TLS_RELOAD_H_
#define STANCE_OPERATIONS_TLS_RELOAD_H_

#include <atomic>
#include <chrono>
#include <functional>
#include <thread>

#include "absl/status/status.h"
#include "service/server/tls_material.h"

namespace stance {

// Reads the files again and again, and hands over what has changed and is of
// use. What is not (half written, expired, a key of another certificate,
// vanished) leaves what there is in force.
//
// The contents are compared, not times or watches: that holds for files that
// are written over, renamed over, or swapped by a link, on any file system.
class TlsReload {
 public:
  // OK for each change that was taken, an error for each new reason why one was
  // not. From a thread of its own.
  using OnChange = std::function<void(const absl::Status&)>;

  // `current` must outlive it.
  TlsReload(TlsFiles files, std::chrono::milliseconds interval,
            CurrentTls* current, OnChange on_change);
  ~TlsReload();
  TlsReload(const TlsReload&) = delete;
  TlsReload& operator=(const TlsReload&) = delete;

 private:
  void Run(std::chrono::milliseconds interval);

  const TlsFiles files_;
  CurrentTls& current_;
  const OnChange on_change_;
  std::atomic<bool> ending_ = false;
  std::thread thread_;
};

}  // namespace stance

#endif  // STANCE_OPERATIONS_TLS_RELOAD_H_
