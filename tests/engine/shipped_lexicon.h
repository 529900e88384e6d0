// The lexicon that the project ships, loaded once for all tests of a binary.

#ifndef STANCE_TESTS_ENGINE_SHIPPED_LEXICON_H_
#define STANCE_TESTS_ENGINE_SHIPPED_LEXICON_H_

#include <cstdlib>
#include <iostream>
#include <memory>
#include <utility>
#include <vector>

#include "service/lexicon_files/read_directory.h"

namespace stance {

struct LexiconWithExamples {
  std::vector<LexiconSource> sources;  // of the examples
  std::shared_ptr<const Lexicon> lexicon;
  std::vector<Example> examples;
};

inline const LexiconWithExamples& Shipped() {
  static const LexiconWithExamples shipped = [] {
    LexiconWithExamples loaded;
    std::vector<Finding> findings;
    if (auto read = ReadLexiconDirectory(
            STANCE_SOURCE_DIR "/service/lexicon/en", &findings)) {
      loaded.sources = std::move(read->sources);
      loaded.lexicon =
          CompileLexicon(loaded.sources, read->name, read->version,
                         read->checksum, &findings, &loaded.examples);
    }
    for (const Finding& finding : findings) {
      if (finding.severity == Severity::kError) {
        std::cerr << FormatFinding(finding) << "\n";
      }
    }
    if (loaded.lexicon == nullptr) std::abort();
    return loaded;
  }();
  return shipped;
}

inline std::shared_ptr<const Lexicon> ShippedLexicon() {
  return Shipped().lexicon;
}

}  // namespace stance

#endif  // STANCE_TESTS_ENGINE_SHIPPED_LEXICON_H_
