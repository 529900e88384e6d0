// Runs the examples that lexicon entries carry: an entry proves itself.
//
// An example passes when its entry takes part in a stance with the holder,
// target and polarity that the marks name; other stances in the sentence may
// stand. A counter-example passes when its entry takes part in none. A known
// bug passes while it is wrong, and fails when it has become right: then it
// should be made an example.

#ifndef STANCE_ENGINE_EXAMPLES_H_
#define STANCE_ENGINE_EXAMPLES_H_

#include <span>
#include <string>
#include <vector>

#include "service/engine/classifier.h"
#include "service/engine/lexicon/compiler.h"

namespace stance {

struct ExampleFailure {
  const Example* example = nullptr;  // one of those that were run
  std::string message;               // what came instead
};

// The failures among the examples, which are those of the classifier's lexicon,
// in their order. The work is shared out among `threads`, the calling one among
// them; 0 is taken for 1.
std::vector<ExampleFailure> RunExamples(const Classifier& classifier,
                                        std::span<const Example> examples,
                                        unsigned threads);

// "cues/verbs.txtpb:12: error: cue/condemn: example "…": expected … [EXAMPLE]".
// A known bug that has become right is a warning: it is good news, told to
// whoever writes the lexicon.
Finding ToFinding(const ExampleFailure& failure);

}  // namespace stance

#endif  // STANCE_ENGINE_EXAMPLES_H_
