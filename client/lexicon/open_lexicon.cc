#include "client/lexicon/open_lexicon.h"

#include <algorithm>
#include <cstdlib>
#include <optional>
#include <utility>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "service/lexicon_files/default_directory.h"
#include "service/lexicon_files/layers.h"
#include "service/lexicon_files/load.h"

namespace stance::client {
namespace {

absl::Status DoesNotLoad(const std::vector<stance::Finding>& findings) {
  const auto first = std::find_if(findings.begin(), findings.end(),
                                  [](const stance::Finding& finding) {
                                    return finding.severity == Severity::kError;
                                  });
  return absl::FailedPreconditionError(
      absl::StrCat("the lexicon does not load: ", FormatFinding(*first),
                   "; `stancectl lexicon check` says all that is wrong"));
}

}  // namespace

absl::StatusOr<OpenedLexicon> OpenLexicon(
    const std::vector<std::string>& directories) {
  std::vector<stance::Finding> findings;
  std::optional<LexiconLayers> read = ReadLexiconLayers(directories, &findings);
  if (!read) return DoesNotLoad(findings);
  LexiconDirectory& whole = read->lexicon;
  OpenedLexicon opened;
  opened.lexicon = CompileLexicon(whole.sources, std::move(whole.name),
                                  std::move(whole.version),
                                  std::move(whole.checksum), &findings);
  if (HasError(findings)) return DoesNotLoad(findings);
  opened.sources = std::move(whole.sources);
  return opened;
}

std::vector<std::string> ChooseLexicon(std::vector<std::string> given) {
  if (!given.empty()) return given;
  const char* variable = std::getenv("STANCE_LEXICON");
  given = absl::StrSplit(variable == nullptr ? "" : variable, ',',
                         absl::SkipEmpty());
  if (given.empty()) given = {DefaultLexiconDirectory()};
  return given;
}

}  // namespace stance::client
