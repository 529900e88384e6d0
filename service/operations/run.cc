#include "service/operations/run.h"

#include <chrono>
#include <cstdint>
#include <cstdio>
#include <memory>
#include <optional>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include "absl/strings/str_join.h"
#include "service/operations/drain.h"
#include "service/operations/first_load.h"
#include "service/operations/grpc_log.h"
#include "service/operations/lexicon_reload.h"
#include "service/operations/log.h"
#include "service/operations/loopback.h"
#include "service/operations/metrics.h"
#include "service/operations/metrics_endpoint.h"
#include "service/operations/observers.h"
#include "service/operations/settings.h"
#include "service/operations/signals.h"
#include "service/operations/tls_reload.h"
#include "service/server/admin_server.h"
#include "service/server/lexicon_service.h"
#include "service/server/server.h"
#include "service/server/stance_service.h"
#include "service/server/wait_probe.h"

namespace stance {
namespace {

using SteadyClock = std::chrono::steady_clock;

constexpr std::chrono::milliseconds kTlsReloadInterval{1000};

uint64_t MillisecondsSince(SteadyClock::time_point start) {
  return static_cast<uint64_t>(
      std::chrono::duration_cast<std::chrono::milliseconds>(SteadyClock::now() -
                                                            start)
          .count());
}

void PrintFindings(const std::vector<Finding>& findings) {
  for (const Finding& finding : findings) {
    std::fprintf(stderr, "%s\n", FormatFinding(finding).c_str());
  }
}

int Fail(const std::string& message) {
  std::fprintf(stderr, "stanced: %s\n", message.c_str());
  return 1;
}

std::string Join(const std::vector<std::string>& directories) {
  return absl::StrJoin(directories, ",");
}

int FailToLoad(const Settings& settings) {
  return Fail("the lexicon " + Join(settings.lexicon) + " does not load");
}

int Check(const Settings& settings) {
  if (!settings.tls.certificate.empty()) {
    const absl::Status status = ReadTlsMaterial(settings.tls).status();
    if (!status.ok()) return Fail(std::string(status.message()));
  }
  std::vector<Finding> findings;
  const FirstLoad load(settings.lexicon, &findings);
  PrintFindings(findings);
  if (load.snapshot() == nullptr) return FailToLoad(settings);
  const Lexicon& lexicon = load.snapshot()->classifier.lexicon();
  std::printf("the lexicon %s loads: name %s, version %s, %zu examples hold\n",
              Join(settings.lexicon).c_str(), lexicon.name.c_str(),
              lexicon.version.c_str(), load.snapshot()->examples);
  return 0;
}

void LogFindings(const std::vector<Finding>& findings, Log* log) {
  for (const Finding& finding : findings) {
    log->Warning("lexicon finding", [&](JsonFields& fields) {
      fields.Add("finding", FormatFinding(finding));
    });
  }
}

void LogLexicon(std::string_view event, const Snapshot& snapshot,
                uint64_t milliseconds, Log* log) {
  const Lexicon& lexicon = snapshot.classifier.lexicon();
  log->Info(event, [&](JsonFields& fields) {
    fields.Add("name", lexicon.name);
    fields.Add("version", lexicon.version);
    fields.Add("checksum", lexicon.checksum);
    fields.Add("examples", uint64_t{snapshot.examples});
    fields.Add("milliseconds", milliseconds);
  });
}

// All that a process which serves is made of, in the order in which the parts
// need each other.
class Process {
 public:
  Process(const Settings& settings, Log* log)
      : settings_(settings),
        log_(*log),
        admission_(settings.admission),
        metrics_(std::make_shared<Metrics>(Metrics::Sources{
            &current_, &admission_, &streams_, &connection_counts_})),
        observers_({log, metrics_.get()}),
        access_(settings.allow_clients.empty()
                    ? Access()
                    : *Access::Only(settings.allow_clients)),
        stance_service_(
            {.current = &current_,
             .limits = {static_cast<size_t>(settings.max_article_bytes),
                        static_cast<size_t>(settings.max_message_bytes)},
             .access = access_,
             .admission = &admission_,
             .streams = &streams_,
             .workers = MakeWorkers(settings.workers),
             .observer = &observers_}),
        lexicon_service_(&current_, access_, &observers_) {}

  // At all addresses; answers NOT_SERVING and LEXICON_LOADING from then on.
  absl::Status Listen() {
    const std::vector<NamedService> services = {
        {v1::StanceService::service_full_name(), &stance_service_},
        {v1::LexiconService::service_full_name(), &lexicon_service_}};
    if (const absl::Status status = ReadTls(); !status.ok()) return status;
    absl::StatusOr<RunningServer> running = StartServer(
        {.listen = settings_.listen,
         .caps = settings_.caps,
         .counts = &connection_counts_,
         .max_message_bytes = static_cast<int>(settings_.max_message_bytes),
         .compress_answers = settings_.compression == "gzip",
         .connections = settings_.connections,
         .tls = tls_ ? &*tls_ : nullptr,
         .reflection = settings_.reflection},
        services);
    if (!running.ok()) return running.status();
    public_ = *std::move(running);
    for (const std::string& address : public_.addresses) {
      Announce("listening", address);
    }
    if (!settings_.admin_address.empty()) {
      running =
          StartAdminServer(WithLoopback(settings_.admin_address), services);
      if (!running.ok()) return running.status();
      admin_ = *std::move(running);
      Announce("admin listening", admin_->addresses.front());
    }
    if (!settings_.metrics_address.empty()) {
      absl::StatusOr<MetricsEndpoint> endpoint =
          ServeMetrics(settings_.metrics_address, metrics_);
      if (!endpoint.ok()) return endpoint.status();
      metrics_endpoint_ = *std::move(endpoint);
      Announce("metrics listening", metrics_endpoint_->address);
    }
    return absl::OkStatus();
  }

  // False where the lexicon is not fit to be served.
  bool LoadLexicon() {
    // Before the files are read: what changes meanwhile is told.
    DirectoryWatch watch(settings_.watch_lexicon ? settings_.lexicon
                                                 : std::vector<std::string>());
    if (!watch.problem().empty()) {
      log_.Warning("lexicon not watched", [&](JsonFields& fields) {
        fields.Add("reason", watch.problem());
      });
    }
    const auto start = SteadyClock::now();
    std::vector<Finding> findings;
    first_load_.emplace(settings_.lexicon, &findings);
    const std::shared_ptr<const Snapshot>& snapshot = first_load_->snapshot();
    if (snapshot == nullptr) {
      PrintFindings(findings);
      return false;
    }
    LogFindings(findings, &log_);
    LogLexicon("lexicon loaded", *snapshot, MillisecondsSince(start), &log_);
    current_.Set(snapshot);
    lexicon_reload_.emplace(
        LexiconReload::Options{.directories = settings_.lexicon,
                               .watch = settings_.watch_lexicon},
        std::move(watch), &current_,
        [this](const LexiconReload::Result& result) { OnReload(result); });
    return true;
  }

  void ServeUntilTold(SteadyClock::time_point start) {
    SetServing(true);
    log_.Announce("serving", [&](JsonFields& fields) {
      fields.Add("milliseconds", MillisecondsSince(start));
    });
    first_load_.reset();
    std::optional<WaitProbe> probe(
        std::in_place, public_.server.get(), SheddingController::kInterval,
        [this] { return admission_.entered(); },
        [this](std::chrono::nanoseconds wait, uint64_t calls) {
          admission_.ObserveUnseenWait(wait, calls);
        });
    const std::string_view signal =
        WaitForStopSignal([this] { lexicon_reload_->Request(); });
    const auto stopping = SteadyClock::now();
    SetServing(false);
    log_.Info("stopping",
              [&](JsonFields& fields) { fields.Add("signal", signal); });
    std::this_thread::sleep_for(settings_.drain_delay);
    probe.reset();
    Drain(&public_, settings_.drain_timeout, &streams_);
    log_.Info("stopped", [&](JsonFields& fields) {
      fields.Add("milliseconds", MillisecondsSince(stopping));
    });
  }

  ~Process() {
    // At once: what was to be waited for has been waited for.
    const auto now = std::chrono::system_clock::now();
    if (public_.server != nullptr) public_.Stop(now);
    if (admin_) admin_->Stop(now);
  }

 private:
  WorkerPool* MakeWorkers(int64_t count) {
    if (count == 0) return nullptr;
    return &workers_.emplace(static_cast<int>(count));
  }

  absl::Status ReadTls() {
    if (settings_.tls.certificate.empty()) return absl::OkStatus();
    absl::StatusOr<TlsMaterial> material = ReadTlsMaterial(settings_.tls);
    if (!material.ok()) return material.status();
    metrics_->SetCertificateExpiry(material->expiry);
    tls_.emplace(*std::move(material));
    tls_reload_.emplace(
        settings_.tls, kTlsReloadInterval, &*tls_,
        [this](const absl::Status& status) { OnTlsChange(status); });
    return absl::OkStatus();
  }

  void OnTlsChange(const absl::Status& status) {
    metrics_->OnTlsReload(status.ok());
    if (!status.ok()) {
      log_.Error("certificate kept", [&](JsonFields& fields) {
        fields.Add("reason", std::string(status.message()));
      });
      return;
    }
    metrics_->SetCertificateExpiry(tls_->Get()->expiry);
    log_.Info("certificate changed");
  }

  void OnReload(const LexiconReload::Result& result) {
    metrics_->OnLexiconReload(result.outcome);
    LogFindings(result.findings, &log_);
    const auto milliseconds = static_cast<uint64_t>(result.duration.count());
    switch (result.outcome) {
      case LexiconReload::Outcome::kTaken:
        LogLexicon("lexicon changed", *result.snapshot, milliseconds, &log_);
        break;
      case LexiconReload::Outcome::kUnchanged:
        LogLexicon("lexicon unchanged", *result.snapshot, milliseconds, &log_);
        break;
      case LexiconReload::Outcome::kKept:
        log_.Error("lexicon kept", [&](JsonFields& fields) {
          fields.Add("reason", current_.reload_error()->message);
          fields.Add("findings", uint64_t{result.findings.size()});
          fields.Add("milliseconds", milliseconds);
        });
        break;
    }
  }

  void Announce(std::string_view event, const std::string& address) {
    log_.Announce(event,
                  [&](JsonFields& fields) { fields.Add("address", address); });
  }

  void SetServing(bool serving) {
    metrics_->SetServing(serving);
    stance::SetServing(public_, serving);
    if (admin_) stance::SetServing(*admin_, serving);
  }

  const Settings& settings_;
  Log& log_;
  CurrentSnapshot current_;
  OpenStreams streams_;
  Admission admission_;
  ConnectionCounts connection_counts_;
  std::optional<WorkerPool> workers_;
  const std::shared_ptr<Metrics> metrics_;
  Observers observers_;
  const Access access_;
  std::optional<CurrentTls> tls_;
  StanceService stance_service_;
  LexiconService lexicon_service_;
  RunningServer public_;
  std::optional<RunningServer> admin_;
  std::optional<TlsReload> tls_reload_;
  std::optional<FirstLoad> first_load_;  // until the process serves
  std::optional<LexiconReload> lexicon_reload_;
  std::optional<MetricsEndpoint> metrics_endpoint_;
};

}  // namespace

int RunStanced(int argc, const char* const* argv) {
  const auto start = SteadyClock::now();
  const auto [settings, exit_code] = ParseSettings(argc, argv);
  if (exit_code) return *exit_code;
  if (settings.check) return Check(settings);
  HoldSignals();
  Log log(settings.log_level);
  log.Announce("settings", [&settings = settings](JsonFields& fields) {
    AddSettings(settings, &fields);
  });
  const GrpcLog grpc_log(&log);
  Process process(settings, &log);
  if (const absl::Status status = process.Listen(); !status.ok()) {
    return Fail(static_cast<std::string>(status.message()));
  }
  if (!process.LoadLexicon()) return FailToLoad(settings);
  process.ServeUntilTold(start);
  return 0;
}

}  // namespace stance
