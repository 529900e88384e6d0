#include "service/lexicon_files/load.h"

#include <algorithm>
#include <iterator>
#include <optional>
#include <utility>

#include "service/lexicon_files/read_directory.h"

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

std::shared_ptr<const Lexicon> LoadLexicon(const std::string& directory,
                                           std::vector<Finding>* findings,
                                           std::vector<Example>* examples) {
  std::vector<Finding> found;
  std::shared_ptr<const Lexicon> lexicon;
  if (std::optional<LexiconDirectory> read =
          ReadLexiconDirectory(directory, &found)) {
    lexicon = CompileLexicon(read->sources, std::move(read->name),
                             std::move(read->version),
                             std::move(read->checksum), &found, examples);
  }
  if (HasError(found)) lexicon = nullptr;
  std::move(found.begin(), found.end(), std::back_inserter(*findings));
  return lexicon;
}

}  // namespace stance
