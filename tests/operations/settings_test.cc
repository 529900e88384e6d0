#include "service/operations/settings.h"

#include <stdlib.h>

#include <fstream>
#include <iterator>
#include <string>
#include <utility>
#include <vector>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "service/lexicon_files/default_directory.h"
#include "service/machine/processors.h"
#include "service/server/worker_pool.h"

namespace stance {
namespace {

using testing::HasSubstr;

struct Row {
  const char* name;
  std::vector<const char*> flags;
  std::vector<std::pair<const char*, const char*>> environment;
  const char* settings;  // of the log line; empty where it is a mistake
  const char* mistake;
};

constexpr char kDefaults[] =
    R"("listen":["127.0.0.1:50051"],"lexicon":["/l"],"watch_lexicon":true,"max_article_bytes":2097152,)"
    R"("max_message_bytes":4194304,"compression":"none","workers":WORKERS,"max_in_flight":1000,)"
    R"("max_in_flight_bytes":268435456,"max_wait_milliseconds":200,)"
    R"("max_connections":10000,"max_connections_per_peer":0,)"
    R"("max_calls_per_connection":1000,"max_connection_age_seconds":300,)"
    R"("max_connection_age_grace_seconds":0,"max_connection_idle_seconds":0,)"
    R"("min_ping_interval_seconds":10,"keepalive_time_seconds":60,)"
    R"("keepalive_timeout_seconds":20,"drain_delay_seconds":1,)"
    R"("drain_timeout_seconds":10,"tls_certificate":"","tls_key":"",)"
    R"("tls_client_ca":"","allow_client":[],"reflection":true,)"
    R"("metrics_address":"",)"
    R"("admin_address":"","log_level":"info")";

constexpr char kOthers[] =
    R"("listen":["[::]:1","h:2"],"lexicon":["/m"],"watch_lexicon":false,"max_article_bytes":1048576,)"
    R"("max_message_bytes":2097152,"compression":"gzip","workers":3,"max_in_flight":4,)"
    R"("max_in_flight_bytes":3145728,"max_wait_milliseconds":5,)"
    R"("max_connections":15,"max_connections_per_peer":5,)"
    R"("max_calls_per_connection":6,"max_connection_age_seconds":7,)"
    R"("max_connection_age_grace_seconds":8,"max_connection_idle_seconds":9,)"
    R"("min_ping_interval_seconds":11,"keepalive_time_seconds":12,)"
    R"("keepalive_timeout_seconds":13,"drain_delay_seconds":14,)"
    R"("drain_timeout_seconds":3600,"tls_certificate":"/c","tls_key":"/k",)"
    R"("tls_client_ca":"/a","allow_client":["a.b","LexiconService=c"],)"
    R"("reflection":false,)"
    R"("metrics_address":":9464","admin_address":"[::1]:3",)"
    R"("log_level":"error")";

const Row kRows[] = {
    {"defaults", {"--lexicon=/l"}, {}, kDefaults, ""},
    {"all flags",
     {"--lexicon=/m",
      "--no-watch-lexicon",
      "--compression=gzip",
      "--listen=[::]:1",
      "--listen",
      "h:2",
      "--max-article-bytes=1048576",
      "--max-message-bytes=2097152",
      "--workers=3",
      "--max-in-flight=4",
      "--max-in-flight-bytes=3MiB",
      "--max-wait=5",
      "--max-connections=15",
      "--max-connections-per-peer=5",
      "--max-calls-per-connection=6",
      "--max-connection-age=7",
      "--max-connection-age-grace=8",
      "--max-connection-idle=9",
      "--min-ping-interval=11",
      "--keepalive-time=12",
      "--keepalive-timeout=13",
      "--drain-delay=14",
      "--drain-timeout=3600",
      "--tls-certificate=/c",
      "--tls-key=/k",
      "--tls-client-ca=/a",
      "--allow-client=a.b",
      "--allow-client=LexiconService=c",
      "--no-reflection",
      "--metrics-address=:9464",
      "--admin-address=[::1]:3",
      "--log-level=error"},
     {},
     kOthers,
     ""},
    {"all from the environment",
     {},
     {{"STANCE_LEXICON", "/m"},
      {"STANCE_WATCH_LEXICON", "false"},
      {"STANCE_COMPRESSION", "gzip"},
      {"STANCE_LISTEN", "[::]:1,h:2"},
      {"STANCE_MAX_ARTICLE_BYTES", "1MiB"},
      {"STANCE_MAX_MESSAGE_BYTES", "2MiB"},
      {"STANCE_WORKERS", "3"},
      {"STANCE_MAX_IN_FLIGHT", "4"},
      {"STANCE_MAX_IN_FLIGHT_BYTES", "3145728"},
      {"STANCE_MAX_WAIT", "5"},
      {"STANCE_MAX_CONNECTIONS", "15"},
      {"STANCE_MAX_CONNECTIONS_PER_PEER", "5"},
      {"STANCE_MAX_CALLS_PER_CONNECTION", "6"},
      {"STANCE_MAX_CONNECTION_AGE", "7"},
      {"STANCE_MAX_CONNECTION_AGE_GRACE", "8"},
      {"STANCE_MAX_CONNECTION_IDLE", "9"},
      {"STANCE_MIN_PING_INTERVAL", "11"},
      {"STANCE_KEEPALIVE_TIME", "12"},
      {"STANCE_KEEPALIVE_TIMEOUT", "13"},
      {"STANCE_DRAIN_DELAY", "14"},
      {"STANCE_DRAIN_TIMEOUT", "3600"},
      {"STANCE_TLS_CERTIFICATE", "/c"},
      {"STANCE_TLS_KEY", "/k"},
      {"STANCE_TLS_CLIENT_CA", "/a"},
      {"STANCE_ALLOW_CLIENT", "a.b,LexiconService=c"},
      {"STANCE_REFLECTION", "false"},
      {"STANCE_METRICS_ADDRESS", ":9464"},
      {"STANCE_ADMIN_ADDRESS", "[::1]:3"},
      {"STANCE_LOG_LEVEL", "error"}},
     kOthers,
     ""},
    {"a flag wins over the environment",
     {"--lexicon=/l"},
     {{"STANCE_LEXICON", "/m"}},
     kDefaults,
     ""},
    {"lexicons in layers",
     {"--lexicon=/l", "--lexicon=/house,/more"},
     {},
     R"("lexicon":["/l","/house","/more"])",
     ""},
    {"lexicons in layers, by a variable",
     {},
     {{"STANCE_LEXICON", "/l,/house"}},
     R"("lexicon":["/l","/house"])",
     ""},
    {"the same lexicon twice",
     {"--lexicon=/l,/l"},
     {},
     "",
     "stanced: --lexicon: /l is there twice\n"},
    {"no such compression", {"--compression=zip"}, {}, "", "--compression"},
    {"unknown flag", {"--colour"}, {}, "", "--colour"},
    {"no port",
     {"--listen=localhost"},
     {},
     "",
     "stanced: --listen: localhost is not an address to listen on; write "
     "host:port\n"},
    {"the same address twice",
     {"--listen=h:1,h:1"},
     {},
     "",
     "stanced: --listen: h:1 is there twice\n"},
    {"one address for two",
     {"--listen=127.0.0.1:1", "--admin-address=:1"},
     {},
     "",
     "stanced: --admin-address: :1 is there twice\n"},
    {"all forms of addresses",
     {"--lexicon=/l", "--listen=[::1]:1,localhost:2,unix:/run/s,systemd",
      "--admin-address=unix:/run/a"},
     {},
     R"("listen":["[::1]:1","localhost:2","unix:/run/s","systemd"])",
     ""},
    {"a port that is none",
     {"--listen=h:65536"},
     {},
     "",
     "stanced: --listen: h:65536 is not an address to listen on; write "
     "host:port\n"},
    {"no host for callers",
     {"--listen=:50051"},
     {},
     "",
     "stanced: --listen: :50051 is not an address to listen on"},
    {"metrics at a Unix socket",
     {"--metrics-address=unix:/run/m"},
     {},
     "",
     "stanced: --metrics-address: unix:/run/m is not an address to listen on"},
    {"a peer may have more than all",
     {"--max-connections=5", "--max-connections-per-peer=6"},
     {},
     "",
     "stanced: --max-connections-per-peer: 6 is more than --max-connections "
     "(5)\n"},
    {"metrics without a port",
     {"--metrics-address=localhost"},
     {},
     "",
     "stanced: --metrics-address: localhost is not an address to listen on; "
     "write host:port\n"},
    {"certificate without a key",
     {"--tls-certificate=/c"},
     {},
     "",
     "stanced: --tls-certificate: needs --tls-key\n"},
    {"key without a certificate",
     {"--tls-key=/k"},
     {},
     "",
     "stanced: --tls-key: needs --tls-certificate\n"},
    {"clients' authority in plaintext",
     {"--tls-client-ca=/a"},
     {},
     "",
     "stanced: --tls-client-ca: needs --tls-certificate; in plaintext nobody "
     "shows a certificate\n"},
    {"names nobody shows",
     {"--tls-certificate=/c", "--tls-key=/k", "--allow-client=a"},
     {},
     "",
     "stanced: --allow-client: needs --tls-client-ca; otherwise nobody shows a "
     "certificate\n"},
    {"a name that is none",
     {"--tls-certificate=/c", "--tls-key=/k", "--tls-client-ca=/a",
      "--allow-client=*.example"},
     {},
     "",
     "stanced: --allow-client: \"*.example\" is not a name or SERVICE=NAME"},
    {"article over message",
     {"--max-article-bytes=5MiB"},
     {},
     "",
     "stanced: --max-article-bytes: 5242880 is more than --max-message-bytes "
     "(4194304); no article could be that long\n"},
    {"no article",
     {"--max-article-bytes=0"},
     {},
     "",
     "--max-article-bytes: 0 is not in 1 to 2147483647 bytes (or with a unit: "
     "2MiB)\n"},
    {"message over what gRPC can",
     {"--max-message-bytes=2147483648"},
     {},
     "",
     "--max-message-bytes: 2147483648 is not in 1 to 2147483647 bytes"},
    {"a variable that no setting has",
     {},
     {{"STANCE_DRAIN_TIMOUT", "3"}},
     "",
     "stanced: STANCE_DRAIN_TIMOUT: no setting has this variable; stanced "
     "--help lists them\n"},
    {"variables of others",
     {"--lexicon=/l"},
     {{"STANCE_SERVER", "h:1"},
      {"STANCE_SERVICE_HOST", "10.0.0.1"},
      {"STANCE_PORT", "tcp://10.0.0.1:50051"},
      {"STANCE_PORT_50051_TCP_ADDR", "10.0.0.1"}},
     kDefaults,
     ""},
    {"not a size", {"--max-article-bytes=x"}, {}, "", "--max-article-bytes"},
    {"drain too long",
     {"--drain-timeout=3601"},
     {},
     "",
     "--drain-timeout: 3601 is not in 0 to 3600 seconds\n"},
    {"drain in the past",
     {},
     {{"STANCE_DRAIN_TIMEOUT", "-1"}},
     "",
     "--drain-timeout: -1 is not in 0 to 3600 seconds\n"},
    {"in flight, less than a message",
     {"--max-in-flight-bytes=1MiB"},
     {},
     "",
     "stanced: --max-in-flight-bytes: 1048576 is less than --max-message-bytes "
     "(4194304); a message of that length would be refused\n"},
    {"grace of no age",
     {"--max-connection-age=0", "--max-connection-age-grace=1"},
     {},
     "",
     "stanced: --max-connection-age-grace: no connection reaches an age where "
     "--max-connection-age is 0\n"},
    {"no wait",
     {"--max-wait=0"},
     {},
     "",
     "--max-wait: 0 is not in 1 to 60000 milliseconds\n"},
    {"two mistakes, two lines",
     {"--listen=x", "--max-article-bytes=5MiB"},
     {},
     "",
     "write host:port\nstanced: --max-article-bytes"},
    {"unknown level", {"--log-level=loud"}, {}, "", "--log-level"},
};

TEST(SettingsTest, FlagsAndEnvironment) {
  for (const Row& row : kRows) {
    SCOPED_TRACE(row.name);
    std::vector<const char*> argv = {"stanced"};
    argv.insert(argv.end(), row.flags.begin(), row.flags.end());
    const int argc = static_cast<int>(argv.size());
    argv.push_back(nullptr);
    for (const auto& [name, value] : row.environment) setenv(name, value, 1);
    testing::internal::CaptureStderr();
    const ParsedSettings parsed = ParseSettings(argc, argv.data());
    const std::string errors = testing::internal::GetCapturedStderr();
    for (const auto& [name, value] : row.environment) unsetenv(name);
    if (*row.mistake != '\0') {
      EXPECT_EQ(parsed.exit_code, 2);
      EXPECT_THAT(errors, HasSubstr(row.mistake));
      continue;
    }
    EXPECT_EQ(parsed.exit_code, std::nullopt) << errors;
    JsonFields fields;
    AddSettings(parsed.settings, &fields);
    std::string expected = row.settings;
    if (const size_t at = expected.find("WORKERS"); at != std::string::npos) {
      const auto processors = AvailableProcessors();
      expected.replace(at, 7, std::to_string(DefaultWorkers(int(processors))));
    }
    EXPECT_THAT(fields.text(), HasSubstr(expected));
  }
}

TEST(SettingsTest, HelpNamesTheDefaultLexiconVariablesAndRanges) {
  const char* argv[] = {"stanced", "--help", nullptr};
  testing::internal::CaptureStdout();
  EXPECT_EQ(ParseSettings(2, argv).exit_code, 0);
  const std::string help = testing::internal::GetCapturedStdout();
  EXPECT_THAT(help, HasSubstr(DefaultLexiconDirectory()));
  EXPECT_THAT(help, HasSubstr("(Env:STANCE_MAX_ARTICLE_BYTES)"));
  EXPECT_THAT(help, HasSubstr("0 to 3600 seconds"));
}

// The README's table has a row for each setting.
TEST(SettingsTest, EverySettingIsInTheReadme) {
  std::ifstream file(STANCE_SOURCE_DIR "/README.md");
  const std::string readme((std::istreambuf_iterator<char>(file)), {});
  JsonFields fields;
  AddSettings(Settings(), &fields);
  const std::string& log = fields.text();
  size_t count = 0;
  for (size_t at = log.find('"'); at != std::string::npos; ++count) {
    const size_t end = log.find('"', at + 1);
    std::string name = log.substr(at + 1, end - at - 1);
    for (const std::string unit : {"_milliseconds", "_seconds"}) {
      if (name.ends_with(unit)) name.erase(name.size() - unit.size());
    }
    for (char& c : name) {
      if (c == '_') c = '-';
    }
    if (name != "version") {
      EXPECT_TRUE(readme.find("| `--" + name) != std::string::npos ||
                  readme.find("| `--no-" + name) != std::string::npos)
          << name;
    }
    at = log.find(",\"", end);
    if (at != std::string::npos) ++at;
  }
  EXPECT_GT(count, 5u);
}

}  // namespace
}  // namespace stance
