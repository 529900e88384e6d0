#include "service/lexicon_files/check.h"

#include <algorithm>
#include <functional>
#include <iterator>
#include <memory>
#include <optional>
#include <string_view>
#include <tuple>
#include <utility>

#include "absl/container/flat_hash_map.h"
#include "absl/container/flat_hash_set.h"
#include "service/engine/classifier.h"
#include "service/engine/examples.h"
#include "service/engine/lexicon/concat.h"
#include "service/engine/lexicon/finding_sink.h"
#include "service/lexicon_files/checks.h"
#include "service/lexicon_files/layers.h"
#include "service/lexicon_files/load.h"
#include "service/lexicon_files/prove.h"

namespace stance {
namespace {

// Files as the sources have them, then lines.
void Sort(const std::vector<LexiconSource>& sources,
          std::vector<Finding>* findings) {
  absl::flat_hash_map<std::string, size_t> positions;
  for (size_t i = 0; i < sources.size(); ++i) {
    positions.try_emplace(sources[i].path, i + 1);
  }
  const auto key = [&](const Finding& finding) {
    const auto found = positions.find(finding.file);
    return std::make_tuple(found == positions.end() ? 0 : found->second,
                           finding.line, finding.column);
  };
  std::stable_sort(
      findings->begin(), findings->end(),
      [&](const Finding& a, const Finding& b) { return key(a) < key(b); });
}

// Of the failures only those that are errors: an entry whose examples a later
// layer breaks is not dead.
void KeepErrors(const std::vector<Finding>& judged,
                std::vector<ExampleFailure>* failures) {
  absl::flat_hash_set<std::string> errors;
  for (const Finding& finding : judged) {
    if (finding.severity == Severity::kError) {
      errors.insert(Concat(finding.file, ":", finding.line));
    }
  }
  std::erase_if(*failures, [&](const ExampleFailure& failure) {
    return !errors.contains(
        Concat(failure.example->File(), ":", failure.example->Line()));
  });
}

// What examples that fail come to.
using Judge = std::function<std::vector<Finding>(
    const Lexicon&, const std::vector<ExampleFailure>&)>;

LexiconCheck Check(const std::vector<LexiconSource>& sources,
                   std::vector<Finding> findings, const CheckOptions& options,
                   const Judge& judge) {
  LexiconCheck check;
  check.findings = std::move(findings);
  check.files = sources.size();
  std::vector<Example> examples;
  std::shared_ptr<const Lexicon> lexicon = CompileLexicon(
      sources, "checked", "0", "", &check.findings, &examples, options.threads);
  if (lexicon != nullptr) {
    check.complete = true;
    check.examples = examples.size();
    FindingSink sink(sources);
    FindDuplicates(sources, *lexicon, &sink);
    FindAmbiguousForms(sources, *lexicon, &sink);
    std::vector<ExampleFailure> failures =
        RunExamples(Classifier(lexicon), examples, options.threads);
    std::vector<Finding> judged = judge(*lexicon, failures);
    KeepErrors(judged, &failures);
    FindDeadEntries(sources, examples, failures, &sink);
    sink.MoveTo(&check.findings);
    std::move(judged.begin(), judged.end(), std::back_inserter(check.findings));
  }
  Sort(sources, &check.findings);
  return check;
}

}  // namespace

LexiconCheck CheckLexicon(const std::vector<LexiconSource>& sources,
                          std::vector<Finding> findings,
                          const CheckOptions& options) {
  return Check(sources, std::move(findings), options,
               [](const Lexicon&, const std::vector<ExampleFailure>& failures) {
                 std::vector<Finding> found;
                 for (const ExampleFailure& failure : failures) {
                   found.push_back(ToFinding(failure));
                 }
                 return found;
               });
}

LexiconCheck CheckLexicon(const std::vector<LexiconText>& files,
                          const CheckOptions& options) {
  std::vector<Finding> findings;
  std::vector<LexiconSource> sources;
  sources.reserve(files.size());
  for (const LexiconText& file : files) {
    sources.push_back(ParseLexiconText(file.name, file.text, &findings));
  }
  if (!IsBroken(findings)) {
    return CheckLexicon(sources, std::move(findings), options);
  }
  LexiconCheck check;
  check.findings = std::move(findings);
  check.files = files.size();
  return check;
}

LexiconCheck CheckLexiconDirectories(
    const std::vector<std::string>& directories, const CheckOptions& options) {
  std::vector<Finding> findings;
  if (std::optional<LexiconLayers> read =
          ReadLexiconLayers(directories, &findings, options.threads)) {
    return Check(read->lexicon.sources, std::move(findings), options,
                 [&](const Lexicon& lexicon,
                     const std::vector<ExampleFailure>& failures) {
                   return FailureFindings(directories, *read, lexicon, failures,
                                          options.threads);
                 });
  }
  LexiconCheck check;
  check.findings = std::move(findings);
  return check;
}

}  // namespace stance
