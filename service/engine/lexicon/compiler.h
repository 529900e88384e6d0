// Lexicon messages -> the immutable Lexicon, with findings.
//
// Inflects verbs, nouns and adjectives, interns every form, builds the trie,
// resolves references, parses examples. Does not run examples (examples.h).

#ifndef STANCE_ENGINE_LEXICON_COMPILER_H_
#define STANCE_ENGINE_LEXICON_COMPILER_H_

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "service/engine/lexicon/lexicon.h"
#include "stance/lexicon/v1/lexicon.pb.h"

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

// One parsed file.
struct LexiconSource {
  std::string path;  // as findings name it
  lexicon::v1::LexiconFile file;
  // The line of the index-th entry in a repeated field of LexiconFile named
  // `field` ("cue", "actor", …); may be empty, then findings have line 0.
  std::function<uint32_t(std::string_view field, int index)> line;
  // The line of the part_index-th value of `part` inside that entry
  // ("example", 2), or the entry's where it is not known; may be empty.
  std::function<uint32_t(std::string_view field, int index,
                         std::string_view part, int part_index)>
      line_within;
};

// The compiled lexicon, or null where a finding is an error. `findings` is
// appended to, in order of files and lines. Where `examples` is given, those of
// the entries are appended to it: the lexicon works without them, and they take
// more room than it.
std::shared_ptr<const Lexicon> CompileLexicon(
    const std::vector<LexiconSource>& sources, std::string name,
    std::string version, std::string checksum, std::vector<Finding>* findings,
    std::vector<Example>* examples = nullptr);

}  // namespace stance

#endif  // STANCE_ENGINE_LEXICON_COMPILER_H_
