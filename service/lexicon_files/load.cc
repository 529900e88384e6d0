#include "service/lexicon_files/load.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "service/lexicon_files/layers.h"

namespace stance {

bool HasError(const std::vector<Finding>& findings) {
  return std::any_of(findings.begin(), findings.end(),
                     [](const Finding& finding) {
                       return finding.severity == Severity::kError;
                     });
}

bool IsBroken(const std::vector<Finding>& findings) {
  return std::any_of(findings.begin(), findings.end(),
                     [](const Finding& finding) {
                       return finding.severity == Severity::kError &&
                              finding.code != "UNKNOWN_FIELD";
                     });
}

std::shared_ptr<const Lexicon> LoadLexicon(
    const std::vector<std::string>& directories,
    std::vector<Finding>* findings) {
  std::vector<Finding> found;
  std::shared_ptr<const Lexicon> lexicon;
  if (const auto read = ReadLexiconLayers(directories, &found)) {
    lexicon =
        CompileLexicon(read->lexicon.sources, read->lexicon.name,
                       read->lexicon.version, read->lexicon.checksum, &found);
  }
  if (HasError(found)) lexicon = nullptr;
  std::move(found.begin(), found.end(), std::back_inserter(*findings));
  return lexicon;
}

std::shared_ptr<const Lexicon> LoadLexicon(const std::string& directory,
                                           std::vector<Finding>* findings) {
  return LoadLexicon(std::vector<std::string>{directory}, findings);
}

}  // namespace stance
