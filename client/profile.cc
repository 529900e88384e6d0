#include "client/profile.h"

#include <cstdlib>
#include <filesystem>
#include <optional>
#include <utility>
#include <vector>

// The compiled library throws; we want its results.
#define TOML_EXCEPTIONS 0
#define TOML_HEADER_ONLY 1
#include <toml++/toml.h>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"

namespace stance::client {
namespace {

namespace fs = std::filesystem;

std::string Environment(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? std::string() : std::string(value);
}

std::string Text(std::string_view text) { return std::string(text); }

absl::Status Wrong(const std::string& path, const toml::source_region& where,
                   const std::string& what) {
  return absl::InvalidArgumentError(
      absl::StrCat(path, ":", where.begin.line, ": ", what));
}

// Where `key` of a profile goes; null: it is no key.
std::string* FieldOf(std::string_view key, ServerSettings* settings) {
  const std::pair<const char*, std::string*> kFields[] = {
      {"server", &settings->server},
      {"timeout", &settings->timeout},
      {"tls", &settings->tls},
      {"tls-ca", &settings->tls_ca},
      {"tls-cert", &settings->tls_cert},
      {"tls-key", &settings->tls_key},
      {"tls-server-name", &settings->tls_server_name}};
  for (const auto& [name, field] : kFields) {
    if (key == name) return field;
  }
  return nullptr;
}

absl::StatusOr<ServerSettings> ReadTable(const std::string& path,
                                         const toml::table& table) {
  ServerSettings out;
  for (const auto& [key, value] : table) {
    std::string* field = FieldOf(key.str(), &out);
    if (field == nullptr) {
      return Wrong(path, key.source(),
                   absl::StrCat("\"", Text(key.str()),
                                "\" is no key of a profile; there are server, "
                                "timeout, tls, tls-ca, tls-cert, tls-key, "
                                "tls-server-name"));
    }
    if (key == "tls" && value.is_boolean()) {
      *field = value.value_or(false) ? "true" : "false";
    } else if (key != "tls" && value.is_string()) {
      *field = value.value_or(std::string());
    } else {
      return Wrong(
          path, value.source(),
          absl::StrCat(Text(key.str()), key == "tls" ? " is true or false"
                                                     : " is a text in quotes"));
    }
  }
  for (std::string* file : {&out.tls_ca, &out.tls_cert, &out.tls_key}) {
    if (!file->empty()) *file = fs::path(path).parent_path() / *file;
  }
  return out;
}

}  // namespace

void ServerSettings::FillFrom(const ServerSettings& other) {
  const std::pair<std::string*, const std::string*> kFields[] = {
      {&server, &other.server},
      {&timeout, &other.timeout},
      {&tls, &other.tls},
      {&tls_ca, &other.tls_ca},
      {&tls_cert, &other.tls_cert},
      {&tls_key, &other.tls_key},
      {&tls_server_name, &other.tls_server_name}};
  for (const auto& [mine, theirs] : kFields) {
    if (mine->empty()) *mine = *theirs;
  }
}

std::string ConfigPath() {
  if (std::string path = Environment("STANCE_CONFIG"); !path.empty()) {
    return path;
  }
  std::string folder = Environment("XDG_CONFIG_HOME");
  if (folder.empty()) folder = Environment("HOME") + "/.config";
  return folder + "/stance/config.toml";
}

absl::StatusOr<ServerSettings> ReadProfile(const std::string& path,
                                           const std::string& name) {
  std::error_code ignored;
  if (!fs::exists(path, ignored) && name.empty() &&
      Environment("STANCE_CONFIG").empty()) {
    return ServerSettings();
  }
  if (!fs::exists(path, ignored)) {
    return absl::NotFoundError(absl::StrCat(
        path, ": there is no such file",
        name.empty() ? ""
                     : absl::StrCat(" to say what profile \"", name, "\" is")));
  }
  const toml::parse_result parsed = toml::parse_file(path);
  if (!parsed) {
    return Wrong(path, parsed.error().source(),
                 Text(parsed.error().description()));
  }
  const toml::table& file = parsed.table();
  for (const auto& [key, value] : file) {
    if (key != "profile" && key != "profiles") {
      return Wrong(path, key.source(),
                   absl::StrCat("\"", Text(key.str()),
                                "\" is no key; there are profile and "
                                "[profiles.NAME]"));
    }
  }
  const std::string wanted =
      name.empty() ? file["profile"].value_or(std::string()) : name;
  if (wanted.empty()) return ServerSettings();
  const toml::table* profiles = file["profiles"].as_table();
  std::vector<std::string> names;
  if (profiles != nullptr) {
    for (const auto& [key, value] : *profiles) {
      if (key == wanted && value.is_table()) {
        return ReadTable(path, *value.as_table());
      }
      names.push_back(Text(key.str()));
    }
  }
  return absl::NotFoundError(absl::StrCat(
      path, ": there is no profile \"", wanted, "\"",
      names.empty() ? "" : "; there are ", absl::StrJoin(names, ", ")));
}

}  // namespace stance::client
