#include "service/operations/settings.h"

#include <stdlib.h>

#include <string>
#include <utility>
#include <vector>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "service/lexicon_files/default_directory.h"

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
    R"("listen":["127.0.0.1:50051"],"lexicon":"/l","max_article_bytes":2097152,)"
    R"("max_message_bytes":4194304,"drain_timeout_seconds":10,)"
    R"("reflection":true,"log_level":"info")";

const Row kRows[] = {
    {"defaults", {"--lexicon=/l"}, {}, kDefaults, ""},
    {"all flags",
     {"--lexicon=/m", "--listen=[::]:1", "--listen", "h:2",
      "--max-article-bytes=10", "--max-message-bytes=11", "--drain-timeout=0",
      "--no-reflection", "--log-level=error"},
     {},
     R"("listen":["[::]:1","h:2"],"lexicon":"/m","max_article_bytes":10,)"
     R"("max_message_bytes":11,"drain_timeout_seconds":0,"reflection":false,)"
     R"("log_level":"error")",
     ""},
    {"all from the environment",
     {},
     {{"STANCE_LEXICON", "/m"},
      {"STANCE_LISTEN", "[::]:1,h:2"},
      {"STANCE_MAX_ARTICLE_BYTES", "1MiB"},
      {"STANCE_MAX_MESSAGE_BYTES", "2MiB"},
      {"STANCE_DRAIN_TIMEOUT", "3600"},
      {"STANCE_REFLECTION", "false"},
      {"STANCE_LOG_LEVEL", "debug"}},
     R"("listen":["[::]:1","h:2"],"lexicon":"/m","max_article_bytes":1048576,)"
     R"("max_message_bytes":2097152,"drain_timeout_seconds":3600,)"
     R"("reflection":false,"log_level":"debug")",
     ""},
    {"a flag wins over the environment",
     {"--lexicon=/l"},
     {{"STANCE_LEXICON", "/m"}},
     kDefaults,
     ""},
    {"unknown flag", {"--colour"}, {}, "", "--colour"},
    {"no port",
     {"--listen=localhost"},
     {},
     "",
     "stanced: --listen: localhost has no port; write host:port\n"},
    {"article over message",
     {"--max-article-bytes=5MiB"},
     {},
     "",
     "stanced: --max-article-bytes: 5242880 is not between 1 and "
     "--max-message-bytes (4194304)\n"},
    {"no article",
     {"--max-article-bytes=0"},
     {},
     "",
     "stanced: --max-article-bytes: 0 is not between 1 and "
     "--max-message-bytes (4194304)\n"},
    {"message over what gRPC can",
     {"--max-message-bytes=2147483648"},
     {},
     "",
     "stanced: --max-message-bytes: 2147483648 is not between 1 and "
     "2147483647\n"},
    {"not a size", {"--max-article-bytes=x"}, {}, "", "--max-article-bytes"},
    {"drain too long", {"--drain-timeout=3601"}, {}, "", "--drain-timeout"},
    {"drain in the past",
     {},
     {{"STANCE_DRAIN_TIMEOUT", "-1"}},
     "",
     "--drain-timeout"},
    {"unknown level", {"--log-level=loud"}, {}, "", "--log-level"},
};

TEST(SettingsTest, FlagsAndEnvironment) {
  for (const Row& row : kRows) {
    SCOPED_TRACE(row.name);
    std::vector<const char*> argv = {"stanced"};
    argv.insert(argv.end(), row.flags.begin(), row.flags.end());
    for (const auto& [name, value] : row.environment) setenv(name, value, 1);
    testing::internal::CaptureStderr();
    const ParsedSettings parsed =
        ParseSettings(static_cast<int>(argv.size()), argv.data());
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
    EXPECT_EQ(fields.text().substr(fields.text().find(',') + 1), row.settings);
  }
}

TEST(SettingsTest, HelpNamesEveryFlagItsVariableAndTheDefaultLexicon) {
  const char* argv[] = {"stanced", "--help"};
  testing::internal::CaptureStdout();
  EXPECT_EQ(ParseSettings(2, argv).exit_code, 0);
  const std::string help = testing::internal::GetCapturedStdout();
  for (const std::string flag :
       {"listen", "lexicon", "max-article-bytes", "max-message-bytes",
        "drain-timeout", "reflection", "log-level"}) {
    SCOPED_TRACE(flag);
    std::string variable = "STANCE_";
    for (const char c : flag) {
      variable += c == '-' ? '_' : static_cast<char>(c - 'a' + 'A');
    }
    EXPECT_THAT(help, HasSubstr("--" + flag));
    EXPECT_THAT(help, HasSubstr("(Env:" + variable + ")"));
  }
  EXPECT_THAT(help, HasSubstr(DefaultLexiconDirectory()));
}

}  // namespace
}  // namespace stance
