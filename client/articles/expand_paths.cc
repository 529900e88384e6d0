#include "client/articles/expand_paths.h"

#include <glob.h>

#include <algorithm>
#include <filesystem>
#include <string_view>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/strip.h"

namespace stance::client {
namespace {

namespace fs = std::filesystem;

bool IsArticleName(absl::string_view name) {
  absl::ConsumeSuffix(&name, ".gz");
  for (const absl::string_view ending : {".txt", ".html", ".htm"}) {
    if (absl::EndsWithIgnoreCase(name, ending)) return true;
  }
  return false;
}

absl::Status AddDirectory(const std::string& name,
                          std::vector<std::string>* out) {
  std::error_code error;
  fs::recursive_directory_iterator at(
      name, fs::directory_options::follow_directory_symlink, error);
  std::vector<std::string> found;
  for (; !error && at != fs::recursive_directory_iterator();
       at.increment(error)) {
    const std::string file = at->path().filename().string();
    std::error_code ignored;
    if (absl::StartsWith(file, ".")) {
      at.disable_recursion_pending();
    } else if (at->is_regular_file(ignored) && IsArticleName(file)) {
      found.push_back(at->path().string());
    }
  }
  if (error) {
    return absl::PermissionDeniedError(absl::StrCat(
        name, ": the directory cannot be read: ", error.message()));
  }
  if (found.empty()) {
    return absl::NotFoundError(
        absl::StrCat(name, ": there is no *.txt or *.html in the directory"));
  }
  std::sort(found.begin(), found.end());
  out->insert(out->end(), found.begin(), found.end());
  return absl::OkStatus();
}

absl::Status AddMatches(const std::string& pattern,
                        std::vector<std::string>* out) {
  glob_t matches{};
  const int code = glob(pattern.c_str(), GLOB_TILDE, nullptr, &matches);
  absl::Status status;
  for (size_t i = 0; code == 0 && status.ok() && i < matches.gl_pathc; ++i) {
    const std::string path = matches.gl_pathv[i];
    std::error_code ignored;
    if (fs::is_directory(path, ignored)) {
      status = AddDirectory(path, out);
    } else {
      out->push_back(path);
    }
  }
  globfree(&matches);
  if (code != 0) {
    return absl::NotFoundError(absl::StrCat(pattern, ": no file matches"));
  }
  return status;
}

}  // namespace

absl::StatusOr<std::vector<std::string>> ExpandPaths(
    const std::vector<std::string>& names) {
  std::vector<std::string> out;
  for (const std::string& name : names) {
    std::error_code ignored;
    absl::Status status;
    if (fs::is_directory(name, ignored)) {
      status = AddDirectory(name, &out);
    } else if (fs::exists(name, ignored) ||
               name.find_first_of("*?[") == std::string::npos) {
      out.push_back(name);
    } else {
      status = AddMatches(name, &out);
    }
    if (!status.ok()) return status;
  }
  return out;
}

}  // namespace stance::client
