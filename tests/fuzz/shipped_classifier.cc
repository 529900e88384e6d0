#include "tests/fuzz/shipped_classifier.h"

#include "tests/engine/shipped_lexicon.h"

namespace stance {

const Classifier& ShippedClassifier() {
  static const Classifier classifier(ShippedLexicon());
  return classifier;
}

}  // namespace stance
