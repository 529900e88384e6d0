// What stanced can be told: flags and environment variables.
//
// Each setting is defined once, in settings_definition.cc: its flag, its
// variable, its unit, its range and its help come from there, and so does its
// place in the log line that tells the effective settings.

#ifndef STANCE_OPERATIONS_SETTINGS_H_
#define STANCE_OPERATIONS_SETTINGS_H_

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "service/operations/json_fields.h"
#include "service/server/admission.h"
#include "service/server/server.h"

namespace stance {

struct Settings {
  std::vector<std::string> listen = {"127.0.0.1:50051"};
  std::vector<std::string> lexicon;       // directories, later ones on top
  bool watch_lexicon = true;              // load it again when it changes
  int64_t max_article_bytes = 2ll << 20;  // title and text
  int64_t max_message_bytes = 4ll << 20;
  int64_t workers = 0;  // ParseSettings: of this machine; 0: gRPC's threads
  std::string compression = "none";  // of answers: none, gzip
  AdmissionLimits admission;
  ConnectionCaps caps;
  ConnectionLimits connections;
  std::chrono::seconds drain_delay{1};     // NOT_SERVING, but serving
  std::chrono::seconds drain_timeout{10};  // then, for calls in flight
  TlsFiles tls;                            // empty: plaintext
  std::vector<std::string> allow_clients;  // as Access::Only; empty: all
  bool reflection = true;
  std::string metrics_address;     // empty: none
  std::string admin_address;       // empty: none
  std::string log_level = "info";  // debug, info, warning, error
  bool check = false;              // check settings and lexicon, then end
};

// The settings, or the exit code where the program should end now: 0 after
// --help or --version, 2 after a mistake, both of which it has then printed.
struct ParsedSettings {
  Settings settings;
  std::optional<int> exit_code;
};

// A flag wins over its environment variable (--max-article-bytes,
// STANCE_MAX_ARTICLE_BYTES), that over the default. Mistakes are a flag or a
// variable STANCE_… that does not exist, a value that is out of its range, and
// values that contradict each other. `argv` ends with a null pointer.
ParsedSettings ParseSettings(int argc, const char* const* argv);

// For the log: all but `check`.
void AddSettings(const Settings& settings, JsonFields* fields);

}  // namespace stance

#endif  // STANCE_OPERATIONS_SETTINGS_H_
