#include "service/operations/tls_reload.h"

#include <string>
#include <utility>

namespace stance {

TlsReload::TlsReload(TlsFiles files, std::chrono::milliseconds interval,
                     CurrentTls* current, OnChange on_change)
    : files_(std::move(files)),
      current_(*current),
      on_change_(std::move(on_change)),
      thread_([this, interval] { Run(interval); }) {}

TlsReload::~TlsReload() {
  ending_ = true;
  thread_.join();
}

void TlsReload::Run(std::chrono::milliseconds interval) {
  std::string told;  // the error that was told last
  while (!ending_) {
    std::this_thread::sleep_for(interval);
    absl::StatusOr<TlsMaterial> read = ReadTlsMaterial(files_);
    if (!read.ok()) {
      std::string message(read.status().message());
      if (message == told) continue;
      told = std::move(message);
      on_change_(read.status());
      continue;
    }
    told.clear();
    if (*read == *current_.Get()) continue;
    current_.Set(*std::move(read));
    on_change_(absl::OkStatus());
  }
}

}  // namespace stance
