#include "service/engine/syntax/reused_vector.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstddef>
#include <vector>

namespace stance {
namespace {

// What was in use before leaves nothing in the margins of a shorter one.
TEST(ReusedVectorTest, MarginsAreBlank) {
  ReusedVector<int, 2> numbers;
  for (const size_t size : {5u, 3u, 0u, 1u, 9u}) {
    SCOPED_TRACE(size);
    numbers.resize(size);
    std::fill(numbers.begin(), numbers.end(), 7);
    std::vector<int> read;
    for (size_t i = 0; i < size + 4; ++i) read.push_back(numbers[i - 2]);
    std::vector<int> expected(size + 4, 0);
    std::fill_n(expected.begin() + 2, size, 7);
    EXPECT_EQ(read, expected);
  }
}

}  // namespace
}  // namespace stance
