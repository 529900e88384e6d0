// What fuzzing starts from: made at run time of tests/corpus and the shipped
// lexicon, so that nothing is checked in twice.

#ifndef STANCE_TESTS_FUZZ_SEEDS_H_
#define STANCE_TESTS_FUZZ_SEEDS_H_

#include <string>
#include <string_view>
#include <vector>

namespace stance {

struct FuzzTarget {
  const char* name;
  std::string (*run)(std::string_view input);  // targets.h
  std::vector<std::string> (*seeds)();
};

const std::vector<FuzzTarget>& FuzzTargets();

// A lexicon in one file that has an entry of each kind.
std::string SmallLexicon();

}  // namespace stance

#endif  // STANCE_TESTS_FUZZ_SEEDS_H_
