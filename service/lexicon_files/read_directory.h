// Directories of *.txtpb files -> their parsed files.

#ifndef STANCE_LEXICON_FILES_READ_DIRECTORY_H_
#define STANCE_LEXICON_FILES_READ_DIRECTORY_H_

#include <optional>
#include <string>
#include <vector>

#include "service/engine/lexicon/compiler.h"

namespace stance {

struct LexiconDirectory {
  std::vector<LexiconSource> sources;  // by path
  std::string name;                    // of the directory
  std::string version;   // the first line of VERSION, "0" where there is none
  std::string checksum;  // hex SHA-256 of all file names and contents
};

// Reads every *.txtpb below `directory` (sorted by path; hidden files and
// folders such as ..data are passed over unless they are the directory itself).
// Nothing where a file cannot be read or parsed, and where there is none: what
// it would have said is missed everywhere, so that other findings would be
// those of its absence. Unknown fields are findings too, and stop nothing.
// `threads` share the files; 0: one a processor.
std::optional<LexiconDirectory> ReadLexiconDirectory(
    const std::string& directory, std::vector<Finding>* findings,
    unsigned threads = 0);

}  // namespace stance

#endif  // STANCE_LEXICON_FILES_READ_DIRECTORY_H_
