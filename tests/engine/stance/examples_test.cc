// Every entry of the shipped lexicon proves itself.

#include "service/engine/examples.h"

#include <gtest/gtest.h>

#include "tests/engine/shipped_lexicon.h"

namespace stance {
namespace {

TEST(ExamplesTest, ShippedLexicon) {
  const Classifier classifier(ShippedLexicon());
  ASSERT_FALSE(Shipped().examples.empty());
  for (const ExampleFailure& failure :
       RunExamples(classifier, Shipped().examples, 1)) {
    ADD_FAILURE() << FormatFinding(ToFinding(failure));
  }
}

// The findings do not depend on how the work is shared out.
TEST(ExamplesTest, AnyNumberOfThreads) {
  std::vector<Example> examples = Shipped().examples;
  for (size_t i = 0; i < examples.size(); i += 700) {
    examples[i].kind = Example::Kind::kExample;
    examples[i].sentence = "Nothing happened.";
  }
  const Classifier classifier(ShippedLexicon());
  const auto findings = [&](unsigned threads) {
    std::vector<std::string> lines;
    for (const ExampleFailure& failure :
         RunExamples(classifier, examples, threads)) {
      lines.push_back(FormatFinding(ToFinding(failure)));
    }
    return lines;
  };
  const std::vector<std::string> expected = findings(1);
  EXPECT_EQ(expected.size(), (examples.size() + 699) / 700);
  for (const unsigned threads : {0, 2, 3, 100}) {
    SCOPED_TRACE(threads);
    EXPECT_EQ(findings(threads), expected);
  }
}

}  // namespace
}  // namespace stance
