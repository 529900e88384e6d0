#include "service/operations/settings.h"

#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>
#include <climits>
#include <cstdio>
#include <string>

#include "service/lexicon_files/default_directory.h"

namespace stance {
namespace {

// Adds every flag; their values are written into `settings`.
void AddFlags(CLI::App* app, Settings* settings) {
  app->add_option("--listen", settings->listen,
                  "Address to listen on, host:port; port 0 takes a free one. "
                  "May be given several times, or several separated by commas")
      ->envname("STANCE_LISTEN")
      ->delimiter(',')
      ->type_name("ADDRESS")
      ->capture_default_str();
  app->add_option("--lexicon", settings->lexicon,
                  "Directory of the lexicon's *.txtpb files")
      ->envname("STANCE_LEXICON")
      ->type_name("DIR")
      ->capture_default_str();
  app->add_option("--max-article-bytes", settings->max_article_bytes,
                  "Longest article, title and text together, in bytes (or "
                  "with a unit: 2MiB); 1 to --max-message-bytes")
      ->envname("STANCE_MAX_ARTICLE_BYTES")
      ->transform(CLI::AsSizeValue(false))
      ->type_name("BYTES")
      ->capture_default_str();
  app->add_option("--max-message-bytes", settings->max_message_bytes,
                  "Longest message, in bytes (or with a unit: 4MiB); at most "
                  "2147483647. One of more than twice that is refused before "
                  "it is read")
      ->envname("STANCE_MAX_MESSAGE_BYTES")
      ->transform(CLI::AsSizeValue(false))
      ->type_name("BYTES")
      ->capture_default_str();
  app->add_option_function<uint32_t>(
         "--drain-timeout",
         [settings](uint32_t seconds) {
           settings->drain_timeout = std::chrono::seconds(seconds);
         },
         "How long calls in flight may take to finish after SIGTERM or "
         "SIGINT, in seconds, 0 to 3600; a second signal ends at once")
      ->envname("STANCE_DRAIN_TIMEOUT")
      ->check(CLI::Range(0, 3600))
      ->type_name("SECONDS")
      ->default_str(std::to_string(settings->drain_timeout.count()));
  app->add_flag("--reflection,!--no-reflection", settings->reflection,
                "Answer gRPC server reflection, by which tools learn the API")
      ->envname("STANCE_REFLECTION")
      ->default_str(settings->reflection ? "true" : "false");
  app->add_option("--log-level", settings->log_level,
                  "Least level that is logged; calls are logged at info")
      ->envname("STANCE_LOG_LEVEL")
      ->check(CLI::IsMember({"debug", "info", "warning", "error"}))
      ->type_name("LEVEL")
      ->capture_default_str();
  app->add_flag("--check", settings->check,
                "Check the settings and the lexicon, its examples included; "
                "print what is found, listen on nothing, and exit with 0 or, "
                "where the lexicon would not be served, 1");
  app->set_version_flag("--version", "stanced " STANCE_VERSION,
                        "Print the version and exit");
}

// What single flags cannot check. Empty where all is well.
std::string Mistake(const Settings& settings) {
  if (settings.listen.empty()) return "--listen: no address";
  for (const std::string& address : settings.listen) {
    if (address.find(':') == std::string::npos) {
      return "--listen: " + address + " has no port; write host:port";
    }
  }
  if (settings.max_message_bytes < 1 || settings.max_message_bytes > INT_MAX) {
    return "--max-message-bytes: " +
           std::to_string(settings.max_message_bytes) +
           " is not between 1 and " + std::to_string(INT_MAX);
  }
  if (settings.max_article_bytes < 1 ||
      settings.max_article_bytes > settings.max_message_bytes) {
    return "--max-article-bytes: " +
           std::to_string(settings.max_article_bytes) +
           " is not between 1 and --max-message-bytes (" +
           std::to_string(settings.max_message_bytes) + ")";
  }
  return "";
}

}  // namespace

ParsedSettings ParseSettings(int argc, const char* const* argv) {
  ParsedSettings parsed;
  Settings& settings = parsed.settings;
  settings.lexicon = DefaultLexiconDirectory();
  CLI::App app(
      "stanced: answers over gRPC who supports what and who opposes what in "
      "an English news article.\nLogs JSON lines to the standard output. "
      "SIGTERM and SIGINT stop it cleanly.",
      "stanced");
  AddFlags(&app, &settings);
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    parsed.exit_code = app.exit(error) == 0 ? 0 : 2;
    return parsed;
  }
  if (const std::string mistake = Mistake(settings); !mistake.empty()) {
    std::fprintf(stderr, "stanced: %s\n", mistake.c_str());
    parsed.exit_code = 2;
  }
  return parsed;
}

void AddSettings(const Settings& settings, JsonFields* fields) {
  fields->Add("version", STANCE_VERSION);
  fields->Add("listen", settings.listen);
  fields->Add("lexicon", settings.lexicon);
  fields->Add("max_article_bytes", settings.max_article_bytes);
  fields->Add("max_message_bytes", settings.max_message_bytes);
  fields->Add("drain_timeout_seconds",
              static_cast<uint64_t>(settings.drain_timeout.count()));
  fields->Add("reflection", settings.reflection);
  fields->Add("log_level", settings.log_level);
}

}  // namespace stance
