#include "service/operations/run.h"

#include <malloc.h>

#include <chrono>
#include <cstdio>
#include <memory>
#include <string>
#include <vector>

#include "service/lexicon_files/load.h"
#include "service/operations/log.h"
#include "service/operations/settings.h"
#include "service/operations/signals.h"
#include "service/server/lexicon_service.h"
#include "service/server/server.h"
#include "service/server/stance_service.h"

namespace stance {
namespace {

using SteadyClock = std::chrono::steady_clock;

uint64_t MillisecondsSince(SteadyClock::time_point start) {
  return static_cast<uint64_t>(
      std::chrono::duration_cast<std::chrono::milliseconds>(SteadyClock::now() -
                                                            start)
          .count());
}

// Null where the lexicon has errors; then they are printed.
std::shared_ptr<const Snapshot> Load(const std::string& directory, Log* log) {
  const auto start = SteadyClock::now();
  std::vector<Finding> findings;
  std::shared_ptr<const Lexicon> lexicon = LoadLexicon(directory, &findings);
  if (lexicon == nullptr) {
    for (const Finding& finding : findings) {
      std::fprintf(stderr, "%s\n", FormatFinding(finding).c_str());
    }
    std::fprintf(stderr, "stanced: the lexicon %s does not load\n",
                 directory.c_str());
    return nullptr;
  }
  // The parsed files are gone; glibc would keep their memory for ever.
  malloc_trim(0);
  for (const Finding& finding : findings) {
    log->Warning("lexicon finding", [&](JsonFields& fields) {
      fields.Add("finding", FormatFinding(finding));
    });
  }
  log->Info("lexicon loaded", [&](JsonFields& fields) {
    fields.Add("name", lexicon->name);
    fields.Add("version", lexicon->version);
    fields.Add("checksum", lexicon->checksum);
    fields.Add("milliseconds", MillisecondsSince(start));
  });
  return std::make_shared<const Snapshot>(Snapshot{
      Classifier(std::move(lexicon)), std::chrono::system_clock::now()});
}

void Stop(const RunningServer& running, std::chrono::seconds drain_timeout,
          Log* log) {
  const auto start = SteadyClock::now();
  StopServing(running);
  running.server->Shutdown(std::chrono::system_clock::now() + drain_timeout);
  running.server->Wait();
  log->Info("stopped", [&](JsonFields& fields) {
    fields.Add("milliseconds", MillisecondsSince(start));
  });
}

}  // namespace

int RunStanced(int argc, const char* const* argv) {
  const auto [settings, exit_code] = ParseSettings(argc, argv);
  if (exit_code) return *exit_code;
  HoldStopSignals();
  Log log(settings.log_level);
  log.Announce("settings", [&settings = settings](JsonFields& fields) {
    AddSettings(settings, &fields);
  });

  const std::shared_ptr<const Snapshot> snapshot = Load(settings.lexicon, &log);
  if (snapshot == nullptr) return 1;

  const CallSink sink = [&log](const CallRecord& record) { log.Call(record); };
  StanceService stance_service(
      snapshot, {.max_article_bytes = settings.max_article_bytes}, sink);
  LexiconService lexicon_service(snapshot, sink);
  const absl::StatusOr<RunningServer> running = StartServer(
      {.listen = settings.listen,
       .max_message_bytes = static_cast<int>(settings.max_message_bytes),
       .reflection = settings.reflection},
      {{v1::StanceService::service_full_name(), &stance_service},
       {v1::LexiconService::service_full_name(), &lexicon_service}});
  if (!running.ok()) {
    std::fprintf(stderr, "stanced: %s\n",
                 static_cast<std::string>(running.status().message()).c_str());
    return 1;
  }
  for (const std::string& address : running->addresses) {
    log.Announce("listening",
                 [&](JsonFields& fields) { fields.Add("address", address); });
  }

  const std::string_view signal = WaitForStopSignal();
  log.Info("stopping",
           [&](JsonFields& fields) { fields.Add("signal", signal); });
  Stop(*running, settings.drain_timeout, &log);
  return 0;
}

}  // namespace stance
