#include "service/operations/settings_mistakes.h"

#include <set>
#include <string_view>
#include <utility>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "service/operations/loopback.h"
#include "service/operations/settings_definition.h"
#include "service/server/access.h"
#include "service/server/listening_socket.h"

namespace stance {
namespace {

// Collects the variables that there are.
class VariableCollector final : public SettingVisitor {
 public:
  void Text(const std::string& name, const char*, std::string*,
            const std::string&) override {
    Add(name);
  }
  void List(const std::string& name, const char*, std::vector<std::string>*,
            const std::string&) override {
    Add(name);
  }
  void Choice(const std::string& name, const char*,
              const std::vector<std::string>&, std::string*,
              const std::string&) override {
    Add(name);
  }
  void Switch(const std::string& name, bool*, const std::string&) override {
    Add(name);
  }
  void Count(const std::string& name, IntegerRange, int64_t*,
             const std::string&) override {
    Add(name);
  }
  void Bytes(const std::string& name, IntegerRange, int64_t*,
             const std::string&) override {
    Add(name);
  }
  void Seconds(const std::string& name, IntegerRange, std::chrono::seconds*,
               const std::string&) override {
    Add(name);
  }
  void Milliseconds(const std::string& name, IntegerRange,
                    std::chrono::milliseconds*, const std::string&) override {
    Add(name);
  }

  bool Has(const std::string& variable) const {
    return variables_.contains(variable);
  }

 private:
  void Add(const std::string& name) { variables_.insert(VariableOf(name)); }

  std::set<std::string> variables_;
};

// Of stancectl, of ./dev, or made by Kubernetes for a Service.
bool BelongsToOthers(const std::string& variable) {
  if (variable == "STANCE_SERVER" || variable == "STANCE_EVAL_DIR") return true;
  return absl::EndsWith(variable, "_SERVICE_HOST") ||
         absl::StrContains(variable, "_SERVICE_PORT") ||
         absl::EndsWith(variable, "_PORT") ||
         absl::StrContains(variable, "_TCP") ||
         absl::StrContains(variable, "_UDP");
}

void FindUnknownVariables(const char* const* environment,
                          std::vector<std::string>* mistakes) {
  VariableCollector known;
  Settings unused;
  VisitSettings(&unused, &known);
  for (; *environment != nullptr; ++environment) {
    const std::string_view entry = *environment;
    const std::string variable(entry.substr(0, entry.find('=')));
    if (!absl::StartsWith(variable, "STANCE_") || known.Has(variable) ||
        BelongsToOthers(variable)) {
      continue;
    }
    mistakes->push_back(
        variable + ": no setting has this variable; stanced --help lists them");
  }
}

// Whether it is an address of TCP; the metrics' server knows no others.
bool HasPort(const std::string& address) {
  return !absl::StartsWith(address, "unix:") && absl::StrContains(address, ":");
}

void CheckAddresses(const Settings& settings,
                    std::vector<std::string>* mistakes) {
  if (settings.listen.empty()) mistakes->push_back("--listen: no address");
  std::set<std::string> seen;
  const auto check = [&](const std::string& flag, const std::string& address,
                         bool is_listening_address) {
    if (!is_listening_address) {
      mistakes->push_back(flag + ": " + address +
                          " is not an address to listen on; write host:port");
    } else if (!absl::EndsWith(address, ":0") &&
               !seen.insert(WithLoopback(address)).second) {
      mistakes->push_back(flag + ": " + address + " is there twice");
    }
  };
  for (const std::string& address : settings.listen) {
    check("--listen", address, IsListeningAddress(address));
  }
  for (const auto& [flag, address] :
       {std::pair("--metrics-address", settings.metrics_address),
        std::pair("--admin-address", settings.admin_address)}) {
    if (address.empty()) continue;
    check(flag, address,
          IsListeningAddress(WithLoopback(address)) &&
              (flag == std::string("--admin-address") || HasPort(address)));
  }
}

void CheckLexicons(const Settings& settings,
                   std::vector<std::string>* mistakes) {
  std::set<std::string> seen;
  for (const std::string& directory : settings.lexicon) {
    if (directory.empty()) {
      mistakes->push_back("--lexicon: no directory");
    } else if (!seen.insert(directory).second) {
      mistakes->push_back("--lexicon: " + directory + " is there twice");
    }
  }
}

void CheckTls(const Settings& settings, std::vector<std::string>* mistakes) {
  const TlsFiles& tls = settings.tls;
  if (tls.certificate.empty() != tls.key.empty()) {
    mistakes->push_back(tls.key.empty() ? "--tls-certificate: needs --tls-key"
                                        : "--tls-key: needs --tls-certificate");
  }
  if (!tls.client_ca.empty() && tls.certificate.empty()) {
    mistakes->push_back(
        "--tls-client-ca: needs --tls-certificate; in plaintext nobody shows "
        "a certificate");
  }
  if (settings.allow_clients.empty()) return;
  if (tls.client_ca.empty()) {
    mistakes->push_back(
        "--allow-client: needs --tls-client-ca; otherwise nobody shows a "
        "certificate");
  }
  if (const auto access = Access::Only(settings.allow_clients); !access.ok()) {
    mistakes->push_back(
        absl::StrCat("--allow-client: ", access.status().message()));
  }
}

}  // namespace

std::vector<std::string> SettingMistakes(const Settings& settings,
                                         const char* const* environment) {
  std::vector<std::string> mistakes;
  FindUnknownVariables(environment, &mistakes);
  CheckLexicons(settings, &mistakes);
  CheckAddresses(settings, &mistakes);
  if (settings.max_article_bytes > settings.max_message_bytes) {
    mistakes.push_back(absl::StrCat(
        "--max-article-bytes: ", settings.max_article_bytes,
        " is more than --max-message-bytes (", settings.max_message_bytes,
        "); no article could be that long"));
  }
  if (settings.admission.max_in_flight_bytes < settings.max_message_bytes) {
    mistakes.push_back(absl::StrCat(
        "--max-in-flight-bytes: ", settings.admission.max_in_flight_bytes,
        " is less than --max-message-bytes (", settings.max_message_bytes,
        "); a message of that length would be refused"));
  }
  if (settings.caps.max_connections_per_peer > settings.caps.max_connections) {
    mistakes.push_back(absl::StrCat(
        "--max-connections-per-peer: ", settings.caps.max_connections_per_peer,
        " is more than --max-connections (", settings.caps.max_connections,
        ")"));
  }
  if (settings.connections.max_age.count() == 0 &&
      settings.connections.max_age_grace.count() != 0) {
    mistakes.push_back(
        "--max-connection-age-grace: no connection reaches an age where "
        "--max-connection-age is 0");
  }
  CheckTls(settings, &mistakes);
  return mistakes;
}

}  // namespace stance
