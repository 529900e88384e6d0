#include "client/source_flags.h"

#include <CLI/CLI.hpp>
#include <cstdlib>

#include "client/embedded_answerer.h"
#include "client/errors.h"
#include "client/server_answerer.h"
#include "service/lexicon_files/default_directory.h"

namespace stance::client {
namespace {

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

}  // namespace

void SourceFlags::AddServerTo(CLI::App* command) {
  command->add_option("--server", server_,
                      "Address of the server, as gRPC names it: host:port, "
                      "dns:///host:port, unix:/path (default: $STANCE_SERVER, "
                      "or " +
                          std::string(kDefaultServer) + ")");
  command
      ->add_option("--timeout", timeout_, "How long one call may take: 30s, 2m")
      ->check(CheckTimeout)
      ->capture_default_str();
}

void SourceFlags::AddTo(CLI::App* command) {
  AddServerTo(command);
  CLI::Option* embedded = command->add_flag(
      "--embedded", embedded_, "Answer in this process; needs no server");
  embedded->excludes(command->get_option("--server"));
  command
      ->add_option("--lexicon", lexicon_,
                   "With --embedded: directory of the lexicon (default: "
                   "$STANCE_LEXICON, or the one that came with stancectl)")
      ->needs(embedded);
}

Connection SourceFlags::ServerConnection() const {
  Connection out;
  out.server = server_.empty() ? FromEnvironment("STANCE_SERVER") : server_;
  if (out.server.empty()) out.server = kDefaultServer;
  absl::ParseDuration(timeout_, &out.timeout);  // checked when it was parsed
  return out;
}

bool SourceFlags::IsNamed() const {
  return embedded_ || !server_.empty() ||
         !FromEnvironment("STANCE_SERVER").empty();
}

google::rpc::Status SourceFlags::MakeAnswerer(
    std::unique_ptr<Answerer>* answerer) const {
  const Connection connection = ServerConnection();
  if (!embedded_) {
    *answerer = MakeServerAnswerer(connection);
    return OkStatus();
  }
  std::string directory = lexicon_;
  if (directory.empty()) directory = FromEnvironment("STANCE_LEXICON");
  if (directory.empty()) directory = DefaultLexiconDirectory();
  return MakeEmbeddedAnswerer(directory, connection.timeout, answerer);
}

}  // namespace stance::client
