#include "service/lexicon_files/read_directory.h"

#include <algorithm>
#include <atomic>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <memory>
#include <system_error>
#include <thread>
#include <utility>

#include "absl/strings/ascii.h"
#include "service/engine/lexicon/concat.h"
#include "service/lexicon_files/checksum.h"
#include "service/lexicon_files/load.h"
#include "service/machine/processors.h"

namespace stance {
namespace {

namespace fs = std::filesystem;

Finding FileError(std::string code, std::string file, std::string message) {
  Finding finding;
  finding.code = std::move(code);
  finding.file = std::move(file);
  finding.message = std::move(message);
  return finding;
}

std::optional<std::string> ReadFile(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) return std::nullopt;
  std::error_code error;
  const uintmax_t size = fs::file_size(path, error);
  std::string text(error ? 0 : size, '\0');
  file.read(text.data(), static_cast<std::streamsize>(text.size()));
  text.resize(static_cast<size_t>(file.gcount()));
  // What was written to it meanwhile, or all of what has no size.
  text.append(std::istreambuf_iterator<char>(file), {});
  if (file.bad()) return std::nullopt;
  return text;
}

// Collects the *.txtpb files below `directory`, by their paths in it. Links to
// files are followed: a mounted ConfigMap is made of them, each leading through
// the hidden folder ..data.
void Walk(const fs::path& directory, const std::string& prefix,
          std::vector<std::string>* paths, std::vector<Finding>* findings) {
  std::error_code error;
  for (fs::directory_iterator entry(directory, error), end;
       !error && entry != end; entry.increment(error)) {
    const std::string name = entry->path().filename().string();
    if (name[0] == '.') continue;
    std::error_code kind_error;
    // A folder that is a link could lead back to one above it.
    if (entry->is_directory(kind_error) && !entry->is_symlink(kind_error)) {
      Walk(entry->path(), Concat(prefix, name, "/"), paths, findings);
    } else if (entry->path().extension() == ".txtpb") {
      paths->push_back(prefix + name);
    }
  }
  if (error) {
    findings->push_back(
        FileError("UNREADABLE", directory.string(),
                  Concat("the folder cannot be read (", error.message(),
                         "); check that it exists and who may read it")));
  }
}

std::string ReadVersion(const fs::path& directory) {
  const std::optional<std::string> text = ReadFile(directory / "VERSION");
  if (!text) return "0";
  std::string line = text->substr(0, text->find('\n'));
  absl::StripAsciiWhitespace(&line);
  return line.empty() ? "0" : line;
}

// The name of the directory, also where it is given with a slash at the end.
std::string DirectoryName(const fs::path& directory) {
  std::error_code error;
  const fs::path whole = fs::absolute(directory, error).lexically_normal();
  return whole.has_filename() ? whole.filename().string()
                              : whole.parent_path().filename().string();
}

struct File {
  std::shared_ptr<const std::string> text;  // null where it cannot be read
  LexiconSource source;
  std::vector<Finding> findings;
};

File ReadAndParse(const fs::path& directory, const std::string& path) {
  File file;
  if (std::optional<std::string> text = ReadFile(directory / path)) {
    file.text = std::make_shared<const std::string>(*std::move(text));
    file.source = ParseLexiconText(path, file.text, &file.findings);
  } else {
    file.source.path = path;
    file.findings.push_back(FileError(
        "UNREADABLE", path,
        "the file cannot be read; check that it exists and who may read it"));
  }
  return file;
}

// One File a path, in their order. Parsing is half of what a start takes, so
// the threads share the files, each taking the next: the largest first, so that
// none is left alone with one at the end.
std::vector<File> ReadAndParse(const fs::path& directory,
                               const std::vector<std::string>& paths,
                               unsigned threads) {
  if (threads == 0) threads = static_cast<unsigned>(AvailableProcessors());
  std::vector<File> files(paths.size());
  std::vector<std::pair<uintmax_t, size_t>> by_size;
  for (size_t i = 0; i < paths.size(); ++i) {
    std::error_code error;
    const uintmax_t size = fs::file_size(directory / paths[i], error);
    by_size.emplace_back(error ? 0 : size, i);
  }
  std::sort(by_size.rbegin(), by_size.rend());
  std::atomic<size_t> next = 0;
  const auto work = [&] {
    for (size_t n = next++; n < paths.size(); n = next++) {
      const size_t i = by_size[n].second;
      files[i] = ReadAndParse(directory, paths[i]);
    }
  };
  std::vector<std::thread> others;
  for (unsigned i = 1; i < threads; ++i) others.emplace_back(work);
  work();
  for (std::thread& other : others) other.join();
  return files;
}

}  // namespace

std::optional<LexiconDirectory> ReadLexiconDirectory(
    const std::string& directory, std::vector<Finding>* findings,
    unsigned threads) {
  const size_t first = findings->size();
  std::vector<std::string> paths;
  Walk(directory, "", &paths, findings);
  if (findings->size() > first) return std::nullopt;
  if (paths.empty()) {
    findings->push_back(FileError(
        "NO_FILES", directory,
        "there is no *.txtpb file in the directory; is it the right one?"));
    return std::nullopt;
  }
  std::sort(paths.begin(), paths.end());

  LexiconDirectory read;
  Checksum checksum;
  bool broken = false;
  for (File& file : ReadAndParse(directory, paths, threads)) {
    checksum.Add(file.source.path);
    checksum.Add(file.text == nullptr ? std::string_view() : *file.text);
    read.sources.push_back(std::move(file.source));
    broken |= IsBroken(file.findings);
    std::move(file.findings.begin(), file.findings.end(),
              std::back_inserter(*findings));
  }
  if (broken) return std::nullopt;
  read.name = DirectoryName(directory);
  read.version = ReadVersion(directory);
  read.checksum = checksum.Hex();
  return read;
}

}  // namespace stance
