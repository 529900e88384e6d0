// Runs the examples that lexicon entries carry: an entry proves itself.
//
// An example passes when its entry takes part in a stance with the holder,
// target and polarity that the marks name; other stances in the sentence may
// stand. A counter-example passes when its entry takes part in none. A known
// bug passes while it is wrong, and fails when it has become right: then it
// should be made an example.

#ifndef STANCE_ENGINE_EXAMPLES_H_
#define STANCE_ENGINE_EXAMPLES_H_

#include <string>
#include <vector>

#include "service/engine/classifier.h"

namespace stance {

struct ExampleFailure {
  const Example* example = nullptr;  // of the classifier's lexicon
  std::string message;               // what came instead
};

// The failures among all examples of the lexicon, in its order.
std::vector<ExampleFailure> RunExamples(const Classifier& classifier);

}  // namespace stance

#endif  // STANCE_ENGINE_EXAMPLES_H_
