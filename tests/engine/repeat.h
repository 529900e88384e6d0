// The same again and again: long texts for tests.

#ifndef STANCE_TESTS_ENGINE_REPEAT_H_
#define STANCE_TESTS_ENGINE_REPEAT_H_

#include <cstddef>
#include <string>
#include <string_view>

namespace stance {

inline std::string Repeat(std::string_view unit, size_t count) {
  std::string text;
  text.reserve(unit.size() * count);
  for (size_t i = 0; i < count; ++i) text += unit;
  return text;
}

}  // namespace stance

#endif  // STANCE_TESTS_ENGINE_REPEAT_H_
