#include "client/lexicon/open_lexicon.h"

#include <algorithm>
#include <cstdlib>
#include <optional>
#include <utility>

#include "absl/strings/str_cat.h"
#include "service/lexicon_files/default_directory.h"
#include "service/lexicon_files/load.h"
#include "service/lexicon_files/read_directory.h"

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

absl::StatusOr<OpenedLexicon> OpenLexicon(const std::string& directory) {
  std::vector<stance::Finding> findings;
  std::optional<LexiconDirectory> read =
      ReadLexiconDirectory(directory, &findings);
  if (!read) return DoesNotLoad(findings);
  OpenedLexicon opened;
  opened.lexicon = CompileLexicon(read->sources, std::move(read->name),
                                  std::move(read->version),
                                  std::move(read->checksum), &findings);
  if (HasError(findings)) return DoesNotLoad(findings);
  opened.sources = std::move(read->sources);
  return opened;
}

std::string ChooseLexicon(const std::string& given) {
  if (!given.empty()) return given;
  const char* variable = std::getenv("STANCE_LEXICON");
  if (variable != nullptr && *variable != '\0') return variable;
  return DefaultLexiconDirectory();
}

}  // namespace stance::client
