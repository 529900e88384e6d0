#include <algorithm>
#include <memory>
#include <vector>

#include "service/engine/examples.h"
#include "service/lexicon_files/load.h"
#include "tests/fuzz/targets.h"

namespace stance {

std::string FuzzLexicon(std::string_view input) {
  std::vector<Finding> findings;
  std::vector<LexiconSource> sources;
  sources.push_back(ParseLexiconText("input.txtpb", input, &findings));
  std::vector<Example> examples;
  const std::shared_ptr<const Lexicon> lexicon =
      CompileLexicon(sources, "fuzz", "1", "0", &findings, &examples);
  const auto lines = 1 + std::count(input.begin(), input.end(), '\n');
  bool errors = false;
  for (const Finding& finding : findings) {
    // Of the whole file, or of a line; text that ends too early may be said to
    // end on the line after the last.
    if (finding.line > lines + 1)
      return "no such line: " + FormatFinding(finding);
    if (finding.message.empty()) return "a finding without a message";
    errors |= finding.severity == Severity::kError;
  }
  if (lexicon == nullptr) return errors ? "" : "no lexicon, and no reason";
  const Classifier classifier(lexicon);
  for (const ExampleFailure& failure : RunExamples(classifier, examples, 1)) {
    if (ToFinding(failure).message.empty())
      return "a failure without a message";
  }
  return "";
}

}  // namespace stance
