// Where the shipped lexicon is.

#ifndef STANCE_LEXICON_FILES_DEFAULT_DIRECTORY_H_
#define STANCE_LEXICON_FILES_DEFAULT_DIRECTORY_H_

#include <string>

namespace stance {

// The first of these that exists: ../share/stance/lexicon/en from the running
// program's directory (it is installed); service/lexicon/en of the source tree
// that the library was built from; where that tree's `cmake --install` puts the
// lexicon (the library is installed, the program is another's). The last where
// there is none.
std::string DefaultLexiconDirectory();

}  // namespace stance

#endif  // STANCE_LEXICON_FILES_DEFAULT_DIRECTORY_H_
