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

// Reads every *.txtpb below `directory` (sorted by path; hidden files and
// folders such as ..data are passed over unless they are the directory itself)
// and compiles them. Null where a finding is an error; an empty or missing
// directory is an error. The lexicon's version is the first line of a file
// named VERSION in the directory ("0" where there is none). `examples` as in
// CompileLexicon.
std::shared_ptr<const Lexicon> LoadLexicon(
    const std::string& directory, std::vector<Finding>* findings,
    std::vector<Example>* examples = nullptr);

}  // namespace stance

#endif  // STANCE_LEXICON_FILES_LOAD_H_
