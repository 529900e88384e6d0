// Directories of *.txtpb files -> a compiled Lexicon.

#ifndef STANCE_LEXICON_FILES_LOAD_H_
#define STANCE_LEXICON_FILES_LOAD_H_

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "service/engine/lexicon/compiler.h"

namespace stance {

// Parses one file's text; syntax errors and unknown fields become findings
// with line and column.
LexiconSource ParseLexiconText(std::string path, std::string_view text,
                               std::vector<Finding>* findings);
// The text is kept, for lines that are asked for.
LexiconSource ParseLexiconText(std::string path,
                               std::shared_ptr<const std::string> text,
                               std::vector<Finding>* findings);

// Whether a finding is an error.
bool HasError(const std::vector<Finding>& findings);

// Whether one of a file's findings says that the file could not be read whole.
bool IsBroken(const std::vector<Finding>& findings);

// Reads the directories as layers of one lexicon (layers.h) and compiles their
// files. Null where a finding is an error; an empty or missing directory is an
// error.
std::shared_ptr<const Lexicon> LoadLexicon(
    const std::vector<std::string>& directories,
    std::vector<Finding>* findings);
std::shared_ptr<const Lexicon> LoadLexicon(const std::string& directory,
                                           std::vector<Finding>* findings);

}  // namespace stance

#endif  // STANCE_LEXICON_FILES_LOAD_H_
