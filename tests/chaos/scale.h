// How much of everything: little in ctest, much in `./dev chaos`.

#ifndef STANCE_TESTS_CHAOS_SCALE_H_
#define STANCE_TESTS_CHAOS_SCALE_H_

#include <cstdlib>
#include <cstring>

namespace stance {

inline bool IsLong() {
  const char* form = std::getenv("CHAOS");
  return form != nullptr && std::strcmp(form, "long") == 0;
}

inline int Scale(int in_short, int in_long) {
  return IsLong() ? in_long : in_short;
}

}  // namespace stance

#endif  // STANCE_TESTS_CHAOS_SCALE_H_
