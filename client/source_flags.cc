#include "client/source_flags.h"

#include <CLI/CLI.hpp>
#include <cstdlib>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "client/embedded_answerer.h"
#include "client/errors.h"
#include "client/lexicon/open_lexicon.h"
#include "client/server_answerer.h"
#include "client/tls_files.h"

namespace stance::client {
namespace {

constexpr const char* kSourceGroup = "Who answers";

std::string FromEnvironment(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? std::string() : std::string(value);
}

// "10s", "500ms", "2m"; empty where it is a duration that can be waited for.
std::string CheckTimeout(const std::string& text) {
  absl::Duration duration;
  if (absl::ParseDuration(text, &duration) && duration > absl::ZeroDuration() &&
      duration <= absl::Hours(24)) {
    return {};
  }
  return "\"" + text + "\" is no time to wait; write 10s, 500ms or 2m";
}

ServerSettings EnvironmentSettings() {
  return {.server = FromEnvironment("STANCE_SERVER"),
          .timeout = FromEnvironment("STANCE_TIMEOUT"),
          .tls = FromEnvironment("STANCE_TLS"),
          .tls_ca = FromEnvironment("STANCE_TLS_CA"),
          .tls_cert = FromEnvironment("STANCE_TLS_CERT"),
          .tls_key = FromEnvironment("STANCE_TLS_KEY"),
          .tls_server_name = FromEnvironment("STANCE_TLS_SERVER_NAME")};
}

// gRPC takes "http" for the name of a machine.
absl::Status CheckServer(const std::string& server) {
  if (!absl::StartsWith(server, "http://") &&
      !absl::StartsWith(server, "https://")) {
    return absl::OkStatus();
  }
  return absl::InvalidArgumentError(absl::StrCat(
      "\"", server,
      "\" is no address for gRPC; write host:port, dns:///host:port, "
      "ipv4:1.2.3.4:port, ipv6:[::1]:port or unix:/path",
      absl::StartsWith(server, "https") ? ", and --tls" : ""));
}

void AddTlsFlags(CLI::App* command, ServerSettings* given, bool* tls) {
  command
      ->add_flag("--tls", *tls,
                 "Speak TLS, trusting the system's certificate authorities "
                 "($STANCE_TLS=true); implied by the flags below")
      ->group(kSourceGroup);
  command
      ->add_option("--tls-ca", given->tls_ca,
                   "File of certificate authorities to trust instead, PEM "
                   "($STANCE_TLS_CA)")
      ->group(kSourceGroup);
  command
      ->add_option("--tls-cert", given->tls_cert,
                   "File with our own certificate, PEM, for servers that ask "
                   "for one ($STANCE_TLS_CERT)")
      ->group(kSourceGroup);
  command
      ->add_option("--tls-key", given->tls_key,
                   "File with its private key, PEM ($STANCE_TLS_KEY)")
      ->group(kSourceGroup);
  command
      ->add_option("--tls-server-name", given->tls_server_name,
                   "Name that the server's certificate must have (default: "
                   "the address's; $STANCE_TLS_SERVER_NAME)")
      ->group(kSourceGroup);
}

}  // namespace

void SourceFlags::AddServerTo(CLI::App* command) {
  command
      ->add_option(
          "--server", given_.server,
          absl::StrCat("Address of the server: host:port, "
                       "dns:///host:port, ipv4:…, ipv6:…, unix:/path "
                       "(default: that of --profile, $STANCE_SERVER, the "
                       "file's, or ",
                       kDefaultServer, ")"))
      ->group(kSourceGroup);
  command
      ->add_option(
          "--timeout", given_.timeout,
          absl::StrCat("How long one call may take: 30s, 2m "
                       "(default: that of --profile, $STANCE_TIMEOUT, the "
                       "file's, or ",
                       kDefaultTimeout, ")"))
      ->check(CheckTimeout)
      ->group(kSourceGroup);
  command
      ->add_option("--profile", profile_,
                   "Server of that name in ~/.config/stance/config.toml or "
                   "$STANCE_CONFIG (default: $STANCE_PROFILE, or the file's)")
      ->group(kSourceGroup);
  AddTlsFlags(command, &given_, &tls_);
}

void SourceFlags::AddTo(CLI::App* command) {
  AddServerTo(command);
  CLI::Option* embedded = command->add_flag(
      "--embedded", embedded_, "Answer in this process; needs no server");
  embedded->excludes(command->get_option("--server"))
      ->excludes(command->get_option("--profile"))
      ->group(kSourceGroup);
  command
      ->add_option("--lexicon", lexicons_,
                   "With --embedded: directory of the lexicon; of several, by "
                   "commas or by repeating it, each overrides those before it "
                   "(default: $STANCE_LEXICON, or the one that came with "
                   "stancectl)")
      ->delimiter(',')
      ->allow_extra_args(false)
      ->needs(embedded)
      ->group(kSourceGroup);
}

absl::StatusOr<ServerSettings> SourceFlags::Settings() const {
  ServerSettings out = given_;
  if (tls_) out.tls = "true";
  if (!profile_.empty()) {
    const auto profile = ReadProfile(ConfigPath(), profile_);
    if (!profile.ok()) return profile.status();
    out.FillFrom(*profile);
  }
  out.FillFrom(EnvironmentSettings());
  const std::string name = FromEnvironment("STANCE_PROFILE");
  if (profile_.empty() && (!name.empty() || out.server.empty())) {
    const auto profile = ReadProfile(ConfigPath(), name);
    if (!profile.ok()) return profile.status();
    out.FillFrom(*profile);
  }
  return out;
}

absl::StatusOr<Connection> SourceFlags::FindConnection() const {
  absl::StatusOr<ServerSettings> settings = Settings();
  if (!settings.ok()) return settings.status();
  if (settings->server.empty()) settings->server = kDefaultServer;
  if (settings->timeout.empty()) settings->timeout = kDefaultTimeout;
  absl::Status checked = CheckServer(settings->server);
  if (!checked.ok()) return checked;
  const std::string wrong = CheckTimeout(settings->timeout);
  if (!wrong.empty()) {
    return absl::InvalidArgumentError(absl::StrCat("the timeout: ", wrong));
  }
  Connection out;
  out.server = settings->server;
  absl::ParseDuration(settings->timeout, &out.timeout);
  auto tls = ReadTlsFiles(*settings);
  if (!tls.ok()) return tls.status();
  out.tls = *std::move(tls);
  return out;
}

Connection SourceFlags::ServerConnection() const {
  absl::StatusOr<Connection> out = FindConnection();
  if (!out.ok()) {
    throw CLI::ValidationError(std::string{out.status().message()});
  }
  return *std::move(out);
}

bool SourceFlags::IsNamed() const {
  if (embedded_ || !profile_.empty()) return true;
  const auto settings = Settings();
  return !settings.ok() || !settings->server.empty();
}

google::rpc::Status SourceFlags::MakeAnswerer(
    std::unique_ptr<Answerer>* answerer) const {
  if (!embedded_) {
    *answerer = MakeServerAnswerer(ServerConnection());
    return OkStatus();
  }
  absl::Duration timeout;
  absl::ParseDuration(given_.timeout.empty() ? kDefaultTimeout : given_.timeout,
                      &timeout);
  return MakeEmbeddedAnswerer(ChooseLexicon(lexicons_), timeout, answerer);
}

}  // namespace stance::client
