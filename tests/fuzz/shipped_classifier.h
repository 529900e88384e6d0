// The engine on the shipped lexicon, loaded once.

#ifndef STANCE_TESTS_FUZZ_SHIPPED_CLASSIFIER_H_
#define STANCE_TESTS_FUZZ_SHIPPED_CLASSIFIER_H_

#include "service/engine/classifier.h"

namespace stance {

const Classifier& ShippedClassifier();

}  // namespace stance

#endif  // STANCE_TESTS_FUZZ_SHIPPED_CLASSIFIER_H_
