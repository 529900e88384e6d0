// Lexicon messages -> the immutable Lexicon, with findings.
//
// Inflects verbs, nouns and adjectives, interns every form, builds the trie,
// resolves references, parses examples. Does not run examples (examples.h).

#ifndef STANCE_ENGINE_LEXICON_COMPILER_H_
#define STANCE_ENGINE_LEXICON_COMPILER_H_

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "service/engine/lexicon/example.h"
#include "service/engine/lexicon/lexicon.h"
#include "service/engine/lexicon/source.h"

namespace stance {

enum class Severity : uint8_t { kWarning = 1, kError = 2 };

// Something a lexicon author should know.
struct Finding {
  Severity severity = Severity::kError;
  std::string code;  // stable: DUPLICATE_ID, UNKNOWN_REFERENCE, SYNTAX, …
  std::string file;
  uint32_t line = 0;    // 1-based; 0 for the whole file
  uint32_t column = 0;  // 1-based; 0 for the whole line
  std::string entry_id;
  std::string message;  // what is wrong and what to do
};

// "cues/verbs.txtpb:12: error: cue/condemn: … [DUPLICATE_ID]"
std::string FormatFinding(const Finding& finding);

// The compiled lexicon, or null where a finding is an error. `findings` is
// appended to, in order of files and lines. Where `examples` is given, those of
// the entries are appended to it: the lexicon works without them, and they take
// more room than it. `threads`, the calling one among them: with two, the
// examples are read by the other.
std::shared_ptr<const Lexicon> CompileLexicon(
    const std::vector<LexiconSource>& sources, std::string name,
    std::string version, std::string checksum, std::vector<Finding>* findings,
    std::vector<Example>* examples = nullptr, unsigned threads = 1);

}  // namespace stance

#endif  // STANCE_ENGINE_LEXICON_COMPILER_H_
