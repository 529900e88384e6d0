#include "tests/engine/text/invariants.h"
#include "tests/fuzz/shipped_classifier.h"
#include "tests/fuzz/targets.h"
#include "tests/fuzz/valid_utf8.h"

namespace stance {

std::string FuzzText(std::string_view input) {
  return TextComplaint(ValidUtf8(input),
                       ShippedClassifier().lexicon().text_rules);
}

}  // namespace stance
