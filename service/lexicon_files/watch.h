// Notices that the files of a lexicon change.

#ifndef STANCE_LEXICON_FILES_WATCH_H_
#define STANCE_LEXICON_FILES_WATCH_H_

#include <string>
#include <vector>

namespace stance {

// Watches directories and their folders with inotify: files written, moved,
// removed or made readable, and the swap of the link ..data by which a mounted
// ConfigMap changes. Also watched is the folder above each directory, or the
// nearest that exists, so that a directory is noticed that is removed and made
// again, or is itself a link that is turned elsewhere.
//
// What it cannot see: changes that another machine makes on a network file
// system, and those of files that links lead to outside the directories.
//
// A folder that is made later is not watched: when something has changed, make
// a new watch, then read the files; what changes from then on it will tell.
// For one thread at a time.
class DirectoryWatch {
 public:
  // Watches from now on. Without directories it tells nothing.
  explicit DirectoryWatch(const std::vector<std::string>& directories);
  ~DirectoryWatch();
  DirectoryWatch(DirectoryWatch&& other) noexcept;
  DirectoryWatch& operator=(DirectoryWatch&& other) noexcept;

  // To be polled: readable once something has changed. -1 where nothing is
  // watched.
  int descriptor() const { return descriptor_; }

  // Takes what has been told so far; whether any of it is about the
  // directories (and not about their neighbours).
  bool Take();

  // Why something is not watched, such as the system's limit of watches; empty
  // where all is.
  const std::string& problem() const { return problem_; }

 private:
  struct Watched {
    int id;
    std::string only;  // the one name in it that matters; empty: all
  };

  void WatchTree(const std::string& directory);
  void WatchAbove(const std::string& directory);
  void Add(const std::string& directory, const std::string& only);

  int descriptor_ = -1;
  std::vector<Watched> watched_;
  std::string problem_;
};

}  // namespace stance

#endif  // STANCE_LEXICON_FILES_WATCH_H_
