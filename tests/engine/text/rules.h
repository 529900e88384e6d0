// The rules that the tests of the text stage share.

#ifndef STANCE_TESTS_ENGINE_TEXT_RULES_H_
#define STANCE_TESTS_ENGINE_TEXT_RULES_H_

#include "service/engine/text/text.h"

namespace stance {

inline TextRules TestRules() {
  TextRules rules;
  for (const char* title : {"Mr.", "Dr.", "Gen.", "Sen.", "Lt.", "St."}) {
    rules.abbreviations[title] = false;
  }
  for (const char* form : {"U.S.", "U.N.", "p.m.", "a.m.", "Inc.", "Jan.",
                           "Oct.", "Ph.D.", "etc.", "No."}) {
    rules.abbreviations[form] = true;
  }
  for (const char* word : {"the", "a", "it", "he", "but", "in", "when"}) {
    rules.sentence_starters.insert(word);
  }
  rules.word_letters = "IA";
  rules.byline = "by";
  return rules;
}

}  // namespace stance

#endif  // STANCE_TESTS_ENGINE_TEXT_RULES_H_
