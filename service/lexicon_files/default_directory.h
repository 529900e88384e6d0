// Where the shipped lexicon is.

#ifndef STANCE_LEXICON_FILES_DEFAULT_DIRECTORY_H_
#define STANCE_LEXICON_FILES_DEFAULT_DIRECTORY_H_

#include <string>

namespace stance {

// ../share/stance/lexicon/en from the running program's directory where that
// exists (it is installed); otherwise service/lexicon/en of the source tree
// that the program was built from.
std::string DefaultLexiconDirectory();

}  // namespace stance

#endif  // STANCE_LEXICON_FILES_DEFAULT_DIRECTORY_H_
