// The lexicon that the project ships, loaded once for all tests of a binary.

#ifndef STANCE_TESTS_ENGINE_SHIPPED_LEXICON_H_
#define STANCE_TESTS_ENGINE_SHIPPED_LEXICON_H_

#include <cstdlib>
#include <iostream>
#include <memory>
#include <vector>

#include "service/lexicon_files/load.h"

namespace stance {

inline std::shared_ptr<const Lexicon> ShippedLexicon() {
  static const std::shared_ptr<const Lexicon> lexicon = [] {
    std::vector<Finding> findings;
    auto loaded =
        LoadLexicon(STANCE_SOURCE_DIR "/service/lexicon/en", &findings);
    for (const Finding& finding : findings) {
      if (finding.severity == Severity::kError) {
        std::cerr << FormatFinding(finding) << "\n";
      }
    }
    if (loaded == nullptr) std::abort();
    return loaded;
  }();
  return lexicon;
}

}  // namespace stance

#endif  // STANCE_TESTS_ENGINE_SHIPPED_LEXICON_H_
