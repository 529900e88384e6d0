#include "service/operations/run.h"

#include <chrono>
#include <cstdint>
#include <cstdio>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "service/operations/drain.h"
#include "service/operations/load_snapshot.h"
#include "service/operations/log.h"
#include "service/operations/settings.h"
#include "service/operations/signals.h"
#include "service/server/lexicon_service.h"
#include "service/server/server.h"
#include "service/server/stance_service.h"
#include "service/server/wait_probe.h"

namespace stance {
namespace {

using SteadyClock = std::chrono::steady_clock;

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

int FailToLoad(const std::string& directory) {
  return Fail("the lexicon " + directory + " does not load");
}

int Check(const Settings& settings) {
  std::vector<Finding> findings;
  const std::shared_ptr<const Snapshot> snapshot =
      LoadSnapshot(settings.lexicon, &findings);
  PrintFindings(findings);
  if (snapshot == nullptr) return FailToLoad(settings.lexicon);
  const Lexicon& lexicon = snapshot->classifier.lexicon();
  std::printf("the lexicon %s loads: name %s, version %s, %zu examples hold\n",
              settings.lexicon.c_str(), lexicon.name.c_str(),
              lexicon.version.c_str(), lexicon.examples.size());
  return 0;
}

// Null where the lexicon has errors; then they are printed.
std::shared_ptr<const Snapshot> Load(const std::string& directory, Log* log) {
  const auto start = SteadyClock::now();
  std::vector<Finding> findings;
  std::shared_ptr<const Snapshot> snapshot = LoadSnapshot(directory, &findings);
  if (snapshot == nullptr) {
    PrintFindings(findings);
    return nullptr;
  }
  for (const Finding& finding : findings) {
    log->Warning("lexicon finding", [&](JsonFields& fields) {
      fields.Add("finding", FormatFinding(finding));
    });
  }
  const Lexicon& lexicon = snapshot->classifier.lexicon();
  log->Info("lexicon loaded", [&](JsonFields& fields) {
    fields.Add("name", lexicon.name);
    fields.Add("version", lexicon.version);
    fields.Add("checksum", lexicon.checksum);
    fields.Add("examples", uint64_t{lexicon.examples.size()});
    fields.Add("milliseconds", MillisecondsSince(start));
  });
  return snapshot;
}

}  // namespace

int RunStanced(int argc, const char* const* argv) {
  const auto start = SteadyClock::now();
  const auto [settings, exit_code] = ParseSettings(argc, argv);
  if (exit_code) return *exit_code;
  if (settings.check) return Check(settings);
  HoldStopSignals();
  Log log(settings.log_level);
  log.Announce("settings", [&settings = settings](JsonFields& fields) {
    AddSettings(settings, &fields);
  });

  CurrentSnapshot current;
  OpenStreams streams;
  Admission admission(settings.admission);
  std::optional<WorkerPool> workers;
  if (settings.workers > 0) workers.emplace(settings.workers);
  StanceService stance_service(
      {.current = &current,
       .limits = {static_cast<size_t>(settings.max_article_bytes),
                  static_cast<size_t>(settings.max_message_bytes)},
       .admission = &admission,
       .streams = &streams,
       .workers = workers ? &*workers : nullptr,
       .observer = &log});
  LexiconService lexicon_service(&current, &log);
  const absl::StatusOr<RunningServer> running = StartServer(
      {.listen = settings.listen,
       .max_message_bytes = static_cast<int>(settings.max_message_bytes),
       .connections = settings.connections,
       .reflection = settings.reflection},
      {{v1::StanceService::service_full_name(), &stance_service},
       {v1::LexiconService::service_full_name(), &lexicon_service}});
  if (!running.ok()) {
    return Fail(static_cast<std::string>(running.status().message()));
  }
  for (const std::string& address : running->addresses) {
    log.Announce("listening",
                 [&](JsonFields& fields) { fields.Add("address", address); });
  }

  current.Set(Load(settings.lexicon, &log));
  if (current.Get() == nullptr) {
    running->server->Shutdown(std::chrono::system_clock::now());
    return FailToLoad(settings.lexicon);
  }
  StartServing(*running);
  log.Announce("serving", [&](JsonFields& fields) {
    fields.Add("milliseconds", MillisecondsSince(start));
  });

  std::optional<WaitProbe> probe(
      std::in_place, running->server.get(), SheddingController::kInterval,
      [&admission] { return admission.entered(); },
      [&admission](std::chrono::nanoseconds wait) {
        admission.ObserveUnseenWait(wait);
      });

  const std::string_view signal = WaitForStopSignal();
  log.Info("stopping",
           [&](JsonFields& fields) { fields.Add("signal", signal); });
  const auto stopping = SteadyClock::now();
  probe.reset();
  Drain(*running, {settings.drain_delay, settings.drain_timeout}, &streams);
  log.Info("stopped", [&](JsonFields& fields) {
    fields.Add("milliseconds", MillisecondsSince(stopping));
  });
  return 0;
}

}  // namespace stance
