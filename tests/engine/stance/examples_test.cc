// Every entry of the shipped lexicon proves itself.

#include "service/engine/examples.h"

#include <gtest/gtest.h>

#include "tests/engine/shipped_lexicon.h"

namespace stance {
namespace {

TEST(ExamplesTest, ShippedLexicon) {
  const Classifier classifier(ShippedLexicon());
  ASSERT_FALSE(classifier.lexicon().examples.empty());
  for (const ExampleFailure& failure : RunExamples(classifier)) {
    ADD_FAILURE() << failure.example->file << ":" << failure.example->line
                  << ": " << failure.example->entry_id << ": "
                  << failure.example->sentence << "\n  expected {"
                  << failure.example->holder << "} [" << failure.example->target
                  << "]; " << failure.message;
  }
}

}  // namespace
}  // namespace stance
