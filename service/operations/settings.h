// What stanced can be told: flags and environment variables.

#ifndef STANCE_OPERATIONS_SETTINGS_H_
#define STANCE_OPERATIONS_SETTINGS_H_

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "service/operations/json_fields.h"

namespace stance {

struct Settings {
  std::vector<std::string> listen = {"127.0.0.1:50051"};
  std::string lexicon;                      // directory
  uint64_t max_article_bytes = 2ull << 20;  // title and text
  uint64_t max_message_bytes = 4ull << 20;
  std::chrono::seconds drain_timeout{10};
  bool reflection = true;
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
// STANCE_MAX_ARTICLE_BYTES), that over the default.
ParsedSettings ParseSettings(int argc, const char* const* argv);

// For the log.
void AddSettings(const Settings& settings, JsonFields* fields);

}  // namespace stance

#endif  // STANCE_OPERATIONS_SETTINGS_H_
