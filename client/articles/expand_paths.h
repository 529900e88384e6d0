// What a user names -> the files that are meant.

#ifndef STANCE_CLIENT_ARTICLES_EXPAND_PATHS_H_
#define STANCE_CLIENT_ARTICLES_EXPAND_PATHS_H_

#include <string>
#include <vector>

#include "absl/status/statusor.h"

namespace stance::client {

// Each of `names`, in its place:
//   "-"            standard input, as it is
//   a directory    its articles (*.txt, *.html, *.htm, and those with .gz
//                  behind) and those of the directories below it, in order of
//                  their paths; hidden ones are left out
//   a file         itself, whatever its name
//   *, ? or […]    what matches, in order, as in a shell
//   anything else  itself: reading it will say what is wrong
//
// NOT_FOUND: a directory without articles, a pattern that nothing matches.
// PERMISSION_DENIED: a directory that cannot be read.
absl::StatusOr<std::vector<std::string>> ExpandPaths(
    const std::vector<std::string>& names);

}  // namespace stance::client

#endif  // STANCE_CLIENT_ARTICLES_EXPAND_PATHS_H_
