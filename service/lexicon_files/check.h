// All that can be said of a lexicon before it is deployed.
//
//   const LexiconCheck check = CheckLexicon({{"cues.txtpb", text}}, {});
//   for (const Finding& finding : check.findings) … FormatFinding(finding)
//
// Loading finds what keeps a lexicon from working (compiler.h). A check goes
// on: it runs the examples and looks for entries that nothing can reach, that
// say the same twice, and for forms that mean several things without a word on
// which. docs/AUTHORING.md has the table of codes.
//
// The functions read nothing but their arguments, and may be called from any
// thread.

#ifndef STANCE_LEXICON_FILES_CHECK_H_
#define STANCE_LEXICON_FILES_CHECK_H_

#include <cstddef>
#include <string>
#include <vector>

#include "service/engine/lexicon/compiler.h"
#include "service/lexicon_files/read_directory.h"

namespace stance {

// A lexicon file in memory.
struct LexiconText {
  std::string name;  // as findings name it: "cues/verbs.txtpb"
  std::string text;
};

struct CheckOptions {
  // Threads that run examples, the calling one among them; 0 is taken for 1.
  unsigned threads = 1;
};

struct LexiconCheck {
  // In order of files and lines; those of the whole lexicon come first.
  std::vector<Finding> findings;
  size_t files = 0;
  size_t examples = 0;  // that were run
  // False where an error kept the lexicon from being compiled: examples, dead
  // entries and ambiguous forms have not been looked at then.
  bool complete = false;
};

// Checks the files as one lexicon.
LexiconCheck CheckLexicon(const std::vector<LexiconText>& files,
                          const CheckOptions& options);

// The same for parsed files: what layers of directories come to, or what
// ReadLexiconDirectory gives. `findings` are those of reading them.
LexiconCheck CheckLexicon(const std::vector<LexiconSource>& sources,
                          std::vector<Finding> findings,
                          const CheckOptions& options);

// The same for the *.txtpb files below directories, each of which overrides the
// entries of those before it.
LexiconCheck CheckLexiconDirectories(
    const std::vector<std::string>& directories, const CheckOptions& options);

}  // namespace stance

#endif  // STANCE_LEXICON_FILES_CHECK_H_
