#include "service/lexicon_files/watch.h"

#include <errno.h>
#include <string.h>
#include <sys/inotify.h>
#include <unistd.h>

#include <filesystem>
#include <string_view>
#include <system_error>
#include <utility>

#include "service/engine/lexicon/concat.h"

namespace stance {
namespace {

namespace fs = std::filesystem;

// IN_ATTRIB: a file may have been made readable.
constexpr uint32_t kChanges = IN_CLOSE_WRITE | IN_MODIFY | IN_MOVED_TO |
                              IN_MOVED_FROM | IN_CREATE | IN_DELETE |
                              IN_DELETE_SELF | IN_MOVE_SELF | IN_ATTRIB;

// Of a folder in which only names matter; it may be a busy one.
constexpr uint32_t kNameChanges = IN_MOVED_TO | IN_MOVED_FROM | IN_CREATE |
                                  IN_DELETE | IN_DELETE_SELF | IN_MOVE_SELF;

}  // namespace

DirectoryWatch::DirectoryWatch(const std::vector<std::string>& directories) {
  if (directories.empty()) return;
  descriptor_ = inotify_init1(IN_NONBLOCK | IN_CLOEXEC);
  if (descriptor_ < 0) {
    problem_ = Concat("inotify: ", strerror(errno));
    return;
  }
  for (const std::string& directory : directories) {
    WatchAbove(directory);
    WatchTree(directory);
  }
}

DirectoryWatch::~DirectoryWatch() {
  if (descriptor_ >= 0) close(descriptor_);
}

DirectoryWatch::DirectoryWatch(DirectoryWatch&& other) noexcept
    : descriptor_(std::exchange(other.descriptor_, -1)),
      watched_(std::move(other.watched_)),
      problem_(std::move(other.problem_)) {}

DirectoryWatch& DirectoryWatch::operator=(DirectoryWatch&& other) noexcept {
  std::swap(descriptor_, other.descriptor_);
  std::swap(watched_, other.watched_);
  std::swap(problem_, other.problem_);
  return *this;
}

void DirectoryWatch::Add(const std::string& directory,
                         const std::string& only) {
  // IN_MASK_ADD: a folder may be watched as the one above another as well.
  const uint32_t changes = only.empty() ? kChanges : kNameChanges;
  const int id = inotify_add_watch(descriptor_, directory.c_str(),
                                   changes | IN_ONLYDIR | IN_MASK_ADD);
  if (id >= 0) {
    watched_.push_back({id, only});
  } else if (errno != ENOENT && errno != ENOTDIR) {
    problem_ = Concat("inotify on ", directory, ": ", strerror(errno));
  }
}

void DirectoryWatch::WatchTree(const std::string& directory) {
  Add(directory, "");
  std::error_code error;
  for (fs::directory_iterator entry(directory, error), end;
       !error && entry != end; entry.increment(error)) {
    std::error_code kind_error;
    if (entry->path().filename().string()[0] != '.' &&
        entry->is_directory(kind_error) && !entry->is_symlink(kind_error)) {
      WatchTree(entry->path());
    }
  }
}

void DirectoryWatch::WatchAbove(const std::string& directory) {
  std::error_code error;
  fs::path path = fs::absolute(directory, error).lexically_normal();
  if (!path.has_filename()) path = path.parent_path();  // "lexicon/"
  while (path.has_relative_path()) {
    const fs::path above = path.parent_path();
    if (fs::is_directory(above, error)) {
      Add(above, path.filename());
      return;
    }
    path = above;
  }
}

bool DirectoryWatch::Take() {
  bool changed = false;
  alignas(inotify_event) char buffer[16 << 10];
  while (true) {
    const ssize_t size = read(descriptor_, buffer, sizeof(buffer));
    if (size < 0 && errno == EINTR) continue;
    if (size <= 0) return changed;
    for (ssize_t at = 0; at < size;) {
      const auto* event = reinterpret_cast<const inotify_event*>(buffer + at);
      at += static_cast<ssize_t>(sizeof(inotify_event) + event->len);
      // Too much happened to be told.
      changed |= (event->mask & IN_Q_OVERFLOW) != 0;
      const std::string_view name = event->len == 0 ? "" : event->name;
      for (const Watched& watched : watched_) {
        changed |= watched.id == event->wd &&
                   (watched.only.empty() || watched.only == name);
      }
    }
  }
}

}  // namespace stance
