// Time as a promise like any other: it grows with the input's length, and no
// faster.

#ifndef STANCE_TESTS_FUZZ_IN_TIME_H_
#define STANCE_TESTS_FUZZ_IN_TIME_H_

#include <string>
#include <string_view>

namespace stance {

// What `target` (targets.h) has to say of the input, or that it took more of
// the processor's time than an input of that length may. The first call loads
// what the target keeps: run it once before.
std::string RunInTime(std::string (*target)(std::string_view input),
                      std::string_view input);

}  // namespace stance

#endif  // STANCE_TESTS_FUZZ_IN_TIME_H_
